"""The parts of `data/plan.yaml`: what is checked of each figure, and what it means."""

from datetime import date, time
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Days = Annotated[int, Field(ge=0, le=90)]
Some = Annotated[int, Field(ge=1, le=90)]


class Frozen(BaseModel):
    """What is read from a file is never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PlanSource(Frozen):
    """Where a rule was read."""

    document: str
    section: str = ""
    date: date

    @property
    def words(self) -> str:
        """Document, section and day, such as a person would look it up."""
        section = f", {self.section}" if self.section else ""
        return f"{self.document}{section}, {self.date.day} {self.date:%B %Y}"


class Hours(Frozen):
    """Local time between which reminders go out."""

    opens: time
    closes: time


class Remind(Frozen):
    """When a person is reminded of an action (working days)."""

    before_working_days: tuple[Some, ...]
    overdue_every_working_days: Some
    hours: Hours


class DigestTime(Frozen):
    """When the weekly digest goes out: 0 is Monday; on a bank holiday the next working day."""

    weekday: Annotated[int, Field(ge=0, le=4)]
    at: time


class YearStart(Frozen):
    """The day on which the plan year begins."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=28)]


class LetterTo(Frozen):
    """The groups whose members get the letter about an agency's failures, and its copies."""

    to_group: str
    copied_to_group: str


class MatrixReadings(Frozen):
    """How the partnership's document was read where it says nothing."""

    clock: str
    response: str
    late: str
    each: str
    people: str

    @property
    def all(self) -> tuple[str, ...]:
        """Every reading, in order."""
        return self.clock, self.response, self.late, self.each, self.people


class MeetingReadings(Frozen):
    """The same for meetings."""

    week: str
    further: str
    apologies: str


class MatrixRule(Frozen):
    """Until when an action that a group gave must be answered, and what follows when it is not."""

    respond_working_days: Some
    remind_before_working_days: tuple[Some, ...]
    failures: Some
    late_counts: bool
    letter: LetterTo
    readings: MatrixReadings
    source: PlanSource


class RemindMeeting(Frozen):
    """So many working days before the last day of each task somebody is reminded."""

    papers: tuple[Some, ...]
    minutes: tuple[Some, ...]
    agree: tuple[Some, ...]
    circulate: tuple[Some, ...]
    call: tuple[Some, ...]


class MeetingRule(Frozen):
    """Papers, minutes, attendance and extraordinary meetings."""

    papers_before_days: Days
    minutes_to_chair_working_days: Some
    circulated_further_working_days: Some
    remind_before_working_days: RemindMeeting
    absences_in_a_row: Some
    absences_go_to: str
    extraordinary_within_working_days: Some
    supporters_needed: Some
    readings: MeetingReadings
    source: PlanSource


class RagKey(Frozen):
    """What each colour means."""

    red: str
    amber: str
    green: str
    completed: str
    source: PlanSource


class Group(Frozen):
    """One group of the partnership. `also` holds its other names, `slack` or `teams` its channel there."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    name: str
    also: tuple[str, ...]
    slack: str | None = Field(default=None, pattern=r"^[CG][A-Z0-9]{2,20}$")
    teams: str | None = Field(default=None, pattern=r"^19:[^\s?]+$")

    @property
    def address(self) -> str:
        """Where its channel is, as notices name it; empty without one."""
        return f"slack:{self.slack}" if self.slack else f"teams:chat/{self.teams}" if self.teams else ""
