"""Who stands in for whom, without reading everybody."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, or_, select

from bot.partnership.people import Person, Role
from bot.store.people import person_of
from bot.store.tables import people

_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_DEPUTISED = select(people).where(people.c.deputy.in_(_IDS)).order_by(people.c.position, people.c.id)
_OWN_OR_DEPUTISED = (
    select(people)
    .where(or_(people.c.id == bindparam("id"), people.c.deputy == bindparam("id")))
    .order_by(people.c.position, people.c.id)
)


def _followed(first: ColumnElement[bool]) -> Select[Any]:
    """These people and their deputies, the deputies' deputies and so on."""
    chain = select(people.c.id, people.c.deputy).where(first).cte("chain", recursive=True)
    nearer = select(people.c.id, people.c.deputy).join(chain, people.c.id == chain.c.deputy)
    found = select(chain.union(nearer).c.id)
    return select(people).where(people.c.id.in_(found)).order_by(people.c.position, people.c.id)


_BEHIND = _followed(people.c.id.in_(_IDS))
_BEHIND_WITH_CHAIRS = _followed(or_(people.c.id.in_(_IDS), people.c.role == Role.CHAIR.value))


def stands_for(tx: Connection, id: str, day: date) -> list[Person]:
    """Those for whom this person acts on that day: the person, and whoever is away or gone and has no nearer deputy."""
    first = [person_of(row) for row in tx.execute(_OWN_OR_DEPUTISED, {"id": id})]
    found = [one for one in first if one.id == id and _is_there(one, day)]
    deputised = first if found else []
    while nearest := [one for one in deputised if not _is_there(one, day) and one not in found]:
        found += nearest
        deputised = [person_of(row) for row in tx.execute(_DEPUTISED, {"ids": [one.id for one in nearest]})]
    return found


def in_line(tx: Connection, ids: Iterable[str]) -> list[Person]:
    """These people and everybody who may have to stand in for one of them."""
    return [person_of(row) for row in tx.execute(_BEHIND, {"ids": list(ids)})]


def with_deputies(tx: Connection, ids: Iterable[str]) -> list[Person]:
    """These people, the chairs, and everybody who may have to stand in for one of them."""
    return [person_of(row) for row in tx.execute(_BEHIND_WITH_CHAIRS, {"ids": list(ids)})]


def _is_there(person: Person, day: date) -> bool:
    return person.active and not person.is_away(day)
