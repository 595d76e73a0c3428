"""Cells that a spreadsheet might run, on their way out and back in."""

from pathlib import Path

import pytest

from bot.partnership.cells import cell_as_typed, clean_cell
from bot.reading.plan_file import read_plan
from tests.reading.making import csv, only


@pytest.mark.parametrize("cell", ["=1+1", "+44 1375", "-", "- ongoing", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_cell_that_a_spreadsheet_might_run_gets_an_apostrophe_and_loses_it_again(cell: str) -> None:
    assert clean_cell(cell) == f"'{cell}"
    assert cell_as_typed(clean_cell(cell)) == cell


@pytest.mark.parametrize("cell", ["", "1.10", "Ask a = b", "'quoted' words", "’s morgens", "a\n=b"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert clean_cell(cell) == cell
    assert cell_as_typed(cell) == cell


def test_a_comment_that_was_exported_reads_back_as_it_was(tmp_path: Path) -> None:
    exported = clean_cell("- waits for the board")
    assert (
        only(read_plan(csv(tmp_path / "p.csv", "No,Action,Comment", f"1,A,{exported}"))).comment
        == "- waits for the board"
    )
