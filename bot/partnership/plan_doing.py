"""Who does something with an action, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.partnership.history import Event
from bot.partnership.people import Actor, Person
from bot.partnership.plan import Action
from bot.partnership.plan_rules import PlanRules
from knowledge.hours import LONDON

SUBJECT = "A:"  # what the history calls an action, before its id


@dataclass(frozen=True)
class Doing:
    """Who does something, when, and what the rules and the people file say about it."""

    actor: Actor
    at: datetime
    people: Sequence[Person]
    rules: PlanRules

    @property
    def today(self) -> date:
        """The local date."""
        return self.at.astimezone(LONDON).date()


@dataclass(frozen=True)
class Deed:
    """The action after the deed, and the event to record; no event when the same was done before."""

    action: Action
    event: Event | None = None


def deed_of(
    after: Action,
    doing: Doing,
    deed: str,
    facts: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
) -> Deed:
    """The deed with its event."""
    after = replace(after, version=after.version + 1)
    return Deed(after, Event(SUBJECT + after.id, doing.at, doing.actor.id, deed, facts or {}, words))
