"""The figures of the delivery plan, the action matrix and the meetings from `data/plan.yaml`, checked when read."""

from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.partnership.rules import RulesError
from bot.partnership.working_time import OfficeHours

DATA = Path(__file__).parent / "data" / "plan.yaml"
Days = Annotated[int, Field(ge=0, le=90)]
Some = Annotated[int, Field(ge=1, le=90)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PlanSource(_Frozen):
    """Where a rule was read."""

    document: str
    section: str = ""
    date: date

    @property
    def words(self) -> str:
        """Document, section and day, such as a person would look it up."""
        section = f", {self.section}" if self.section else ""
        return f"{self.document}{section}, {self.date.day} {self.date:%B %Y}"


class Hours(_Frozen):
    """Local time between which reminders go out."""

    opens: time
    closes: time


class Remind(_Frozen):
    """When a person is reminded of an action (working days)."""

    before_working_days: tuple[Some, ...]
    overdue_every_working_days: Some
    hours: Hours


class DigestTime(_Frozen):
    """When the weekly digest goes out: 0 is Monday; on a bank holiday the next working day."""

    weekday: Annotated[int, Field(ge=0, le=4)]
    at: time


class YearStart(_Frozen):
    """The day on which the plan year begins."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=28)]


class LetterTo(_Frozen):
    """The groups whose members get the letter about an agency's failures, and its copies."""

    to_group: str
    copied_to_group: str


class MatrixRule(_Frozen):
    """Until when an action that a group gave must be answered, and what follows when it is not."""

    respond_working_days: Some
    remind_before_working_days: tuple[Some, ...]
    failures: Some
    late_counts: bool
    letter: LetterTo
    readings: tuple[str, ...]
    source: PlanSource


class RemindMeeting(_Frozen):
    """So many working days before the last day of each task somebody is reminded."""

    papers: tuple[Some, ...]
    minutes: tuple[Some, ...]
    agree: tuple[Some, ...]
    circulate: tuple[Some, ...]
    call: tuple[Some, ...]


class MeetingRule(_Frozen):
    """Papers, minutes, attendance and extraordinary meetings."""

    papers_before_days: Days
    minutes_to_chair_working_days: Some
    circulated_further_working_days: Some
    remind_before_working_days: RemindMeeting
    absences_in_a_row: Some
    absences_go_to: str
    extraordinary_within_working_days: Some
    supporters_needed: Some
    readings: tuple[str, ...]
    source: PlanSource


class RagKey(_Frozen):
    """What each colour means."""

    red: str
    amber: str
    green: str
    completed: str
    source: PlanSource


class Group(_Frozen):
    """One group of the partnership. `also` holds its other names, `slack` its channel."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    name: str
    also: tuple[str, ...]
    slack: str | None = Field(default=None, pattern=r"^[CG][A-Z0-9]{2,20}$")


class PlanRules(_Frozen):
    """Everything that the partnership may change about its plan, its matrix and its meetings."""

    remind: Remind
    digest: DigestTime
    snooze_longest_days: Some
    year_starts: YearStart
    matrix: MatrixRule
    meetings: MeetingRule
    rag: RagKey
    smallest_number_shown: Annotated[int, Field(ge=1, le=50)]
    groups: tuple[Group, ...]

    @property
    def hours(self) -> OfficeHours:
        """When reminders go out on a working day."""
        return OfficeHours(self.remind.hours.opens, self.remind.hours.closes)

    def group(self, words: str) -> Group | None:
        """The group of that id or name, in any spelling of capitals; None when there is none."""
        said = _plain(words)
        return next((one for one in self.groups if said in map(_plain, (one.id, one.name, *one.also))), None)

    def year_of(self, day: date) -> date:
        """The first day of the plan year that `day` is in."""
        first = date(day.year, self.year_starts.month, self.year_starts.day)
        return first if day >= first else first.replace(year=day.year - 1)


@lru_cache(maxsize=4)
def load_plan_rules(path: Path = DATA) -> PlanRules:
    """The rules. Raises RulesError, naming the field, when the file cannot be used."""
    try:
        rules = PlanRules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        where = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise RulesError(f"{path.name}: {where}") from error
    except (OSError, yaml.YAMLError) as error:
        raise RulesError(f"{path.name} cannot be read: {type(error).__name__}") from error
    if faults := _faults(rules):
        raise RulesError(f"{path.name}: {'; '.join(faults)}")
    return rules


def _faults(rules: PlanRules) -> list[str]:
    names = [name for one in rules.groups for name in set(map(_plain, (one.id, one.name, *one.also)))]
    found = [f"groups: {name!r} means two groups" for name in sorted(set(names)) if names.count(name) > 1]
    letter, meetings = rules.matrix.letter, rules.meetings
    used = (letter.to_group, letter.copied_to_group, meetings.absences_go_to)
    found += [f"{name!r} is not among the groups" for name in used if name not in {one.id for one in rules.groups}]
    if rules.remind.hours.opens >= rules.remind.hours.closes:
        found.append("remind.hours: they close before they open")
    if not rules.remind.hours.opens <= rules.digest.at < rules.remind.hours.closes:
        found.append("digest.at: it lies outside remind.hours, so it would never go out")
    return found


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
