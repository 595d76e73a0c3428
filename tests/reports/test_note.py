"""The decision note as a Word file."""

from datetime import date
from io import BytesIO

from docx import Document

from bot.reports.note import note_document
from knowledge.note_shape import Note, NotePart

NOTE = Note(
    (("Made", "Monday 23 November 2026, 10:00 GMT"), ("Route", "Referral to the front door")),
    (
        NotePart("What to do now", ("Ring the front door.", "Write it down."), numbered=True),
        NotePart("Sources", ("[1] Referral decisions, edition 2024-03",)),
    ),
)


def test_the_file_holds_the_facts_the_numbered_steps_and_room_to_write() -> None:
    made = Document(BytesIO(note_document(NOTE, date(2026, 11, 23))))
    facts, room = made.tables
    assert [cell.text for cell in facts.rows[2].cells] == ["Route", "Referral to the front door"]
    assert [row.cells[0].text for row in room.rows[1:]] == [
        "Your reasons",
        "Who you spoke to, and when",
        "What was agreed",
    ]
    assert all(row.cells[1].text.count("\n") >= 2 and not row.cells[1].text.strip() for row in room.rows[1:])
    words = [paragraph.text for paragraph in made.paragraphs]
    assert "1. Ring the front door.\n2. Write it down." in words
    assert "Decision note (Signpost)" in words[0]


def test_letters_that_no_document_can_hold_are_replaced() -> None:
    spoilt = Note((("Route", "a\0b\ud800"),), (NotePart("\x0b", ("=HYPERLINK()",)),), ("",))
    made = Document(BytesIO(note_document(spoilt, date(2026, 11, 23))))
    assert made.tables[0].rows[1].cells[1].text == "a\ufffdb\ufffd"


def test_the_file_says_whose_it_is_and_names_nobody() -> None:
    made = Document(BytesIO(note_document(NOTE, date(2026, 11, 23))))
    assert (made.core_properties.title, made.core_properties.author) == ("Decision note (Signpost)", "Signpost")
