"""The question for a referral's outcome: when it comes first, how often, and when no more."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.partnership.referral import Referral, ReferralState, after_question, first_question, question_due
from bot.partnership.refusal import Refused
from tests.partnership.samples import RULES, clock

NOTED = clock(2026, 11, 23, 14)
REFERRAL = Referral("r1", "slack:U_TOM", "Thurrock MASH", date(2026, 11, 23), "SCH-118", ask_at=NOTED)


@pytest.mark.parametrize(
    ("referred_on", "noted_at", "asked_at"),
    [
        (date(2026, 11, 23), NOTED, clock(2026, 11, 25, 9)),  # one working day, then the next opening
        (date(2026, 11, 20), clock(2026, 11, 20, 16), clock(2026, 11, 24, 9)),
        (date(2026, 12, 24), clock(2026, 12, 24, 16), clock(2026, 12, 30, 9)),  # over Christmas
        (date(2027, 3, 25), clock(2027, 3, 25, 16), clock(2027, 3, 31, 9)),  # over Easter, into summer time
        (date(2026, 11, 2), NOTED, NOTED),  # long ago: at once
        (date(2026, 11, 2), clock(2026, 11, 22, 11), clock(2026, 11, 23, 9)),  # but not on a Sunday
    ],
)
def test_the_question_comes_at_the_opening_after_the_published_time(
    referred_on: date, noted_at: datetime, asked_at: datetime
) -> None:
    assert first_question(referred_on, noted_at, RULES) == asked_at


def test_a_day_to_come_or_long_gone_is_refused() -> None:
    with pytest.raises(Refused, match="in the future"):
        first_question(date(2026, 11, 24), NOTED, RULES)
    with pytest.raises(Refused, match="more than 60 days ago"):
        first_question(date(2026, 9, 23), NOTED, RULES)
    assert first_question(date(2026, 9, 24), NOTED, RULES) == NOTED


def test_today_is_the_day_in_london() -> None:
    assert first_question(date(2026, 7, 16), clock(2026, 7, 16, 0, 30), RULES) == clock(2026, 7, 20, 9)


def test_the_question_is_due_from_its_moment_on_and_each_has_its_own_key() -> None:
    assert question_due(REFERRAL, clock(2026, 11, 23, 13, 59)) is None
    first = question_due(REFERRAL, NOTED)
    assert first is not None
    assert (first.to, first.kind, first.subject) == ("slack:U_TOM", "referral_outcome", "r1")
    second = question_due(replace(REFERRAL, asked=1), NOTED)
    assert second is not None
    assert second.key != first.key


@pytest.mark.parametrize("state", [ReferralState.ANSWERED, ReferralState.STOPPED])
def test_nothing_is_asked_once_it_is_answered_or_stopped(state: ReferralState) -> None:
    assert question_due(replace(REFERRAL, state=state), NOTED) is None
    assert question_due(replace(REFERRAL, ask_at=None), NOTED) is None


def test_it_is_asked_a_few_times_some_working_days_apart_and_then_no_more() -> None:
    states = [
        after_question(replace(REFERRAL, asked=asked), NOTED, RULES) for asked in range(RULES.referral.stop_after)
    ]
    again = clock(2026, 11, 26, 9)
    assert states == [*[(ReferralState.WAITING, again)] * 2, (ReferralState.STOPPED, None)]
