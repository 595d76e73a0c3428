"""Which questions need a look."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.upkeep.unanswered import Why, unanswered
from tests.upkeep.samples import MINUTE, NOW, answer, asked


@pytest.mark.parametrize(
    ("given", "feedback", "why"),
    [
        (answer("advice"), {}, None),
        (answer("smalltalk"), {}, None),
        (answer("clarify"), {}, Why.UNSURE),
        (answer("handoff"), {}, Why.UNSURE),
        (answer("fallback"), {}, Why.NO_MODEL),
        (answer("clarify"), {"verdict": "right"}, None),
        (answer("advice"), {"verdict": "wrong_contact"}, Why.WRONG),
        (answer("advice"), {"told_team": True}, Why.PASSED_ON),
        (answer("advice", "out_of_scope"), {}, None),
        (answer("advice", "out_of_scope"), {"verdict": "not_asked"}, Why.CONTESTED),
        (answer("advice", "out_of_scope"), {"told_team": True}, Why.CONTESTED),
    ],
)
def test_a_question_needs_a_look_when_it_found_no_answer_or_the_asker_says_that_it_was_wrong(
    given: str, feedback: dict[str, object], why: Why | None
) -> None:
    found = unanswered([replace(asked("Who do I ring?", given), **feedback)])  # type: ignore[arg-type]
    assert [one.why for one in found] == ([] if why is None else [why])


def test_what_was_asked_back_and_replied_to_is_judged_by_what_came_out_at_the_end() -> None:
    offered = answer("clarify", options=("Yes, now", "No"))
    first = asked("The coach shouts at them", offered, conversation="c")
    well = replace(asked("No", answer("advice"), conversation="c"), at=first.at + MINUTE)
    assert unanswered([first, well]) == []
    badly = replace(well, answer=answer("handoff", "mash_referral"))
    (found,) = unanswered([badly, first])
    assert (found.id, found.words, found.primary, found.why) == (first.id, first.masked, "mash_referral", Why.UNSURE)
    wrong = replace(well, verdict="wrong_route", verdict_words="It is about a parent.")
    (found,) = unanswered([first, wrong])
    assert (found.words, found.said, found.why) == (first.masked, "It is about a parent.", Why.WRONG)


def test_the_same_words_a_day_later_or_elsewhere_are_no_reply() -> None:
    first = asked("The coach shouts at them", answer("clarify", options=("No",)), conversation="c", days_ago=3)
    later = replace(asked("No", answer("advice"), conversation="c"), at=first.at + timedelta(minutes=31))
    elsewhere = replace(asked("No", answer("advice")), at=first.at + MINUTE)
    assert [one.id for one in unanswered([first, later, elsewhere])] == [first.id]


def test_an_answer_of_another_version_is_passed_over() -> None:
    assert unanswered([asked("Who?", "{}"), asked("Who?", "[1"), asked("Who?", '{"question": 3}')]) == []


def test_the_oldest_comes_first() -> None:
    late, early = asked("One", days_ago=1), asked("Two", days_ago=2)
    assert [one.words for one in unanswered([late, early])] == ["Two", "One"]
    assert all(one.at < NOW for one in unanswered([late, early]))
