"""A short case review as text, for the rows that a test puts below its heading."""

from pathlib import Path

from bot.reading.plan_file import read_plan
from bot.reading.read import ReadPlan
from tests.reading.making import REVIEW, accounted, text

Q1 = "1a. Does the board know of this?"
RULE = ["----", "---", "--", "---", "--", "--", "--", "--"]
CARE = ("Care Trust", "We know", "Train staff", "G", "No room", "Oct-14", "AB/CD", "Staff know")


def plan(tmp_path: Path, *lines: str | list[str] | tuple[str, ...]) -> ReadPlan:
    """The plan with these lines below its heading; every row is accounted for."""
    rows = [line if isinstance(line, str) else list(line) for line in lines]
    return accounted(read_plan(text(tmp_path / "review.txt", "Finding 1: Too late", "", list(REVIEW), *rows)))
