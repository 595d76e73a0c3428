"""The list of overdue actions in the real performance report, where it lies beside the project."""

from pathlib import Path

import pytest

from bot.reading.plan_file import read_plan
from tests.reading.making import accounted

OVERDUE = Path(__file__).parents[3] / "shared" / "seeds" / "thurrock-lscp-performance-report-2019.txt"
pytestmark = pytest.mark.skipif(not OVERDUE.exists(), reason="the performance report of 2019 is not here")


def test_the_list_of_overdue_actions_has_22_rows_in_order() -> None:
    read = accounted(read_plan(OVERDUE, plan="delivery-2019"))
    assert [action.number for action in read.actions] == [
        *("1.4", "2.2", "2.8", "6.1", "6.3", "8.2", "11.4", "13.2", "13.4", "13.6", "20.1", "20.3", "22.4", "23.2"),
        *("24.2", "28.3", "35.1", "37.1", "38.1", "38.5", "40.2", "41.1"),
    ]
    assert (read.plan.listed_overdue, read.plan.year) == (True, "2019/20")
    assert (read.unread, read.doubtful, read.unknown_columns) == ((), (), ())


def test_the_comments_of_the_overdue_actions_are_whole_and_unchanged() -> None:
    read = read_plan(OVERDUE)
    written = [line.split("\t") for line in OVERDUE.read_text(encoding="utf-8").split("\n")]
    comments = {cells[0]: cells[1] for cells in written if len(cells) == 2 and cells[0].replace(".", "").isdigit()}
    broken = next(number for number, cells in enumerate(written) if cells[0] == "24.2")
    assert written[broken + 1] == [""] and written[broken + 2][0] == ""
    comments["24.2"] += f" {written[broken + 2][1]}"
    assert {action.number: action.comment for action in read.actions} == comments
