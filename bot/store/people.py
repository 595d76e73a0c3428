"""The people of the partnership as the database keeps them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from bot.partnership.people import Actor, Away, Person, Role
from bot.store.tables import people

_BY_CHANNEL = {"slack": people.c.slack_id, "teams": people.c.teams_id, "person": people.c.id}


def everyone(tx: Connection) -> list[Person]:
    """All people in the order of the people file."""
    return [_person(row) for row in tx.execute(select(people).order_by(people.c.position, people.c.id))]


def by_address(tx: Connection, address: str) -> Person | None:
    """The person with that address, such as slack:U1 or person:ID; None when nobody has it."""
    channel, _, name = address.partition(":")
    column = _BY_CHANNEL.get(channel)
    return None if column is None or not name else _one(tx, column == name)


def actor(tx: Connection, key: str) -> Actor:
    """Who acts under that address, with the person behind it when it is known."""
    return Actor(key, by_address(tx, key))


def stands_for(tx: Connection, id: str, day: date) -> list[Person]:
    """Those for whom this person acts on that day: the person, and whoever is away or gone and has no nearer deputy."""
    person = by_address(tx, f"person:{id}")
    if person is None or not _is_there(person, day):
        return []
    found, nearest = [person], [person]
    while nearest:
        behind = select(people).where(people.c.deputy.in_([one.id for one in nearest])).order_by(people.c.position)
        deputised = [_person(row) for row in tx.execute(behind)]
        nearest = [one for one in deputised if not _is_there(one, day) and one not in found]
        found += nearest
    return found


def labels(tx: Connection) -> dict[str, str]:
    """Each person's id with name and agency as people know them."""
    rows = tx.execute(select(people.c.id, people.c.name, people.c.agency))
    return {row.id: f"{row.name} ({row.agency})" for row in rows}


def by_email(tx: Connection, email: str) -> Person | None:
    """The person with that e-mail address in any spelling of capitals; None when nobody has it."""
    return _one(tx, func.lower(people.c.email) == email.strip().lower()) if email.strip() else None


def replace_all(tx: Connection, persons: Iterable[Person]) -> None:
    """Keep exactly these people. A Slack account found by e-mail is kept unless the file names another."""
    known = {(one.id, one.email): one.slack_id for one in everyone(tx)}
    rows = [_row(one) for one in persons]
    named = {row["slack_id"] for row in rows}
    for row in rows:
        found = known.get((row["id"], row["email"]))
        row["slack_id"] = row["slack_id"] or (None if found in named else found)
    tx.execute(delete(people))
    if rows:
        tx.execute(insert(people), rows)


def remember_slack_id(tx: Connection, person_id: str, slack_id: str) -> None:
    """From now on this Slack account is that person's, and nobody else's."""
    tx.execute(update(people).where(people.c.slack_id == slack_id).values(slack_id=None))
    tx.execute(update(people).where(people.c.id == person_id).values(slack_id=slack_id))


def _is_there(person: Person, day: date) -> bool:
    return person.active and not person.is_away(day)


def _one(tx: Connection, condition: ColumnElement[bool]) -> Person | None:
    row = tx.execute(select(people).where(condition).order_by(people.c.active.desc(), people.c.position)).first()
    return _person(row) if row else None


def _row(one: Person) -> dict[str, Any]:
    row = asdict(one)
    row["position"] = row.pop("order")
    row["role"] = one.role.value
    row["groups"] = list(one.groups)
    row["away"] = [[spell.first.isoformat(), spell.last.isoformat()] for spell in one.away]
    return row


def _person(row: Row[Any]) -> Person:
    values = dict(row._mapping)
    values["order"] = values.pop("position")
    values["role"] = Role(row.role)
    values["groups"] = tuple(row.groups)
    values["away"] = tuple(Away(date.fromisoformat(first), date.fromisoformat(last)) for first, last in row.away)
    return Person(**values)
