"""What must hold of a draft before somebody may approve it."""

from rapidfuzz import fuzz
from sqlalchemy import Connection

from bot.masking import Masker
from bot.partnership.refusal import Refused
from bot.store import questions
from bot.upkeep.draft import SHORT, Draft
from bot.upkeep.messages import bare, near, neutral
from bot.workflows.upkeep_files import Checkout

_SAME = 90  # so alike, of 100, are a message and the question that it was made from


def require_nobody_in(masker: Masker, draft: Draft) -> None:
    """Raises Refused when something in the draft may point to a person."""
    for words in draft.words():
        if found := masker.mask(words).redactions:
            shown = ", ".join(repr(words[one.start : one.end]) for one in found)
            raise Refused(
                f"The draft may point to a person: {shown}. Write it without; what belongs to a service goes into "
                "contacts.yaml or SIGNPOST_MASK_KEEP first."
            )


def require_new_messages(tx: Connection, checkout: Checkout, draft: Draft) -> None:
    """Raises Refused for a message that is taught or measured with already, or is still what somebody asked."""
    taught, measured = [bare(one) for one in checkout.messages()], [bare(one) for one in checkout.measured_with()]
    asked = [found.masked for id in draft.questions if (found := questions.load(tx, id))]
    for message in (one.text for one in draft.messages):
        shown = repr(message[:60])
        if "\n" in message or "[" in message or message.startswith(("/", "-", "|", ">")):
            raise Refused(f"The message {shown} must be one line, without [ and without / - | > at its beginning.")
        if near(message, measured) is not None:
            raise Refused(f"The message {shown} is nearly one that the tests measure with. Take it out.")
        if near(message, taught) is not None:
            raise Refused(f"The message {shown} is nearly the same as one that is there. Take it out.")
        if len(message.split()) > SHORT and any(_is_same(message, words) for words in asked):
            raise Refused(f"The message {shown} is still what somebody asked. Put it in your own words.")
        taught.append(bare(message))


def _is_same(message: str, asked: str) -> bool:
    return bool(fuzz.ratio(bare(message), bare(neutral(asked))) >= _SAME)
