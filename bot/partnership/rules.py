"""The partnership's figures and lists from `data/escalation.yaml`, checked when they are read."""

from datetime import time
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.partnership.working_time import OfficeHours

DATA = Path(__file__).parent / "data" / "escalation.yaml"
Days = Annotated[int, Field(ge=0, le=60)]
Minutes = Annotated[int, Field(ge=1, le=10_000)]


class RulesError(ValueError):
    """The rules file cannot be used; the message says where and why."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stage(_Frozen):
    """One step of the ladder. `verified` says whether the partnership's edition was read."""

    number: int
    name: str
    who: str
    action: str
    days: Days
    verified: bool


class Office(_Frozen):
    """The business team's office hours (local time)."""

    opens: time
    closes: time
    verified: bool


class Chase(_Frozen):
    """Who hears when nobody has acknowledged after so many minutes of open office."""

    after_minutes: Minutes
    tell: str = Field(pattern="^(next person|e-mail)$")


class Source(_Frozen):
    """Where a rule was read."""

    document: str
    edition: str | None = None
    seen_in: str | None = None
    url: str | None = None


class ReferralRule(_Frozen):
    """When to ask whether a referral had an outcome, and how often (working days)."""

    days: Days
    source: Source
    verified: bool
    ask_again_days: Days
    stop_after: int


class WorkingDays(_Frozen):
    """What counts as a working day."""

    rule: str
    verified: bool


class KeptDays(_Frozen):
    """After how many days what is no longer needed is deleted."""

    questions: int
    deliveries: int
    notices: int


class Rules(_Frozen):
    """Everything that the partnership may change about escalations."""

    unverified: str
    working_days: WorkingDays
    source: Source
    stages: tuple[Stage, ...]
    danger_days: Days
    concern_days: Days
    warn_before_minutes: Minutes
    office: Office
    acknowledge: tuple[Chase, ...]
    acknowledge_danger: tuple[Chase, ...]
    always: tuple[str, ...]
    business_team_is_not_duty: str
    agencies: tuple[str, ...]
    outcomes: dict[str, str]
    refused_kinds: tuple[str, ...]
    referral: ReferralRule
    kept_days: KeptDays

    @property
    def hours(self) -> OfficeHours:
        """The office hours for working time."""
        return OfficeHours(self.office.opens, self.office.closes)

    def stage(self, number: int) -> Stage | None:
        """The stage with that number."""
        return next((stage for stage in self.stages if stage.number == number), None)


@lru_cache(maxsize=4)
def load_rules(path: Path = DATA) -> Rules:
    """The rules. Raises RulesError, naming the field, when the file cannot be used."""
    try:
        rules = Rules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        where = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise RulesError(f"{path.name}: {where}") from error
    except (OSError, yaml.YAMLError) as error:
        raise RulesError(f"{path.name} cannot be read: {type(error).__name__}") from error
    if [stage.number for stage in rules.stages] != list(range(1, len(rules.stages) + 1)):
        raise RulesError(f"{path.name}: stages must be numbered 1, 2, 3 ...")
    return rules
