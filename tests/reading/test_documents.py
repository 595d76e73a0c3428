"""Plans as tables in Word documents."""

from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from bot.reading.plan_file import read_plan
from bot.reading.read import Kind
from tests.reading.making import REVIEW, accounted, document, of_kind, only, refused, titles

HEADING = ("No.", "Action", "Agency", "Due date")


def test_the_tables_of_a_document_are_one_plan_with_the_aim_above_each(tmp_path: Path) -> None:
    path = document(
        tmp_path / "plan.docx",
        "Delivery plan 2026-2027",
        "Aim 1: Early help",
        (HEADING, ("1.1", "One", "Police", "Ongoing")),
        "Aim 2: The voice of the child",
        (HEADING, ("2.1", "Two", "Police", "")),
        "Signed",
        (("Name", "Date"), ("Amira Example", "1 May 2026")),
    )
    read = accounted(read_plan(path))
    assert [(one.number, one.aim) for one in read.actions] == [
        ("1.1", "Aim 1: Early help"),
        ("2.1", "Aim 2: The voice of the child"),
    ]
    assert (read.plan.year, [row.place for row in read.elsewhere]) == ("2026/27", ["Table 3, row 1", "Table 3, row 2"])


def test_a_table_that_word_split_in_two_goes_on_below(tmp_path: Path) -> None:
    path = document(tmp_path / "p.docx", (HEADING, ("1.1", "One", "", "")), "", (("1.2", "Two", "", ""),))
    assert titles(accounted(read_plan(path))) == ["One", "Two"]


def test_merged_cells_are_repeated_and_a_merged_row_is_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    made = Document()
    table = made.add_table(4, 4)
    rows = (HEADING, ("Aim 1: Early help", "", "", ""), ("1.1", "One", "Police", ""), ("1.2", "Two", "", ""))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, row, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(1, 3))
    table.cell(2, 2).merge(table.cell(3, 2))
    made.save(str(path))
    read = accounted(read_plan(path))
    assert [(one.number, one.agency, one.aim) for one in read.actions] == [
        ("1.1", "Police", "Aim 1: Early help"),
        ("1.2", "Police", "Aim 1: Early help"),
    ]
    assert len(of_kind(read, Kind.AIM)) == 1


def test_the_action_plan_of_a_review_is_read_from_word_as_from_text(tmp_path: Path) -> None:
    rows = (
        REVIEW,
        ("1a. Who knows?", "Care Trust", "We do", "Train staff", "G", "", "Oct-14", "AB", "They know"),
        ("", "", "", "Ask families", "A", "", "", "", ""),
        ("", "River Police", "No response", "", "", "", "", "", ""),
    )
    read = accounted(read_plan(document(tmp_path / "r.docx", "Finding 1: Too late", rows)))
    assert [one.id for one in read.actions] == ["r/1a/care-trust/1", "r/1a/care-trust/2"]
    assert len(of_kind(read, Kind.ANSWER)) == 1


def test_paragraphs_links_and_nested_tables_in_a_cell_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    made = Document()
    table = made.add_table(2, 3)
    for cell, words in zip(table.rows[0].cells, ("No.", "Action", "Comment"), strict=True):
        cell.text = words
    table.cell(1, 0).text = "1.1"
    table.cell(1, 1).text = "First paragraph"
    linked = table.cell(1, 1).add_paragraph("Second with ")
    linked._p.append(parse_xml(f"<w:hyperlink {nsdecls('w')}><w:r><w:t>a link</w:t></w:r></w:hyperlink>"))
    table.cell(1, 2).add_table(1, 1).cell(0, 0).text = "inside"
    made.save(str(path))
    action = only(read_plan(path))
    assert (action.title, action.comment) == ("First paragraph\nSecond with a link", "inside")


def test_a_table_far_wider_than_a_plan_is_refused(tmp_path: Path) -> None:
    (fault,) = refused(document(tmp_path / "plan.docx", (["No.", "Action", *["x"] * 200],)))
    assert fault == "A table has more than 200 columns. That is no plan."


def test_numbers_that_word_makes_by_itself_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    made = Document()
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "No.", "Action", "One"
    properties = table.cell(1, 0).paragraphs[0]._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
    made.save(str(path))
    (fault,) = refused(path)
    assert fault.startswith("Table 1, row 2: the number is made by Word")


def test_a_document_with_tracked_changes_is_refused(tmp_path: Path) -> None:
    path = document(tmp_path / "plan.docx", (HEADING, ("1.1", "One", "", "")))
    made = Document(str(path))
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "1")
    made.tables[0].cell(1, 1).paragraphs[0]._p.append(inserted)
    made.save(str(path))
    assert refused(path) == ["plan.docx has tracked changes. Accept or reject them, save it and try again."]


def test_a_formula_in_a_document_is_refused_as_well(tmp_path: Path) -> None:
    (fault,) = refused(document(tmp_path / "plan.docx", (HEADING, ("1.1", "=cmd|' /C calc'!A0", "", ""))))
    assert fault.startswith("Table 1, row 2: '=cmd|' /C calc'!A0' is a formula.")
