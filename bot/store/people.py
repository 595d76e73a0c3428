"""The people of the partnership as the database keeps them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.partnership.people import Actor, Away, Person, Role
from bot.store.tables import people

ACCOUNTS = {"slack": "slack_id", "teams": "teams_id"}  # channel -> the column with its accounts
_NAMED: BindParameter[str] = bindparam("name")


def _first(condition: ColumnElement[bool]) -> Select[Any]:
    return select(people).where(condition).order_by(people.c.active.desc(), people.c.position).limit(1)


_EVERYONE = select(people).order_by(people.c.position, people.c.id)
_LABELS = select(people.c.id, people.c.name, people.c.agency)
_BY_EMAIL = _first(func.lower(people.c.email) == _NAMED)
_BY_CHANNEL = {
    "slack": _first(people.c.slack_id == _NAMED),
    "teams": _first(people.c.teams_id == _NAMED),
    "person": select(people).where(people.c.id == _NAMED),
}


def everyone(tx: Connection) -> list[Person]:
    """All people in the order of the people file."""
    return [person_of(row) for row in tx.execute(_EVERYONE).all()]


def by_address(tx: Connection, address: str) -> Person | None:
    """The person with that address, such as slack:U1 or person:ID; None when nobody has it."""
    channel, _, name = address.partition(":")
    chosen = _BY_CHANNEL.get(channel)
    return None if chosen is None or not name else _one(tx, chosen, name)


def actor(tx: Connection, key: str) -> Actor:
    """Who acts under that address, with the person behind it when it is known."""
    return Actor(key, by_address(tx, key))


def labels(tx: Connection) -> dict[str, str]:
    """Each person's id with name and agency as people know them."""
    return {id: f"{name} ({agency})" for id, name, agency in tx.execute(_LABELS).all()}


def by_email(tx: Connection, email: str) -> Person | None:
    """The person with that e-mail address in any spelling of capitals; None when nobody has it."""
    return _one(tx, _BY_EMAIL, email.strip().lower()) if email.strip() else None


def replace_all(tx: Connection, persons: Iterable[Person]) -> None:
    """Keep exactly these people. An account found by e-mail is kept unless the file names another."""
    before = {(one.id, one.email): _row(one) for one in everyone(tx)}
    rows = [_row(one) for one in persons]
    for account in ACCOUNTS.values():
        named = {row[account] for row in rows}
        for row in rows:
            found = before.get((row["id"], row["email"]), {}).get(account)
            row[account] = row[account] or (None if found in named else found)
    tx.execute(delete(people))
    if rows:
        tx.execute(insert(people), rows)


def remember_account(tx: Connection, person_id: str, channel: str, account: str) -> None:
    """From now on this account of the channel is that person's, and nobody else's."""
    column = people.c[ACCOUNTS[channel]]
    tx.execute(update(people).where(column == account).values({column: None}))
    tx.execute(update(people).where(people.c.id == person_id).values({column: account}))


def person_of(row: Row[Any]) -> Person:
    """The person of a whole row."""
    id, name, agency, role, groups, email, slack_id, teams_id, prefers, deputy, away, active, position = tuple[
        Any, ...
    ](row)
    spells = tuple(Away(date.fromisoformat(first), date.fromisoformat(last)) for first, last in away)
    contacts = (email, slack_id, teams_id, prefers)
    return Person(id, name, agency, Role(role), tuple(groups), *contacts, deputy, spells, active, position)


def _one(tx: Connection, chosen: Select[Any], name: str) -> Person | None:
    row = tx.execute(chosen, {"name": name}).first()
    return person_of(row) if row else None


def _row(one: Person) -> dict[str, Any]:
    row = asdict(one)
    row["position"] = row.pop("order")
    row["role"] = one.role.value
    row["groups"] = list(one.groups)
    row["away"] = [[spell.first.isoformat(), spell.last.isoformat()] for spell in one.away]
    return row
