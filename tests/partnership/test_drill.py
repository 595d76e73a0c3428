"""What counts as a miss of the drill, and when the misses switch advice off."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.partnership.drill import (
    Drilled,
    Outcome,
    Result,
    Tried,
    drilled,
    is_due,
    missed_lines,
    reason,
    result_of,
    tried,
)
from knowledge.advise import Said, advise
from knowledge.answer import Answer
from knowledge.drill import DrillQuestion
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.partnership.samples import clock

NOW = clock(2026, 11, 24, 7)
SIX = time(6, 30)


def question(pathway: str = "lado", **rest: object) -> DrillQuestion:
    known: dict[str, object] = {
        "id": "one",
        "text": "A coach hit a child.",
        "voice": "practitioner",
        "pathway": pathway,
    }
    return DrillQuestion.model_validate(known | rest)


@pytest.fixture
def answer(knowledge: Knowledge) -> Answer:
    """The answer to a plain question about a coach."""
    said = Said("A coach spoke rudely.", Area.THURROCK, NOW, ranking={"lado": 0.9, "mash_referral": 0.05})
    return advise(knowledge, said)


def outcome(question: DrillQuestion, answer: Answer) -> Outcome:
    return tried(question, answer).outcome


def test_the_expected_route_passes_first_or_beside_the_first(answer: Answer) -> None:
    assert outcome(question("lado"), answer) is Outcome.PASSED
    assert outcome(question("mash_referral"), answer) is Outcome.PASSED
    assert outcome(question("fgm"), answer) is Outcome.MISSED
    assert outcome(question("fgm", also_right=["lado"]), answer) is Outcome.PASSED


def test_an_answer_without_its_words_is_a_miss(answer: Answer) -> None:
    assert outcome(question(says=["Local Authority"]), replace(answer, text="Ring 999.")) is Outcome.MISSED
    assert outcome(question(says=["LOCAL authority"]), replace(answer, text="The local authority.")) is Outcome.PASSED


@pytest.mark.parametrize("asked", [question(urgent=True), question(flag="overdose")], ids=["urgent", "flag"])
def test_a_danger_that_is_not_urgent_or_lacks_999_is_a_miss_by_itself(answer: Answer, asked: DrillQuestion) -> None:
    urgent = replace(answer, urgent=True)
    assert outcome(asked, replace(answer, urgent=False)) is Outcome.MISSED_DANGER
    assert outcome(asked, replace(urgent, text="Ring the LADO.")) is Outcome.MISSED_DANGER
    assert outcome(asked, urgent) is Outcome.PASSED


def test_a_danger_under_another_route_that_is_urgent_with_999_is_an_ordinary_miss(answer: Answer) -> None:
    assert outcome(question("fgm", urgent=True), replace(answer, urgent=True)) is Outcome.MISSED


def test_an_answer_without_the_language_part_is_not_run_whatever_it_says(answer: Answer) -> None:
    fallback = replace(answer, kind="fallback")
    assert outcome(question("fgm", urgent=True), fallback) is Outcome.NOT_RUN
    assert outcome(question("lado"), fallback) is Outcome.NOT_RUN


def several(passed: int, missed: int = 0, not_run: int = 0, danger: int = 0) -> list[Tried]:
    def some(count: int, what: Outcome, is_danger: bool = False) -> list[Tried]:
        return [Tried(f"{what}-{number}", what, "lado", "fgm", is_danger) for number in range(count)]

    dangers = some(danger, Outcome.MISSED_DANGER, True)
    return [*some(passed, Outcome.PASSED), *some(missed, Outcome.MISSED), *some(not_run, Outcome.NOT_RUN), *dangers]


@pytest.mark.parametrize(
    ("every", "result"),
    [
        (several(100), Result.PASSED),
        (several(95, missed=5), Result.PASSED),
        (several(94, missed=6), Result.FAILED),
        (several(1000, danger=1), Result.FAILED),
        (several(99, not_run=1), Result.NOT_RUN),
        (several(0, not_run=100), Result.NOT_RUN),
        (several(50, missed=3, not_run=47), Result.FAILED),
        (several(10, not_run=10, danger=1), Result.FAILED),
    ],
)
def test_one_missed_danger_or_more_than_a_share_of_the_others_fails(every: list[Tried], result: Result) -> None:
    assert result_of(every, 0.05) is result


def test_a_wrong_route_of_a_danger_counts_among_the_ordinary_misses() -> None:
    wrong = Tried("a", Outcome.MISSED, "fgm, urgent", "lado, urgent", True)
    assert result_of([wrong, *several(19)], 0.05) is Result.FAILED
    assert result_of([wrong, *several(20)], 0.05) is Result.PASSED


def test_what_is_kept_says_which_were_missed_and_what_came() -> None:
    found = drilled(date(2026, 11, 24), NOW, several(7, missed=2, not_run=1), 0.05)
    assert (found.asked, found.passed, found.not_run, found.result) == (10, 7, 1, "failed")
    assert found.missed[0] == {"id": "missed-0", "expected": "lado", "got": "fgm"}
    assert missed_lines(found).splitlines()[1] == "missed-1: expected lado; got fgm."
    assert reason(found) == "The drill of 2026-11-24 missed 2 of 10 questions: missed-0, missed-1."


def test_many_misses_are_cut_short_in_the_reason_and_in_the_notice() -> None:
    found: Drilled = drilled(date(2026, 11, 24), NOW, several(0, missed=100), 0.05)
    assert len(reason(found)) < 300 and "and 95 more" in reason(found)
    assert missed_lines(found).splitlines()[-1] == "88 more: signpost advice status"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 24, 6, 29, tzinfo=UTC), None),
        (datetime(2026, 11, 24, 6, 30, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 8, 29, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 8, 30, tzinfo=UTC), None),
        (datetime(2026, 6, 24, 5, 30, tzinfo=UTC), date(2026, 6, 24)),  # summer time
        (datetime(2026, 6, 24, 7, 30, tzinfo=UTC), None),
    ],
)
def test_it_is_due_from_its_hour_in_london_for_two_hours_on_every_day(moment: datetime, day: date | None) -> None:
    assert is_due(moment, SIX) == day
