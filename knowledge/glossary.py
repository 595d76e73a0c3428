"""Answers to "what is MARAC?": the field's abbreviations and changed names."""

from knowledge.knowledge import Knowledge
from knowledge.rules import GlossaryEntry
from knowledge.words import find, normal


def terms_in(knowledge: Knowledge, text: str) -> list[GlossaryEntry]:
    """The glossary entries whose term or other name stands in the message, in the order they are named.

    Terms written as in the glossary go before others: "set" is a word, "SET" is Southend, Essex and Thurrock.
    """
    entries = _standing_in(knowledge, normal(text))
    exact = [entry for entry in entries if any(name in text for name in (entry.term, *entry.also))]
    return exact or entries


def _standing_in(knowledge: Knowledge, message: str) -> list[GlossaryEntry]:
    found: dict[str, tuple[int, GlossaryEntry]] = {}
    for entry in knowledge.glossary:
        names = [_phrase(name) for name in (entry.term, *entry.also)]
        if hits := find(entry.term, names, message):
            found[entry.term] = (min(hit.start for hit in hits), entry)
    return [entry for _, entry in sorted(found.values(), key=lambda pair: pair[0])]


def _phrase(name: str) -> str:
    """A name as a vocabulary phrase: its own letters, nothing of it a pattern."""
    return "".join(c if c.isalnum() or c == " " else rf"\{c}" for c in normal(name))


def meaning(entry: GlossaryEntry) -> str:
    """What an entry says, a former name with its name of today."""
    changed = f" Now called {entry.now}." if entry.now else ""
    former = " (an old name)" if entry.former else ""
    return f"{entry.term}{former}: {entry.means}. {entry.say}{changed}"
