"""Meetings: papers a week before, minutes in ten working days, five more to circulate, and who must act."""

from dataclasses import replace
from datetime import date

import pytest

from bot.partnership import meeting_deeds as deeds
from bot.partnership.meetings import Duty, Meeting, next_look, reminders, tasks
from bot.partnership.notices import TEAM
from bot.partnership.people import Person
from bot.partnership.refusal import Refused
from tests.partnership.gathered import (
    BEN,
    CARYS,
    EVERYONE,
    LATER,
    LENA,
    NADIA,
    PLAN,
    PRIYA,
    STELLA,
    TOM,
    meeting,
    person_away,
    without,
)

RULE = PLAN.meetings
MET = date(2026, 12, 16)  # a Wednesday
SENT = date(2027, 1, 4)


def held() -> Meeting:
    return deeds.papers_out(meeting(MET), date(2026, 12, 9), MET, RULE)


def asked(
    requester: Person = NADIA,
    supporters: tuple[Person, ...] = (LENA, STELLA),
    received: date = MET,
    *,
    in_writing: bool = True,
) -> Meeting:
    given = ("meb-asked", "meb", requester, list(supporters), received, "The new duty.", LATER, PLAN)
    return deeds.request(*given, in_writing=in_writing)


def due(one: Meeting) -> dict[Duty, date]:
    return {task.duty: task.due for task in tasks(one, RULE)}


def days(one: Meeting, duty: Duty) -> list[date]:
    return next(task.days for task in tasks(one, RULE) if task.duty is duty)


@pytest.mark.parametrize(
    ("on", "reminded"),
    [
        (date(2026, 12, 16), [date(2026, 11, 25), date(2026, 12, 7), date(2026, 12, 9), date(2026, 12, 10)]),
        # a week before is Easter Monday, so Maundy Thursday
        (date(2027, 4, 5), [date(2027, 3, 11), date(2027, 3, 23), date(2027, 3, 25), date(2027, 3, 30)]),
        # a week before is the substitute day of Boxing Day, so Christmas Eve
        (date(2027, 1, 4), [date(2026, 12, 10), date(2026, 12, 22), date(2026, 12, 24), date(2026, 12, 29)]),
        # a week before is the Monday after the clocks went back
        (date(2026, 11, 2), [date(2026, 10, 12), date(2026, 10, 22), date(2026, 10, 26), date(2026, 10, 27)]),
    ],
)
def test_papers_go_out_a_week_before_and_are_reminded_of_ten_and_two_working_days_before_that(
    on: date, reminded: list[date]
) -> None:
    one = meeting(on)
    assert days(one, Duty.PAPERS) == reminded
    assert due(one)[Duty.PAPERS] == reminded[2]
    assert one.remind_on == reminded[0]
    assert [notice.to for notice in reminders(one, reminded[0], PLAN, EVERYONE)] == [TEAM]


def test_papers_that_are_out_need_no_reminder() -> None:
    one = deeds.papers_out(meeting(MET), date(2026, 12, 1), date(2026, 12, 1), RULE)
    assert set(due(one)) == {Duty.MINUTES}
    assert reminders(one, date(2026, 12, 9), PLAN, EVERYONE) == []


def test_nobody_is_reminded_of_papers_after_the_meeting() -> None:
    found = reminders(meeting(MET), date(2027, 1, 4), PLAN, EVERYONE)
    assert [one.data["task"] for one in found] == ["minutes"]


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2026, 12, 16), date(2027, 1, 4)),  # over Christmas
        (date(2027, 3, 15), date(2027, 3, 31)),  # over Easter and into summer time
        (date(2026, 10, 12), date(2026, 10, 26)),  # over the end of summer time
    ],
)
def test_minutes_go_to_the_chair_within_ten_working_days(on: date, last: date) -> None:
    assert due(meeting(on))[Duty.MINUTES] == last


def test_the_chair_agrees_the_minutes_and_the_business_team_circulates_them_within_five_further_working_days() -> None:
    sent = deeds.minutes_to_chair(held(), SENT, SENT, RULE)
    assert due(sent) == {Duty.AGREE: date(2027, 1, 11)}
    assert [one.to for one in reminders(sent, date(2027, 1, 7), PLAN, EVERYONE)] == ["person:carys"]
    agreed = deeds.minutes_agreed(sent, date(2027, 1, 7), date(2027, 1, 7), RULE)
    assert due(agreed) == {Duty.CIRCULATE: date(2027, 1, 11)}
    assert [one.to for one in reminders(agreed, date(2027, 1, 11), PLAN, EVERYONE)] == [TEAM]
    assert tasks(deeds.minutes_circulated(agreed, date(2027, 1, 11), LATER, RULE), RULE) == []


def test_the_business_team_hears_when_the_chair_is_late_or_nobody_is_there_in_the_chairs_place() -> None:
    sent = deeds.minutes_to_chair(held(), SENT, SENT, RULE)
    late, day = date(2027, 1, 12), date(2027, 1, 7)
    assert [one.to for one in reminders(sent, late, PLAN, EVERYONE)] == ["person:carys", TEAM]
    assert [one.to for one in reminders(sent, day, PLAN, without(CARYS))] == [TEAM]
    absent = [person_away(CARYS, day, deputy=NADIA), NADIA]
    assert [one.to for one in reminders(sent, day, PLAN, absent)] == ["person:nadia"]


