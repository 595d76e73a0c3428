"""The decision note in a chat: text to select and copy."""

from bot.wording.message import Message
from knowledge.note_shape import Note, note_text

_HOW = (
    "Select the text and copy it into your own record. Signpost keeps nothing that you add there.",
    "If your telephone does not let you select text, open this on a computer.",
    "There is no Word file here: Signpost would need a right to files in this chat. The Signpost page has one.",
)


def note_message(note: Note) -> Message:
    """The note, one part below the other."""
    title, *blocks = note_text(note).strip().split("\n\n")
    heading, _, facts = title.partition("\n")
    return Message(heading, lines=(facts, *blocks), small=_HOW)
