"""Office hours and working days, in Europe/London, over bank holidays and clock changes."""

from datetime import UTC, date, datetime

import pytest

from knowledge.contacts import is_office_time
from knowledge.hours import add_working_days, is_working_day
from knowledge.knowledge import Knowledge
from knowledge.model import Area


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-18T09:00:00+00:00", True),
        ("2026-11-18T08:59:00+00:00", False),
        ("2026-11-18T17:00:00+00:00", False),
        ("2026-07-15T08:00:00+00:00", True),  # 9am in British Summer Time
        ("2026-07-15T16:00:00+00:00", False),  # 5pm in British Summer Time
        ("2026-11-21T11:00:00+00:00", False),  # a Saturday
        ("2026-04-06T11:00:00+00:00", False),  # Easter Monday
        ("2026-12-28T11:00:00+00:00", False),  # Boxing Day, moved from the Saturday
    ],
)
def test_the_thurrock_front_door_keeps_london_office_hours(knowledge: Knowledge, moment: str, open_: bool) -> None:
    assert is_office_time(knowledge, Area.THURROCK, datetime.fromisoformat(moment)) is open_


def test_southend_closes_earlier_on_a_friday(knowledge: Knowledge) -> None:
    assert is_office_time(knowledge, Area.SOUTHEND, datetime(2026, 11, 19, 17, 15, tzinfo=UTC))
    assert not is_office_time(knowledge, Area.SOUTHEND, datetime(2026, 11, 20, 16, 45, tzinfo=UTC))


def test_a_working_day_is_neither_weekend_nor_bank_holiday() -> None:
    assert not is_working_day(date(2026, 12, 25))
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
