"""Meetings on both databases: reminders to whoever must act, requests, attendance, and silence after cancelling."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.attendance import Presence
from bot.partnership.notices import TEAM
from bot.partnership.refusal import Refused
from bot.store import history, outbox, people
from bot.store.database import Store
from bot.workflows import attendance, meetings
from bot.workflows.due import tick
from knowledge.knowledge import Knowledge
from tests.partnership.gathered import EVERYONE
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.gathering import TEAM_MEMBER, at, mornings, told
from tests.workflows.post_room import PostRoom

ON = date(2026, 12, 16)
NOTED = date(2026, 11, 2)  # when the business team recorded it
SENT = date(2027, 1, 4)


@pytest.fixture
def office(store: Store) -> Store:
    """A store with the invented people."""
    do(store, people.replace_all, EVERYONE)
    return store


def planned(store: Store, on: date = ON, group: str = "MACE", recorded: date = NOTED) -> str:
    return do(store, meetings.plan, RULES, at(recorded), TEAM_MEMBER, group, on).id


def minutes(store: Store, id: str, step: str, on: date) -> None:
    do(store, meetings.minutes, RULES, at(on), TEAM_MEMBER, id, step, on)


def attended(store: Store, on: date, **presences: str) -> str:
    """A meeting of that day with its attendance."""
    id = planned(store, on, recorded=on)
    noted = {member: Presence(presence) for member, presence in presences.items()}
    do(store, attendance.attend, RULES, at(on, 12), TEAM_MEMBER, id, noted)
    return id


def absences(store: Store) -> list[tuple[str, str]]:
    return [(one.to, one.subject) for one in do(store, outbox.waiting) if one.kind == "meeting"]


def test_from_papers_to_circulated_minutes_whoever_must_act_is_reminded_once_on_each_day(office: Store) -> None:
    id, found = planned(office), list[tuple[date, list[str]]]()
    for day in mornings(NOTED, date(2027, 1, 20)):
        assert told(office, at(day, 8, 59), 1) == []
        if to := [address for address, _ in told(office, at(day, 9), 2)]:
            found.append((day, to))
        if day == SENT:
            minutes(office, id, "chair", day)
        if day == date(2027, 1, 13):
            minutes(office, id, "agreed", day)
            found.append((day, [address for address, _ in told(office, at(day, 11))]))
            minutes(office, id, "circulated", day)
    assert found == [
        (date(2026, 11, 25), [TEAM]),  # the papers, due on the 9th of December
        (date(2026, 12, 7), [TEAM]),
        (date(2026, 12, 9), [TEAM]),
        (date(2026, 12, 10), [TEAM]),
        (date(2026, 12, 30), [TEAM]),  # the minutes, due on the 4th of January
        (date(2027, 1, 4), [TEAM]),
        (date(2027, 1, 7), ["person:carys"]),  # the chair's agreement, due on the 11th
        (date(2027, 1, 11), ["person:carys"]),
        (date(2027, 1, 12), ["person:carys", TEAM]),
        (date(2027, 1, 13), [TEAM]),  # agreed late: to be circulated
    ]


async def test_the_reminders_say_what_to_do_by_when_and_by_which_rule(office: Store, knowledge: Knowledge) -> None:
    id = planned(office)
    do(office, tick, RULES, at(date(2026, 12, 7)))
    ((to, papers),) = await PostRoom(office, knowledge).deliver(at(date(2026, 12, 7)))
    assert to == TEAM
    assert papers.title == "Multi-Agency Child Exploitation group: the papers go out by Wednesday 9 December"
    assert f"signpost meeting papers {id}" in papers.text
    assert "One week is seven calendar days" in papers.text and "9 January 2019" in papers.text
    minutes(office, id, "chair", SENT)
    do(office, tick, RULES, at(date(2027, 1, 12)))
    said = dict(await PostRoom(office, knowledge).deliver(at(date(2027, 1, 12))))
    assert said["person:carys"].title.endswith(
        "the chair agrees the minutes (late: the last day was Monday 11 January)"
    )
    assert "Tell the business team that you agree" in said["person:carys"].text
    assert "Ring the chair" in said[TEAM].text


async def test_nothing_is_sent_about_a_meeting_that_was_cancelled_not_even_what_waited(
    office: Store, knowledge: Knowledge
) -> None:
    id = planned(office)
    do(office, tick, RULES, at(date(2026, 12, 7)))
    do(office, meetings.cancel, RULES, at(date(2026, 12, 7)), TEAM_MEMBER, id, "No quorum.")
    assert await PostRoom(office, knowledge).deliver(at(date(2026, 12, 7))) == []
    for day in mornings(date(2026, 12, 8), date(2027, 1, 31)):
        assert told(office, at(day), 1) == []


async def test_a_reminder_of_what_was_done_or_moved_meanwhile_is_not_sent(office: Store, knowledge: Knowledge) -> None:
    done, moved = planned(office), planned(office, group="MEB")
    do(office, tick, RULES, at(date(2026, 12, 7)))
    do(office, meetings.papers, RULES, at(date(2026, 12, 7)), TEAM_MEMBER, done, date(2026, 12, 7))
    do(office, meetings.move, RULES, at(date(2026, 12, 7)), TEAM_MEMBER, moved, date(2027, 2, 3))
    assert await PostRoom(office, knowledge).deliver(at(date(2026, 12, 7))) == []


def test_a_moved_meeting_has_its_reminders_anew(office: Store) -> None:
    id = planned(office)
    assert told(office, at(date(2026, 12, 7))) == [(TEAM, id)]
    do(office, meetings.move, RULES, at(date(2026, 12, 7)), TEAM_MEMBER, id, date(2027, 4, 5))
    assert told(office, at(date(2026, 12, 9))) == []
    assert told(office, at(date(2027, 3, 11))) == [(TEAM, id)]  # ten working days before Maundy Thursday


def test_the_same_meeting_recorded_again_is_the_same_and_a_cancelled_one_makes_room(office: Store) -> None:
    id = planned(office)
    assert planned(office, group="Multi-Agency Child Exploitation group") == id
    do(office, meetings.cancel, RULES, at(NOTED), TEAM_MEMBER, id, "No room.")
    assert planned(office) == f"{id}-2"
    with pytest.raises(Refused, match="Known are: strategic, meb"):
        planned(office, group="Choir")


def test_two_meetings_of_one_group_are_never_on_one_day(office: Store) -> None:
    planned(office)
    other = planned(office, date(2026, 12, 17))
    with pytest.raises(Refused, match="mace-2026-12-16 of the same group is on that day"):
        do(office, meetings.move, RULES, at(NOTED), TEAM_MEMBER, other, ON)


async def test_the_same_meeting_recorded_by_two_at_once_is_one(office: Store) -> None:
    ids = await asyncio.gather(*(office.run(meetings.plan, RULES, at(NOTED), TEAM_MEMBER, "mace", ON) for _ in "123"))
    assert {one.id for one in ids} == {"mace-2026-12-16"}
    assert len(do(office, meetings.listed, RULES, at(NOTED), TEAM_MEMBER)) == 1


def asked(store: Store, *supporters: str, received: date = ON, in_writing: bool = True) -> str:
    arguments = (RULES, at(received, 18), TEAM_MEMBER, "meb", "nadia", list(supporters), received, "The new duty.")
    return do(store, meetings.request, *arguments, in_writing=in_writing).id


async def test_a_valid_request_is_told_to_the_business_team_until_the_meeting_has_a_day(
    office: Store, knowledge: Knowledge
) -> None:
    id = asked(office, "lena", "stella")
    assert asked(office, "lena", "stella") == id
    assert await PostRoom(office, knowledge).deliver(at(ON, 18)) == []  # after the office has closed
    ((to, message),) = await PostRoom(office, knowledge).deliver(at(date(2026, 12, 17), 9))
    assert (to, message.title) == (
        TEAM,
        "Management Executive Board: an extraordinary meeting must be held by Monday 11 January 2027",
    )
    assert "Nadia Shaw (Health), received Wednesday 16 December" in message.text
    assert "Lena Fox (Police), Stella Vance (Council)" in message.text
    assert [to for to, _ in told(office, at(date(2026, 12, 23)))] == [TEAM]
    do(office, meetings.move, RULES, at(date(2026, 12, 23)), TEAM_MEMBER, id, date(2027, 1, 11))
    assert [one for one in mornings(date(2026, 12, 24), date(2027, 1, 3)) if told(office, at(one))] == [
        date(2026, 12, 24),  # the papers are due on the 4th of January
        date(2026, 12, 30),
    ]


@pytest.mark.parametrize(
    ("supporters", "in_writing", "sentence"),
    [
        (("lena",), True, "it has 1"),
        (("lena", "tom"), True, "it has 1"),
        (("lena", "stella"), False, "must be in writing"),
        (("lena", "nobody"), True, "Nobody in the people file has the id 'nobody'"),
    ],
)
def test_a_request_that_is_not_valid_leaves_nothing_behind(
    office: Store, supporters: tuple[str, ...], in_writing: bool, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        asked(office, *supporters, in_writing=in_writing)
    assert do(office, meetings.listed, RULES, at(ON), TEAM_MEMBER) == []
    assert do(office, outbox.waiting) == []


async def test_two_meetings_missed_in_a_row_are_told_once_to_the_business_team_for_the_strategic_group(
    office: Store, knowledge: Knowledge
) -> None:
    attended(office, date(2026, 9, 7), priya="no", nadia="yes", carys="yes")
    attended(office, date(2026, 10, 5), priya="yes", nadia="apologies", carys="yes")
    assert absences(office) == []
    last = attended(office, date(2026, 11, 9), priya="no", nadia="no", carys="yes")
    assert absences(office) == [(TEAM, last)]
    do(office, attendance.attend, RULES, at(date(2026, 11, 9), 13), TEAM_MEMBER, last, {"nadia": Presence.NO})
    ((_, message),) = await PostRoom(office, knowledge).deliver(at(date(2026, 11, 9), 13))
    assert message.title == ("Nadia Shaw (Health) missed 2 meetings in a row of Multi-Agency Child Exploitation group")
    assert "Put this before the Strategic Group, which decides what to do." in message.text
    assert "Monday 5 October; Monday 9 November" in message.text


async def test_an_absence_that_was_noted_by_mistake_is_not_told(office: Store, knowledge: Knowledge) -> None:
    attended(office, date(2026, 10, 5), nadia="no")
    last = attended(office, date(2026, 11, 9), nadia="no")
    do(office, attendance.attend, RULES, at(date(2026, 11, 9), 12), TEAM_MEMBER, last, {"nadia": Presence.YES})
    assert await PostRoom(office, knowledge).deliver(at(date(2026, 11, 9), 12)) == []


def test_absences_noted_in_the_evening_wait_for_the_office(office: Store) -> None:
    attended(office, date(2026, 10, 5), nadia="no")
    id = planned(office, date(2026, 11, 6), recorded=date(2026, 11, 6))
    friday = at(date(2026, 11, 6), 18)
    do(office, attendance.attend, RULES, friday, TEAM_MEMBER, id, {"nadia": Presence.NO})
    assert [one.not_before for one in do(office, outbox.waiting)] == [at(date(2026, 11, 9), 9)]


def test_a_deputy_counts_only_as_the_designated_one_and_only_members_are_noted(office: Store) -> None:
    id = planned(office, date(2026, 11, 9), recorded=date(2026, 11, 9))
    arguments = (RULES, at(date(2026, 11, 9), 12), TEAM_MEMBER, id)
    noted = do(office, attendance.attend, *arguments, {"priya": Presence.DEPUTY})
    assert [(row.member, row.deputy) for row in noted.rows] == [("priya", "omar")]
    assert [one.id for one in noted.left_out] == ["carys", "nadia"]
    with pytest.raises(Refused, match="Nadia Shaw has no designated deputy"):
        do(office, attendance.attend, *arguments, {"nadia": Presence.DEPUTY})
    with pytest.raises(Refused, match="Not a member of this group in the people file: ben, tom"):
        do(office, attendance.attend, *arguments, {"tom": Presence.YES, "ben": Presence.YES})
    rest = do(office, attendance.attend, *arguments, {"carys": Presence.YES}, Presence.APOLOGIES)
    assert {row.member: row.presence.value for row in rest.rows} == {
        "carys": "yes",
        "nadia": "apologies",
        "priya": "deputy",
    }


def test_attendance_is_noted_of_meetings_that_were_held(office: Store) -> None:
    id = planned(office)
    arguments = (RULES, at(NOTED), TEAM_MEMBER, id)
    with pytest.raises(Refused, match="was not held yet, or was cancelled"):
        do(office, attendance.attend, *arguments, {"priya": Presence.YES})
    do(office, meetings.cancel, RULES, at(NOTED), TEAM_MEMBER, id, "No quorum.")
    with pytest.raises(Refused, match="was not held yet, or was cancelled"):
        do(office, attendance.attend, RULES, at(ON), TEAM_MEMBER, id, {"priya": Presence.YES})


def test_shares_are_those_of_one_plan_year_and_keep_the_agency_of_that_time(office: Store) -> None:
    attended(office, date(2026, 3, 31), priya="no")
    attended(office, date(2026, 4, 1), priya="yes", nadia="yes")
    attended(office, date(2027, 3, 31), priya="deputy", nadia="no")
    attended(office, date(2027, 4, 1), priya="no")
    do(office, people.replace_all, [replace(one, agency="Council") for one in EVERYONE])
    found = do(office, attendance.shares, RULES, at(ON), TEAM_MEMBER, "mace", ON)
    assert (found.first, found.last) == (date(2026, 4, 1), date(2027, 3, 31))
    assert [(one.agency, one.meetings, one.percent) for one in found.agencies] == [
        ("Health", 2, 50),
        ("Police", 2, 100),
    ]
    assert [(one.member, one.percent) for one in found.members] == [("nadia", 50), ("priya", 100)]
    assert do(office, attendance.shares, RULES, at(ON), TEAM_MEMBER, "meb", ON).members == ()


def test_only_the_business_team_and_the_console_look_after_meetings(office: Store) -> None:
    id = planned(office)
    for who in ("slack:U_CARYS", "slack:U_NOBODY"):
        with pytest.raises(Refused, match="Only the partnership's business team"):
            do(office, meetings.cancel, RULES, at(NOTED), who, id, "No quorum.")
        with pytest.raises(Refused, match="Only the partnership's business team"):
            do(office, meetings.plan, RULES, at(NOTED), who, "mace", ON)
        with pytest.raises(Refused, match="Only the partnership's business team"):
            do(office, attendance.shares, RULES, at(ON), who, None, ON)
    do(office, meetings.papers, RULES, at(ON), "console:admin", id, ON - timedelta(days=7))
    lines = do(office, history.of_subject, f"G:{id}")
    assert [(line.event.deed, line.event.who) for line in lines] == [
        ("plan", "person:ben"),
        ("papers", "console:admin"),
    ]
