"""The masker with the field's own words and the services' contacts, which it must never mask."""

from bot.masking import Masker
from bot.partnership.refusal import Refused
from knowledge.knowledge import Knowledge


def masker_of(keep: str, knowledge: Knowledge) -> Masker:
    """The masker; `keep` are words that it leaves alone, separated by commas."""
    kept = [word.strip() for word in keep.split(",") if word.strip()]
    terms = [name for entry in knowledge.glossary for name in (entry.term, *entry.also)]
    places = [name for place in knowledge.places for name in place.names]
    contacts = [way for c in knowledge.contacts.values() for way in (c.name, c.phone, c.email) if way]
    return Masker(keep=[*kept, *terms, *places, *contacts])


def require_nobody_named(masker: Masker, words: str, what: str) -> str:
    """The words, stripped. Raises Refused when they are empty or may point to a person."""
    if not words.strip():
        raise Refused(f"{what} is empty. Write one sentence.")
    if found := masker.mask(words).redactions:
        shown = ", ".join(repr(words[one.start : one.end]) for one in found)
        raise Refused(f"{what} may point to a person: {shown}. Write it without.")
    return words.strip()
