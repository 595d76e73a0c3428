"""Moments in words, office hours, and who is there now."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.wording.times import days_words, marked, moment_words, not_duty
from bot.wording.urgent import danger_rules, front_door_names, urgent_lines
from knowledge.hours import LONDON
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.wording.stories import NOON, RULES, confirmed_rules


def test_a_moment_is_written_as_the_clock_in_london_shows_it() -> None:
    assert moment_words(datetime(2026, 11, 23, 17, tzinfo=UTC)) == "Monday 23 November, 17:00"
    assert moment_words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thursday 2 July, 00:30"


def test_a_moment_in_another_year_names_the_year() -> None:
    new_year = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert moment_words(new_year, NOON) == "Thursday 31 December, 23:59"
    assert moment_words(new_year + timedelta(minutes=1), NOON) == "Friday 1 January 2027, 00:00"


def test_a_limit_in_working_days_is_written_out() -> None:
    assert [days_words(days) for days in (0, 1, 5)] == ["the same working day", "1 working day", "5 working days"]


def test_only_what_is_not_confirmed_is_marked() -> None:
    assert marked("17:00", True, RULES) == "17:00"
    assert marked("17:00", False, RULES) == f"17:00 ({RULES.unverified})"


@pytest.mark.parametrize(
    ("year", "month", "day", "opening"),
    [
        (2026, 5, 1, "Tuesday 5 May, 09:00"),
        (2026, 8, 28, "Tuesday 1 September, 09:00"),
        (2026, 4, 2, "Tuesday 7 April, 09:00"),
        (2026, 12, 24, "Tuesday 29 December, 09:00"),
        (2026, 12, 31, "Monday 4 January 2027, 09:00"),
    ],
)
def test_at_17_01_before_a_bank_holiday_the_next_opening_is_named(
    year: int, month: int, day: int, opening: str
) -> None:
    said = not_duty(RULES, datetime(year, month, day, 17, 1, tzinfo=LONDON))
    assert said is not None
    assert said.endswith(f"your note waits until {opening}.")
    assert f"09:00 to 17:00 ({RULES.unverified})" in said


def test_nothing_is_said_of_office_hours_while_the_office_is_open() -> None:
    assert not_duty(RULES, datetime(2026, 5, 1, 16, 59, tzinfo=LONDON)) is None


def test_confirmed_office_hours_lose_their_mark() -> None:
    said = not_duty(confirmed_rules(), datetime(2026, 5, 1, 17, 1, tzinfo=LONDON))
    assert said is not None and "placeholder" not in said


@pytest.mark.parametrize("area", list(Area))
def test_999_comes_first_and_then_who_is_there_now(knowledge: Knowledge, area: Area) -> None:
    settings = knowledge.settings
    door, duty = (knowledge.contacts[ids[area]] for ids in (settings.front_door, settings.duty_team))
    by_day, by_night = (urgent_lines(knowledge, area, at) for at in (NOON, NOON + timedelta(hours=11)))
    assert by_day[0] == by_night[0] == settings.danger_line.say
    assert by_day[1].startswith(f"{door.name}: {door.phone}") and by_day[2].startswith(f"{duty.name}: {duty.phone}")
    assert by_night[1:] == (by_day[2], by_day[1])


def test_a_number_that_may_be_out_of_date_keeps_its_warning(knowledge: Knowledge) -> None:
    assert knowledge.settings.stale_warning in urgent_lines(knowledge, Area.THURROCK, NOON)[1]


def test_the_front_doors_can_be_chosen_by_name(knowledge: Knowledge) -> None:
    assert [name.split()[0] for name in front_door_names(knowledge)] == ["Thurrock", "Southend", "Essex"]


def test_the_partnership_has_a_rule_that_names_999() -> None:
    assert danger_rules(RULES)
