"""The people file: read whole, checked whole, taken over whole or not at all; and who is behind an address."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.people import CLOCK, Person
from bot.partnership.rules import Rules
from bot.store import people

UNKNOWN = "a practitioner who is not in the people file"
SIGNPOST = "Signpost"


@dataclass(frozen=True)
class Changes:
    """What a people file changed. `reordered`: who is told first when nobody answers is another one now."""

    added: tuple[Person, ...]
    changed: tuple[Person, ...]
    gone: tuple[Person, ...]
    reordered: bool


def is_known(tx: Connection, rules: Rules, now: datetime, who: str) -> bool:
    """Whether the people file names this address."""
    return people.by_address(tx, who) is not None


def recognise(tx: Connection, rules: Rules, now: datetime, who: str, email: str) -> bool:
    """Keep the Slack id of the person with this e-mail address, unless one stands there; whether one was found."""
    person = people.by_email(tx, email)
    if person is None or person.slack_id is not None:
        return False
    people.remember_slack_id(tx, person.id, who.partition(":")[2])
    return True


def name_of_nobody(key: str) -> str:
    """For messages that name no people."""
    return UNKNOWN


def names(tx: Connection) -> Callable[[str], str]:
    """How an actor's id is shown to people: the name and agency of the people file."""
    known = {f"person:{id}": label for id, label in people.labels(tx).items()}
    return lambda key: known.get(key, SIGNPOST if key == CLOCK.key else UNKNOWN)


def take_over(tx: Connection, everyone: list[Person]) -> Changes:
    """Replace the people by those of the file; what that changed. Slack ids that were found by e-mail are kept."""
    before = people.everyone(tx)
    known = {one.id: one.slack_id for one in before}
    named = {one.slack_id for one in everyone}
    people.replace_all(tx, [_with_slack_id(one, known.get(one.id), named) for one in everyone])
    return changes(before, people.everyone(tx))


def changes(before: list[Person], after: list[Person]) -> Changes:
    """What is different. A new line moves those below it; that alone is no change."""
    was, now = {one.id: one for one in before}, {one.id: one for one in after}
    stayed = [one.id for one in before if one.id in now]
    return Changes(
        added=tuple(one for one in after if one.id not in was),
        changed=tuple(now[id] for id in stayed if replace(was[id], order=0) != replace(now[id], order=0)),
        gone=tuple(one for one in before if one.id not in now),
        reordered=stayed != [one.id for one in after if one.id in was],
    )


def _with_slack_id(person: Person, known: str | None, named: set[str | None]) -> Person:
    """With the Slack id that was found before, unless the file gives it to somebody."""
    return person if person.slack_id or known in named else replace(person, slack_id=known)
