"""The weekly digest: Monday 09:00 in London, the next working day when that is a bank holiday."""

from datetime import date, datetime, timedelta

import pytest

from bot.partnership.digest_time import changes_between, digest_moment, digest_week, is_before_digest
from tests.partnership.plan_people import PLAN_RULES
from tests.partnership.samples import clock

MINUTE = timedelta(minutes=1)
WEDNESDAYS = PLAN_RULES.model_copy(update={"digest": PLAN_RULES.digest.model_copy(update={"weekday": 2})})


@pytest.mark.parametrize(
    ("week", "moment"),
    [
        (date(2026, 11, 23), clock(2026, 11, 23, 9)),
        (date(2026, 4, 6), clock(2026, 4, 7, 9)),  # Easter Monday
        (date(2026, 5, 4), clock(2026, 5, 5, 9)),
        (date(2026, 12, 28), clock(2026, 12, 29, 9)),  # in place of Boxing Day
        (date(2026, 10, 26), clock(2026, 10, 26, 9)),  # summer time ended the day before
        (date(2027, 3, 29), clock(2027, 3, 30, 9)),  # Easter Monday, summer time began the day before
    ],
)
def test_it_goes_out_at_nine_by_the_clock_in_london(week: date, moment: datetime) -> None:
    assert digest_moment(week, PLAN_RULES) == moment
    assert digest_week(moment, PLAN_RULES) == week
    assert digest_week(moment - MINUTE, PLAN_RULES) == week - timedelta(days=7)
    assert digest_week(moment + timedelta(days=5), PLAN_RULES) == week


def test_reminders_wait_only_on_the_day_of_the_digest_and_only_until_it_goes() -> None:
    assert is_before_digest(clock(2026, 11, 23, 8, 59), PLAN_RULES)
    assert not is_before_digest(clock(2026, 11, 23, 9), PLAN_RULES)
    assert not is_before_digest(clock(2026, 11, 24, 8, 59), PLAN_RULES)
    assert is_before_digest(clock(2026, 12, 29, 8), PLAN_RULES)
    assert not is_before_digest(clock(2026, 12, 28, 8), PLAN_RULES)


def test_the_partnership_can_choose_another_weekday() -> None:
    assert digest_moment(date(2026, 11, 23), WEDNESDAYS) == clock(2026, 11, 25, 9)
    assert digest_week(clock(2026, 11, 25, 8, 59), WEDNESDAYS) == date(2026, 11, 16)
    assert digest_week(clock(2026, 11, 25, 9), WEDNESDAYS) == date(2026, 11, 23)
    assert is_before_digest(clock(2026, 11, 25, 8), WEDNESDAYS)


def test_each_change_is_told_in_one_digest() -> None:
    first, second = (changes_between(date(2026, 11, day), PLAN_RULES) for day in (16, 23))
    assert first[1] == second[0] == clock(2026, 11, 16, 9)
    assert second[1] == clock(2026, 11, 23, 9)
