"""The drafted letter about actions without an answer."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from docx.oxml.ns import qn

from bot.partnership.matrix import LetterDraft, LetterItem
from bot.reports.letters import TEMPLATE, write_letter
from scripts.letter_template import build
from tests.reports.reading import opened, word_rows, words_of

COLUMNS = ("Action", "What was asked", "Given by", "Received", "Answer due", "Answer")
ITEM = LetterItem(
    number="meb-2026-09-10/1",
    group="Management Executive Board",
    met_on=date(2026, 9, 10),
    words="Send the audit.",
    received_on=date(2026, 9, 14),
    due_on=date(2026, 9, 28),
    responded_on=None,
)
DRAFT = LetterDraft(
    agency="Acute Health",
    executive_member="Morgan Vale",
    items=(ITEM, replace(ITEM, number="meb-2026-09-10/2", responded_on=date(2026, 10, 2))),
    sender="Amira Example",
    copied_to=("Sam Reed (Police)", "Lee Ash (Council)"),
    written_on=date(2026, 11, 23),
    rule="Answer within 10 working days (source: an invented plan).",
    readings=("The count starts on the day after receipt.", "A late response counts as a failure."),
)


def written(draft: LetterDraft, folder: Path) -> Path:
    """The letter."""
    write_letter(draft, folder / "letter.docx")
    return folder / "letter.docx"


def test_the_letter_names_who_what_since_when_and_by_which_rule(tmp_path: Path) -> None:
    path = written(DRAFT, tmp_path)
    rows = word_rows(path, COLUMNS)
    first = ("Send the audit.", "Management Executive Board, 10 Sep 2026", "14 Sep 2026", "28 Sep 2026", "none yet")
    assert rows[0] == ("meb-2026-09-10/1", *first)
    assert (rows[1][0], rows[1][-1]) == ("meb-2026-09-10/2", "came late, 2 Oct 2026")
    words = words_of(path)
    for wanted in ("23 November 2026", "Dear Morgan Vale", "Acute Health to 2 actions", DRAFT.rule, "Amira Example"):
        assert wanted in words
    assert all(one in words for one in (*DRAFT.copied_to, *DRAFT.readings))


def test_a_cell_that_would_run_in_a_spreadsheet_gets_an_apostrophe(tmp_path: Path) -> None:
    path = written(replace(DRAFT, items=(replace(ITEM, words='=HYPERLINK("x")'),)), tmp_path)
    assert word_rows(path, COLUMNS)[0][1] == '\'=HYPERLINK("x")'


def test_every_page_says_that_it_is_a_draft_and_who_sends_it(tmp_path: Path) -> None:
    header = opened(written(DRAFT, tmp_path)).sections[0].header.paragraphs[0].text
    assert header.startswith("DRAFT, not sent.") and "Amira Example" in header


def test_who_is_not_known_is_left_to_be_filled_in(tmp_path: Path) -> None:
    words = words_of(written(replace(DRAFT, executive_member="", sender="", copied_to=()), tmp_path))
    assert "[name of the executive member: the people file names nobody]" in words
    assert "[name of the business manager]" in words
    assert "For information" not in words


def test_what_people_typed_is_never_read_as_part_of_the_template(tmp_path: Path) -> None:
    typed = "{{ 7 * 7 }} {% if x %} <w:t>&amp; & \x00 {#\nsecond line"
    path = written(replace(DRAFT, agency="A & B <C>", items=(replace(ITEM, words=typed),)), tmp_path)
    assert word_rows(path, COLUMNS)[0][1] == typed.replace("\x00", "\ufffd")
    assert "A & B <C>" in words_of(path)


def test_no_field_of_the_template_is_left_and_its_table_repeats_its_headings(tmp_path: Path) -> None:
    path = written(DRAFT, tmp_path)
    assert "{" not in words_of(path)
    (table,) = opened(path).tables
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    languages = {one.get(qn("w:val")) for one in opened(path).styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_template_in_the_repository_is_the_one_that_its_script_builds(tmp_path: Path) -> None:
    build().save(str(tmp_path / "letter.docx"))
    built, kept = opened(tmp_path / "letter.docx"), opened(TEMPLATE)
    assert built.element.xml == kept.element.xml
    assert built.styles.element.xml == kept.styles.element.xml
