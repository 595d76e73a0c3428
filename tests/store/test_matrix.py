"""Meetings, attendance and the matrix are kept as they are, and found by the day on which to look."""

from dataclasses import replace
from datetime import date

from bot.partnership.attendance import Attendance, Presence
from bot.partnership.matrix import MatrixItem
from bot.partnership.meetings import Meeting
from bot.store import matrix, meetings
from bot.store.database import Store
from tests.partnership.gathered import PRIYA, item, meeting
from tests.store.samples import do

DAY = date(2026, 11, 23)
FULL_MEETING = Meeting(
    *("mace-asked-2026-11-23", "mace", None, True, "nadia", ("lena", "stella"), DAY, date(2026, 12, 14), "NUL \0, 🧒"),
    *(DAY, DAY, DAY, DAY, DAY, "No quorum.", DAY, DAY),
)


def kept(store: Store, *items: MatrixItem) -> None:
    for one in items:
        do(store, meetings.add, meeting(one.met_on))
        do(store, matrix.add, one)


def test_a_meeting_comes_back_as_it_was_kept(store: Store) -> None:
    assert do(store, meetings.add, FULL_MEETING) is True
    assert do(store, meetings.load, FULL_MEETING.id) == replace(FULL_MEETING, reason="NUL \ufffd, 🧒")
    assert do(store, meetings.load, "mace-2026-11-24") is None
    changed = replace(FULL_MEETING, reason="Duty.", on=DAY, remind_on=None)
    do(store, meetings.save, changed)
    assert do(store, meetings.load, FULL_MEETING.id) == changed


def test_a_meeting_is_added_once(store: Store) -> None:
    do(store, meetings.add, meeting(DAY))
    assert do(store, meetings.add, replace(meeting(DAY), papers_on=DAY)) is False
    assert do(store, meetings.load, meeting(DAY).id) == meeting(DAY)


def test_meetings_are_listed_by_day_and_those_without_a_day_last(store: Store) -> None:
    later, earlier = meeting(date(2026, 12, 1)), meeting(DAY, "meb")
    for one in (FULL_MEETING, later, earlier):
        do(store, meetings.add, one)
    assert do(store, meetings.listed) == [earlier, later, replace(FULL_MEETING, reason="NUL \ufffd, 🧒")]
    assert do(store, meetings.listed, "meb") == [earlier]


def test_what_is_to_be_looked_at_is_found_by_its_day(store: Store) -> None:
    for number, day in ((1, date(2026, 12, 3)), (2, None), (3, date(2026, 12, 4)), (4, DAY)):
        kept(store, replace(item(number=number), remind_on=day))
        do(store, meetings.add, replace(meeting(DAY), id=f"meb-{number}", remind_on=day))
    today = date(2026, 12, 3)
    assert [one.id for one in do(store, matrix.due_to_look, today)] == ["mace-2026-11-23/4", "mace-2026-11-23/1"]
    looked = [one.id for one in do(store, meetings.due_to_look, today)]
    assert [id for id in looked if id.startswith("meb")] == ["meb-4", "meb-1"]


def test_an_item_comes_back_as_it_was_kept(store: Store) -> None:
    full = replace(
        item(person=PRIYA),
        words="NUL \0, 🧒",
        acknowledged_on=DAY,
        responded_on=DAY,
        response="Done.",
        responded_by="person:priya",
        struck_on=DAY,
        struck_reason="Given twice.",
        letter_on=DAY,
        looked_on=DAY,
    )
    kept(store, full)
    assert do(store, matrix.load, full.id) == replace(full, words="NUL \ufffd, 🧒")
    do(store, matrix.save, item(person=PRIYA))
    assert do(store, matrix.load, full.id) == item(person=PRIYA)
    assert do(store, matrix.load, "mace-2026-11-23/2") is None


def test_items_are_found_by_meeting_and_by_agency_in_their_order(store: Store) -> None:
    early, health = item(date(2026, 9, 1)), item(number=2, agency="Health")
    kept(store, *(item(number=number) for number in (10, 9, 1)), health, early)
    assert [one.id[-3:] for one in do(store, matrix.of_meeting, "mace-2026-11-23")] == ["3/1", "3/2", "3/9", "/10"]
    assert [one.id[-3:] for one in do(store, matrix.listed, "Police")] == ["1/1", "3/1", "3/9", "/10"]
    assert do(store, matrix.of_agency, "Health") == [health]
    assert do(store, matrix.agencies) == ["Health", "Police"]
    assert len(do(store, matrix.listed)) == 5


def seat(one: Meeting, member: str, presence: Presence = Presence.YES) -> Attendance:
    assert one.on is not None
    return Attendance(one.id, one.group, one.on, member, "Police", presence)


def test_attendance_is_replaced_when_it_is_noted_again(store: Store) -> None:
    one = meeting(DAY)
    do(store, meetings.add, one)
    do(store, meetings.note, [seat(one, "priya", Presence.NO), seat(one, "nadia")])
    corrected = replace(seat(one, "priya", Presence.DEPUTY), deputy="omar", told_team=True)
    do(store, meetings.note, [corrected])
    assert do(store, meetings.attended, "mace") == [seat(one, "nadia"), corrected]


def test_attendance_is_found_by_group_and_days_without_meetings_that_were_cancelled(store: Store) -> None:
    held = [meeting(DAY), meeting(date(2026, 12, 1)), meeting(DAY, "meb"), meeting(date(2026, 12, 2))]
    for one in held:
        do(store, meetings.add, one)
        do(store, meetings.note, [seat(one, "priya")])
    do(store, meetings.save, replace(held[3], cancelled_on=DAY))
    assert [row.meeting for row in do(store, meetings.attended, "mace")] == ["mace-2026-11-23", "mace-2026-12-01"]
    assert [row.meeting for row in do(store, meetings.attended, None, DAY, DAY)] == [
        "mace-2026-11-23",
        "meb-2026-11-23",
    ]
    assert do(store, meetings.attended, "mace", date(2026, 12, 2)) == []