def test_a_task_that_comes_late_is_reminded_of_although_the_clock_has_looked_that_day() -> None:
    sent = deeds.minutes_to_chair(held(), SENT, SENT, RULE)
    looked = replace(sent, looked_on=date(2027, 1, 12))
    assert next_look(looked, RULE) is None
    agreed = deeds.minutes_agreed(looked, date(2027, 1, 12), date(2027, 1, 12), RULE)
    assert [one.data["task"] for one in reminders(agreed, date(2027, 1, 12), PLAN, EVERYONE)] == ["circulate"]


def test_nothing_is_said_of_a_meeting_that_was_cancelled() -> None:
    cancelled = deeds.cancel(meeting(MET), "No quorum.", date(2026, 12, 1))
    assert (tasks(cancelled, RULE), cancelled.remind_on) == ([], None)
    assert reminders(cancelled, date(2026, 12, 9), PLAN, EVERYONE) == []
    with pytest.raises(Refused, match="was cancelled on 2026-12-01"):
        deeds.move(cancelled, date(2026, 12, 17), date(2026, 12, 2), RULE)


def test_a_meeting_that_is_moved_has_its_reminders_anew() -> None:
    told = reminders(meeting(MET), date(2026, 12, 7), PLAN, EVERYONE)
    moved = deeds.move(replace(meeting(MET), looked_on=date(2026, 12, 7)), date(2027, 1, 13), date(2026, 12, 7), RULE)
    assert due(moved)[Duty.PAPERS] == date(2027, 1, 6)
    anew = reminders(moved, date(2027, 1, 4), PLAN, EVERYONE)
    assert not {one.key for one in told} & {one.key for one in anew}
    assert [one.data["due"] for one in anew] == ["2027-01-06"]


@pytest.mark.parametrize("on", [date(2026, 12, 25), date(2027, 3, 29), date(2026, 12, 19)])
def test_no_meeting_is_planned_on_a_bank_holiday_or_a_weekend(on: date) -> None:
    with pytest.raises(Refused, match="is no working day"):
        meeting(on)


def test_minutes_have_their_order() -> None:
    with pytest.raises(Refused, match="was not held by 2026-12-15"):
        deeds.minutes_to_chair(held(), date(2026, 12, 15), LATER, RULE)
    with pytest.raises(Refused, match="had not gone to the chair"):
        deeds.minutes_agreed(held(), SENT, LATER, RULE)
    with pytest.raises(Refused, match="had not agreed"):
        deeds.minutes_circulated(deeds.minutes_to_chair(held(), SENT, SENT, RULE), SENT, LATER, RULE)
    with pytest.raises(Refused, match="lies in the future"):
        deeds.papers_out(meeting(MET), date(2026, 12, 9), date(2026, 12, 1), RULE)
    with pytest.raises(Refused, match="so it was held and cannot be cancelled"):
        deeds.cancel(deeds.minutes_to_chair(held(), SENT, SENT, RULE), "By mistake.", LATER)


@pytest.mark.parametrize(
    ("received", "hold_by"),
    [
        (date(2026, 12, 16), date(2027, 1, 11)),  # over Christmas
        (date(2027, 3, 15), date(2027, 4, 7)),  # over Easter
        (date(2026, 11, 7), date(2026, 11, 27)),  # received on a Saturday
    ],
)
def test_a_valid_request_leads_to_a_meeting_within_fifteen_working_days(received: date, hold_by: date) -> None:
    one = asked(received=received)
    assert (one.hold_by, one.on, one.extraordinary) == (hold_by, None, True)
    assert due(one) == {Duty.CALL: hold_by}
    with pytest.raises(Refused, match=f"It must be held by {hold_by}"):
        deeds.move(one, date(2027, 6, 1), received, RULE)
    moved = deeds.move(one, hold_by, received, RULE)
    assert set(due(moved)) == {Duty.PAPERS, Duty.MINUTES}


def test_the_business_team_is_reminded_until_a_requested_meeting_has_a_day() -> None:
    one = asked()
    assert days(one, Duty.CALL) == [
        *(date(2026, 12, 23), date(2027, 1, 4), date(2027, 1, 7), date(2027, 1, 11), date(2027, 1, 12)),
    ]
    assert [notice.to for notice in reminders(one, date(2026, 12, 23), PLAN, EVERYONE)] == [TEAM]


def test_a_request_that_is_not_valid_is_refused_with_the_reason() -> None:
    with pytest.raises(Refused, match="must be in writing"):
        asked(in_writing=False)
    with pytest.raises(Refused, match="at least 2 other members of the partnership; it has 1"):
        asked(supporters=(LENA,))
    with pytest.raises(Refused, match="it has 1"):
        asked(supporters=(LENA, LENA, NADIA))  # one twice, and the member who asks
    with pytest.raises(Refused, match="it has 1"):
        asked(supporters=(LENA, TOM, BEN))  # in no group, and of the business team
    with pytest.raises(Refused, match="Tom Brand is no member of any group"):
        asked(requester=TOM)
    with pytest.raises(Refused, match="it has 1"):
        asked(supporters=(LENA, replace(PRIYA, active=False)))
    with pytest.raises(Refused, match="lies in the future"):
        asked(received=date(2027, 7, 1))
    with pytest.raises(Refused, match="The request was received on"):
        deeds.move(asked(), date(2026, 12, 15), date(2026, 12, 1), RULE)
