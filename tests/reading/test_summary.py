"""What a person sees of an import: counts that add up, and every row."""

from pathlib import Path

from bot.reading.plan_file import read_plan
from bot.reading.summary import row_lines, summary_lines
from tests.reading.making import REVIEW, csv, text


def test_the_summary_counts_by_aim_and_agency_and_its_rows_add_up(tmp_path: Path) -> None:
    path = text(
        tmp_path / "case-review.txt",
        ["", "Red off track"],
        ["", "Amber watch"],
        ["", "Green on track"],
        "",
        "Finding 1: Too late",
        list(REVIEW),
        ["1a. Who?", "Care Trust", "We", "Train staff", "G", "", "Oct-14", "AB", ""],
        ["", "", "", "Ask families", "maybe", "", "", "", ""],
        ["", "River Police", "No response", "", "", "", "", "", ""],
        ["too", "many", "cells", "", "", "", "", "", "", "x"],
    )
    read = read_plan(path)
    assert summary_lines(read) == [
        "Case review (case-review, plan year 2014/15): 2 actions, 1 with a date.",
        "Colours as the file explains them: Red off track; Amber watch; Green on track.",
        "  Finding 1: Too late: 2 (Care Trust 2)",
        "Rows of its tables: 5 = 2 actions + 1 answer without an action + 1 heading + 1 not read.",
        "Doubtful, please look (1):",
        "  Line 8: the RAG says 'maybe', which is no colour; it is kept as words only. “Ask families | maybe”",
        "Not read (1):",
        "  Line 10: it has 10 cells, the heading 9. “too | many | cells | | | | | | | x”",
    ]


def test_the_summary_names_columns_left_out_and_a_list_of_what_is_overdue(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "overdue.csv", "Action,Comment,Cost", "1.1,Waits,5"))
    assert summary_lines(read) == [
        "Overdue (overdue, plan year not known): 1 action, listed as overdue.",
        "Rows of its tables: 2 = 1 action + 1 heading + 0 not read.",
        "Columns that are not known and were left out (1):",
        "  'Cost' (1 cell)",
    ]


def test_rows_of_other_tables_are_counted(tmp_path: Path) -> None:
    path = text(tmp_path / "p.txt", ["No", "Action"], ["1", "A"], "", "Visits", ["May", "12"], ["June", "14"])
    last = summary_lines(read_plan(path))[-1]
    assert last == "2 rows stand in other tables of the file and are not part of the plan (Line 5 to Line 6)."


def test_every_row_can_be_seen_with_what_became_of_it(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "plan.csv", "Number,Action", f"1.1,{'Train ' * 30}", "tbc,Ask"))
    assert row_lines(read) == [
        "Line 1: heading. “Number | Action”",
        f"Line 2: action, 1.1. “1.1 | {'Train ' * 8}Train…”",
        "Line 3: not read, 'tbc' is no number of an action. “tbc | Ask”",
    ]
