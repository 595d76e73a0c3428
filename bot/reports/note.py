"""The decision note as a Word document, with room for what the practitioner adds."""

from datetime import date
from io import BytesIO

from bot.reports.blocks import Block, Bullets, Heading, Paper, Table, Text
from bot.reports.word import word_document
from knowledge.note_shape import TITLE, WHAT_TO_ADD, Note, NotePart, numbered

_ROOM = " \n\n"  # empty lines to write on
_LINES = (
    "Made with Signpost from published procedures. It names nobody. Add to it only in your own record.",
    "It does not replace your own judgement: if you are still worried, refer.",
)


def note_document(note: Note, made_on: date) -> bytes:
    """The note as the bytes of a DOCX file."""
    held = BytesIO()
    word_document(note_paper(note, made_on)).save(held)
    return held.getvalue()


def note_paper(note: Note, made_on: date) -> Paper:
    """The note as a document before it is written."""
    facts = Table("What was decided on", ("What", "As shown"), note.facts, (1, 3))
    room = Table(WHAT_TO_ADD, ("What", "Your words"), tuple((one, _ROOM) for one in note.to_add), (1, 3))
    parts = [block for part in note.parts for block in _part(part)]
    return Paper(TITLE, _LINES, (facts, *parts, room), made_on)


def _part(part: NotePart) -> tuple[Block, ...]:
    if part.numbered:
        return (Heading(part.heading, 2), Text("\n".join(numbered(part))))
    return (Heading(part.heading, 2), Bullets(part.lines))
