"""Importing the same again changes nothing, a refused import changes nothing, and the running bot sees a new copy."""

from datetime import date
from pathlib import Path

import pytest

from bot.library.faults import DocumentFileError
from bot.library.taking import take
from bot.runtime.services import action_server
from bot.settings import Settings
from knowledge.knowledge import Knowledge
from tests.library.example import DOCUMENT, FIRST, SECOND, TODAY, example, took
from tests.library.making import changed, text


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The folder for the copies; it is made by the first import."""
    return tmp_path / "copies"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_file_again_changes_nothing(knowledge: Knowledge, copies: Path) -> None:
    known = example(knowledge, copies)
    assert took(known, copies, FIRST).is_new
    before = files(copies)
    assert not took(known, copies, FIRST).is_new
    assert files(copies) == before


@pytest.mark.parametrize(
    ("document", "edition", "words", "says"),
    [
        (
            "example-procedur",
            SECOND,
            "new",
            "No document is called 'example-procedur'. Did you mean 'example-procedure'?",
        ),
        (DOCUMENT, date(2026, 3, 1), "new", "is older than the newest one here, 2026-04-01"),
        (DOCUMENT, FIRST, "new", "is here already from another file"),
        (DOCUMENT, SECOND, "", "is here already as the edition 2026-04-01"),
        (DOCUMENT, date(2027, 1, 1), "new", "is still to come"),
    ],
)
def test_a_wrong_import_is_refused_and_changes_nothing(
    knowledge: Knowledge, copies: Path, document: str, edition: date, words: str, says: str
) -> None:
    known = example(knowledge, copies)
    took(known, copies, FIRST)
    before = files(copies)
    file = text(copies.parent / "given.txt", changed(_1=words) if words else changed())
    with pytest.raises(DocumentFileError, match=says):
        take(file, document, edition, TODAY, copies, known.documents, known.library.shelf())
    assert files(copies) == before


def test_a_copy_is_seen_without_a_restart_and_read_only_when_something_changed(
    knowledge: Knowledge, copies: Path
) -> None:
    known = example(knowledge, copies)
    assert known.library.shelf().newest == {}
    took(known, copies, FIRST)
    first = known.library.shelf()
    assert first.newest[DOCUMENT].edition == FIRST and known.library.shelf() is first
    took(known, copies, SECOND, changed(_1="Other words for all."))
    assert known.library.shelf().newest[DOCUMENT].edition == SECOND


def test_the_action_server_is_told_where_the_copies_are(copies: Path) -> None:
    assert action_server(5055, copies).command[-2:] == ("--documents", str(copies))
    assert Settings.from_env({"SIGNPOST_DOCUMENTS": str(copies)}).signpost_documents == copies
    assert "--documents" not in action_server(5055).command


def test_a_damaged_copy_does_not_stop_the_answers_and_stops_the_next_import(knowledge: Knowledge, copies: Path) -> None:
    known = example(knowledge, copies)
    took(known, copies, FIRST)
    (copies / "broken@2026-01-01.json").write_text('{"format": 99}', encoding="utf-8")
    shelf = known.library.shelf()
    assert list(shelf.newest) == [DOCUMENT] and "broken@2026-01-01.json" in shelf.faults[0]
    with pytest.raises(DocumentFileError, match="holds a file that is damaged"):
        took(known, copies, SECOND, changed(_1="Other words for all."))
