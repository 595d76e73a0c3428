"""The figures of the delivery plan, the action matrix and the meetings from `data/plan.yaml`, checked when read."""

from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, ValidationError

from bot.partnership.plan_figures import (
    DigestTime,
    Frozen,
    Group,
    MatrixRule,
    MeetingRule,
    PlanSource,
    RagKey,
    Remind,
    Some,
    YearStart,
)
from bot.partnership.rules import RulesError
from bot.partnership.working_time import OfficeHours

__all__ = ["Group", "MatrixRule", "MeetingRule", "PlanRules", "PlanSource", "RagKey", "Remind", "load_plan_rules"]

DATA = Path(__file__).parent / "data" / "plan.yaml"


class PlanRules(Frozen):
    """Everything that the partnership may change about its plan, its matrix and its meetings."""

    remind: Remind
    digest: DigestTime
    snooze_longest_days: Some
    year_starts: YearStart
    our_reading: str
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
        return self._named.get(_plain(words))

    @cached_property
    def _named(self) -> dict[str, Group]:
        return {_plain(words): one for one in self.groups for words in (one.id, one.name, *one.also)}

    def ours(self, reading: str) -> str:
        """A reading of ours, a sentence, with the mark that it is one."""
        return f"{reading.removesuffix('.')} ({self.our_reading})."

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
