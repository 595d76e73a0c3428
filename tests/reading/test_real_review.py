"""The real action plan of a case review, where it lies beside the project. Nothing of its words is kept here."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.partnership.plan import Progress, Rag
from bot.reading.plan_file import read_plan
from bot.reading.read import Kind, ReadPlan
from tests.reading.making import accounted, of_kind

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
REVIEW = SEEDS / "thurrock-scrutiny-committee-2015-07.txt"
pytestmark = pytest.mark.skipif(not REVIEW.exists(), reason="the committee papers of July 2015 are not here")
FIELDS = (  # of an action, in the order of the columns
    *("question", "agency", "response", "title", "rag_words", "constraints", "due_words", "lead_words", "outcome"),
)
REVIEW_ROWS = range(1059, 1500)  # from the first heading to the line drawn below the last table


@cache
def review() -> ReadPlan:
    return read_plan(REVIEW, plan="case-review-2015")


@cache
def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def test_every_row_of_the_review_is_accounted_for() -> None:
    read = accounted(review())
    rows = [number for number in REVIEW_ROWS if "\t" in lines(REVIEW)[number - 1]]
    assert sorted(row.line for row in (*read.understood, *read.unread)) == rows
    assert len(rows) == 321
    assert Counter(row.kind for row in read.understood) == {
        Kind.ACTION: 246,
        Kind.ANSWER: 62,
        Kind.HEADING: 9,
        Kind.RULE: 4,
    }
    assert read.unread == ()


def test_no_word_of_an_action_of_the_review_is_lost() -> None:
    rows = of_kind(review(), Kind.ACTION)
    broken = {change.split(":")[0] for change in review().changed if "goes on" in change}
    for row, action in zip(rows, review().actions, strict=True):
        kept = " ".join(" ".join(getattr(action, field).split()) for field in FIELDS)
        for cell in (cell.strip() for cell in lines(REVIEW)[row.line - 1].split("\t")):
            if "<" not in cell and row.place not in broken:
                assert " ".join(cell.split()) in kept, row.place


def test_every_cell_of_the_review_stands_in_the_column_of_its_place_unless_it_is_told() -> None:
    read = review()
    told = {row.line for row in read.doubtful} | {int(change.split()[1].rstrip(":")) for change in read.changed}
    rows = of_kind(read, Kind.ACTION)
    inherited = ("number", "question", "agency")  # of the rows above
    for row, action in zip(rows, read.actions, strict=True):
        cells = [" ".join(cell.split()) for cell in lines(REVIEW)[row.line - 1].split("\t") if cell.strip()]
        own = [" ".join(getattr(action, field).split()) for field in FIELDS]
        kept = [words for field, words in zip(FIELDS, own, strict=True) if words and field not in inherited]
        above = [words for field, words in zip(FIELDS, own, strict=True) if field in inherited and words in cells]
        assert row.line in told or cells == [*above, *kept], row.place


def test_the_findings_and_agencies_of_the_review_are_those_of_the_document() -> None:
    read = review()
    aims = Counter(action.aim.split(":")[0].split(".")[0] for action in read.actions)
    assert aims == {
        "Finding 1": 43,
        "Finding 2": 49,
        "Finding 3": 36,
        "Finding 4": 32,
        "Finding 5": 32,
        "Finding 6": 22,
        "Finding 7": 25,
        "1": 3,
        "2": 4,
    }
    assert {action.agency for action in read.actions} == {
        *("Thurrock CCG", "Police", "Children's Social Care", "CAFCASS", "NELFT", "Probation", "BTUH", "Education"),
        *("Children's Social Care & Education", "Children's Social Care (CSC) & Education"),
    }
    numbers = list(dict.fromkeys(action.number for action in read.actions))
    asked = {1: "abc", 2: "abcd", 3: "abcd", 4: "abcd", 5: "abcd", 6: "abcd", 7: "abc", 8: "ab", 9: "a"}
    assert numbers == [f"{finding}{letter}" for finding, letters in asked.items() for letter in letters]


def test_colours_and_dates_of_the_review_are_taken_where_they_are_certain() -> None:
    actions = review().actions
    assert Counter(action.rag for action in actions) == {
        Rag.GREEN: 166,
        Rag.AMBER: 56,
        Rag.COMPLETED: 6,
        Rag.RED: 5,
        None: 13,
    }
    assert all(action.progress is Progress.DONE for action in actions if action.rag is Rag.COMPLETED)
    dated = Counter(action.due_words for action in actions if action.due)
    assert dated == {
        "Oct-14": 5,
        "Sep-14": 3,
        "Mar-15": 2,
        "Jun-15": 2,
        **dict.fromkeys(("Jan-15", "Oct-15", "Nov-14", "31/12/2014"), 1),
    }
    assert review().plan.year == "2014/15" and not review().plan.listed_overdue
    assert len(review().rag_key) == 4


def test_an_answer_broken_over_a_page_of_the_review_is_whole() -> None:
    whole = next(action for action in review().actions if action.id == "case-review-2015/2b/btuh/1")
    first, second = lines(REVIEW)[1156].split("\t")[1], lines(REVIEW)[1158].split("\t")[1]
    repeated = "more likely to have a"
    assert first.endswith(repeated) and second.startswith(repeated)
    assert whole.response == first + second.removeprefix(repeated)


@pytest.mark.parametrize(
    ("line", "agency", "number", "rag"),
    [
        (1065, "Police", "1a", "Action complete"),  # eight cells
        (1081, "Thurrock CCG", "1b", "G"),  # below a page break
        (1096, "Thurrock CCG", "1c", "G"),  # response and action in one cell
        (1106, "CAFCASS", "1c", ""),  # no colour
        (1142, "Thurrock CCG", "2b", "A"),  # six cells
        (1182, "BTUH", "2c", "A A A A"),
        (1223, "Children's Social Care & Education", "3b", "G"),  # the action in the first cell
        (1267, "Children's Social Care", "4a", "G"),  # shifted, an empty cell behind
        (1302, "BTUH", "4c", "A"),  # lead and outcome in one cell
        (1404, "Police", "6d", "R"),
    ],
)
def test_rows_of_every_odd_shape_in_the_review_are_placed(line: int, agency: str, number: str, rag: str) -> None:
    places = [row.line for row in of_kind(review(), Kind.ACTION)]
    action = review().actions[places.index(line)]
    assert (action.agency, action.number, action.rag_words) == (agency, number, rag)
