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
    """Keep this account for the person with the e-mail address, unless one stands there; whether one was found."""
    (channel, _, account), person = who.partition(":"), people.by_email(tx, email)
    if person is None or getattr(person, people.ACCOUNTS[channel]) is not None:
        return False
    people.remember_account(tx, person.id, channel, account)
    return True


def name_of_nobody(key: str) -> str:
    """For messages that name no people."""
    return UNKNOWN


def names(tx: Connection) -> Callable[[str], str]:
    """How an actor's id is shown to people: the name and agency of the people file."""
    known = {f"person:{id}": label for id, label in people.labels(tx).items()}
    return lambda key: known.get(key, SIGNPOST if key == CLOCK.key else UNKNOWN)


def take_over(tx: Connection, everyone: list[Person]) -> Changes:
    """Replace the people by those of the file; what that changed. Accounts that were found by e-mail are kept."""
    before = people.everyone(tx)
    for account in people.ACCOUNTS.values():
        known = {one.id: getattr(one, account) for one in before}
        named = {getattr(one, account) for one in everyone}
        everyone = [_with_account(one, account, known.get(one.id), named) for one in everyone]
    people.replace_all(tx, everyone)
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


def _with_account(person: Person, account: str, known: str | None, named: set[str | None]) -> Person:
    """With the account that was found before, unless the file gives it to somebody."""
    if getattr(person, account) or known in named:
        return person
    return replace(person, slack_id=known) if account == "slack_id" else replace(person, teams_id=known)


def to_choose(tx: Connection, rules: Rules, now: datetime, who: str) -> list[tuple[str, str]]:
    """The active people for a form that asks for one: each one's address and name, in the people file's order."""
    return [(f"person:{one.id}", f"{one.name} ({one.agency})") for one in people.everyone(tx) if one.active]
