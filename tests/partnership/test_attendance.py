"""Attendance: shares by agency and member, and meetings missed in a row."""

from dataclasses import replace
from datetime import date

import pytest

from bot.partnership.attendance import Attendance, Presence, by_agency, by_member, missed_in_a_row, to_tell

YES, DEPUTY, APOLOGIES, NO = Presence

AGENCIES = {"priya": "Police", "omar": "Police", "nadia": "Health"}


def attended(*presences: Presence | None, member: str = "priya") -> list[Attendance]:
    """The member at one meeting a month; None where nothing was noted."""
    days = (date(2026, month, 3) for month in range(1, len(presences) + 1))
    return [
        Attendance(f"mace-{on}", "mace", on, member, AGENCIES[member], presence)
        for on, presence in zip(days, presences, strict=True)
        if presence is not None
    ]


def told(rows: list[Attendance]) -> list[tuple[str, int]]:
    return [(run[-1].meeting, len(run)) for run in to_tell(rows, 2)]


def test_a_member_is_there_in_person_or_by_the_deputy() -> None:
    (share,) = by_member(attended(YES, DEPUTY, APOLOGIES, NO, YES, YES))
    assert (share.agency, share.member, share.meetings, share.percent) == ("Police", "priya", 6, 67)
    assert dict(share.counts) == {YES: 3, DEPUTY: 1, APOLOGIES: 1, NO: 1}


def test_the_share_of_an_agency_counts_every_seat_of_its_members() -> None:
    rows = [*attended(YES, YES), *attended(NO, NO, member="omar"), *attended(YES, member="nadia")]
    assert [(one.agency, one.meetings, one.percent) for one in by_agency(rows)] == [
        ("Health", 1, 100),
        ("Police", 4, 50),
    ]


@pytest.mark.parametrize(("there", "of", "percent"), [(0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 3, 100)])
def test_shares_are_rounded_to_the_nearest_whole_per_cent(there: int, of: int, percent: int) -> None:
    (share,) = by_member(attended(*[YES] * there, *[NO] * (of - there)))
    assert share.percent == percent


def test_two_absences_one_after_the_other_are_told_and_each_further_one() -> None:
    assert told(attended(NO, YES, APOLOGIES, YES)) == []
    assert told(attended(YES, NO, APOLOGIES, YES, NO)) == [("mace-2026-03-03", 2)]
    assert told(attended(NO, NO, NO)) == [("mace-2026-02-03", 2), ("mace-2026-03-03", 3)]


def test_absences_that_were_told_are_not_told_again() -> None:
    first, second, third = attended(NO, NO, NO)
    assert told([first, replace(second, told_team=True), third]) == [("mace-2026-03-03", 3)]
    assert told([first, replace(second, told_team=True)]) == []


def test_the_deputy_ends_a_row_of_absences() -> None:
    assert told(attended(NO, DEPUTY, NO)) == []


def test_a_meeting_for_which_nothing_was_noted_ends_a_row_of_absences() -> None:
    rows = [*attended(NO, None, NO), *attended(YES, YES, YES, member="nadia")]
    assert told(rows) == []
    assert missed_in_a_row(rows, "priya", "mace-2026-03-03") == tuple(attended(NO, None, NO)[1:])


def test_absences_of_two_members_are_not_mixed() -> None:
    rows = [*attended(NO, YES, NO), *attended(YES, NO, NO, member="nadia")]
    assert told(rows) == [("mace-2026-03-03", 2)]
    assert [row.on.month for row in missed_in_a_row(rows, "nadia", "mace-2026-03-03")] == [2, 3]
    assert missed_in_a_row(rows, "priya", "mace-2026-02-03") == ()
