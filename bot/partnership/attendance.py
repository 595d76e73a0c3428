"""Attendance: who came, the shares over a year, and who missed meetings in a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Presence(StrEnum):
    """Whether a member's seat was taken. `DEPUTY`: the designated deputy came instead."""

    YES = "yes"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    NO = "no"


THERE = frozenset({Presence.YES, Presence.DEPUTY})


@dataclass(frozen=True)
class Attendance:
    """One member at one meeting, with the agency of that time. `deputy` is the id of the deputy who came."""

    meeting: str
    group: str
    on: date
    member: str
    agency: str
    presence: Presence
    deputy: str | None = None
    told_team: bool = False  # the business team was told of the meetings missed in a row

    @property
    def is_there(self) -> bool:
        """Whether the member or the designated deputy came."""
        return self.presence in THERE


@dataclass(frozen=True)
class Share:
    """How often a member, or the members of an agency, were there."""

    agency: str
    member: str  # empty for the whole agency
    counts: tuple[tuple[Presence, int], ...]

    @property
    def meetings(self) -> int:
        """How many seats at meetings it is about."""
        return sum(count for _, count in self.counts)

    @property
    def percent(self) -> int:
        """The share at which the member or the deputy was there, in whole per cent."""
        there = sum(count for presence, count in self.counts if presence in THERE)
        return (200 * there + self.meetings) // (2 * self.meetings)


def by_member(rows: Iterable[Attendance]) -> list[Share]:
    """The share of each member, by agency and member."""
    return _shares((row.agency, row.member, row.presence) for row in rows)


def by_agency(rows: Iterable[Attendance]) -> list[Share]:
    """The share of each agency."""
    return _shares((row.agency, "", row.presence) for row in rows)


def _shares(seats: Iterable[tuple[str, str, Presence]]) -> list[Share]:
    found: dict[tuple[str, str], list[Presence]] = {}
    for agency, member, presence in seats:
        found.setdefault((agency, member), []).append(presence)
    return [
        Share(agency, member, tuple((one, presences.count(one)) for one in Presence))
        for (agency, member), presences in sorted(found.items())
    ]


def missed_in_a_row(rows: Sequence[Attendance], member: str, meeting: str) -> tuple[Attendance, ...]:
    """The meetings that the member's seat was empty at, one after another up to this one; oldest first.

    `rows` is everybody's attendance of one group. A meeting for which the member was not noted ends the row.
    """
    return next((run for run in _runs(rows, member) if run[-1].meeting == meeting), ())


def to_tell(rows: Sequence[Attendance], in_a_row: int) -> list[tuple[Attendance, ...]]:
    """The absences that must be told and were not: each meeting that makes it `in_a_row` or more, with those before."""
    runs = (run for member in sorted({row.member for row in rows}) for run in _runs(rows, member))
    return [run for run in runs if len(run) >= in_a_row and not run[-1].told_team]


def _runs(rows: Sequence[Attendance], member: str) -> Iterator[tuple[Attendance, ...]]:
    """For each meeting that the member missed, those missed in a row up to it."""
    own = {row.meeting: row for row in rows if row.member == member}
    run: tuple[Attendance, ...] = ()
    for _, meeting in sorted({(row.on, row.meeting) for row in rows}):
        row = own.get(meeting)
        run = (*run, row) if row and not row.is_there else ()
        if run:
            yield run
