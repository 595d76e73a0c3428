"""The log as a file: it reads back, runs nothing, and takes the place of no other by accident."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.partnership.cells import clean_cell
from bot.store.database import Store
from bot.workflows.log import export_rows, summary_rows
from bot.workflows.log_about import about
from bot.workflows.log_files import FileError, write_csv, write_xlsx
from bot.workflows.log_rows import Row, event_columns
from tests.workflows.whole_case import RULES, SEEN_AT, tell

type Told = tuple[list[Row], list[Row]]


@pytest.fixture
def told(sqlite_store: Store) -> Told:
    """The lines with their words and the summary of one escalation that ran from its first line to its last."""
    with sqlite_store.begin() as tx:
        tell(tx)
        return export_rows(tx, RULES, with_words=True), summary_rows(tx, RULES, with_words=True)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert clean_cell(cell) == f"'{cell}"


def test_a_csv_file_reads_back_as_the_rows(told: Told, tmp_path: Path) -> None:
    found, path = told[0], tmp_path / "log.csv"
    write_csv(event_columns(True), found, path, force=False)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == found
    assert found[3]["who"] == "'=Dilip Invented"
    assert path.stat().st_mode & 0o077 == 0


def test_a_workbook_holds_the_lines_the_escalations_and_what_it_is(told: Told, tmp_path: Path) -> None:
    path, facts = tmp_path / "log.xlsx", about(RULES, SEEN_AT, 9, (9, "a" * 64), False, None, None)
    write_xlsx(event_columns(True), *told, facts, path, force=False)
    book = load_workbook(path)
    assert book.sheetnames == ["Log", "Escalations", "About"]
    log = book["Log"]
    said = {str(name): str(value) for name, value in book["About"].iter_rows(min_row=2, max_col=2, values_only=True)}
    assert (log.max_row, log.freeze_panes, log["A1"].font.b) == (10, "A2", True)
    assert [cell.value for cell in log["B"]][:3] == ["line", 1, 2]
    assert said["Hash of the last line of the log"] == "a" * 64
    assert "No typed words" in said["Words"]
    assert "stage 4, the limits for danger and for concerns: placeholder" in said["Stages, limits and office hours"]


def test_a_workbook_runs_no_formula_and_takes_letters_that_it_cannot_hold(tmp_path: Path) -> None:
    path, row = tmp_path / "log.xlsx", {"a": "=1+1", "b": "bell \x07 and #N/A"}
    write_xlsx(("a", "b"), [row, {"a": "", "b": "#N/A"}], [], {}, path, force=False)
    sheet = load_workbook(path)["Log"]
    assert (sheet["A2"].data_type, sheet["B2"].value, sheet["B3"].data_type) == ("s", "bell \ufffd and #N/A", "s")


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("an older export")
    with pytest.raises(FileError, match="is there already"):
        write_csv(("a",), [], path, force=False)
    assert path.read_text() == "an older export"
    write_csv(("a",), [], path, force=True)
    assert path.read_text(encoding="utf-8-sig") == "a\n"
    assert list(tmp_path.glob(".log*")) == []


def test_an_export_that_fails_half_way_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("an older export")
    with pytest.raises(ValueError, match="not in fieldnames"):
        write_csv(("a",), [{"a": "1"}, {"b": "2"}], path, force=True)
    assert path.read_text() == "an older export"
    assert [one.name for one in tmp_path.iterdir() if "log" in one.name] == ["log.csv"]
