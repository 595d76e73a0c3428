"""The people file: read whole, checked whole, taken over whole or not at all; and who is behind an address."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.people import Person
from bot.partnership.rules import Rules
from bot.store import people


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


def take_over(tx: Connection, everyone: list[Person]) -> None:
    """Replace the people by those of the file. Slack ids that were found by e-mail are kept."""
    known = {one.id: one.slack_id for one in people.everyone(tx)}
    people.replace_all(tx, [_with_slack_id(one, known.get(one.id)) for one in everyone])


def _with_slack_id(person: Person, known: str | None) -> Person:
    return person if person.slack_id else replace(person, slack_id=known)
