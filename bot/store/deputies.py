"""Who stands in for whom, without reading everybody."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import BindParameter, Connection, bindparam, select

from bot.partnership.people import Person, Role
from bot.store.people import by_address, person_of
from bot.store.tables import people

_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_DEPUTISED = select(people).where(people.c.deputy.in_(_IDS)).order_by(people.c.position, people.c.id)
_KNOWN = select(people).where(people.c.id.in_(_IDS)).order_by(people.c.position, people.c.id)
_CHAIRS = select(people).where(people.c.role == Role.CHAIR.value).order_by(people.c.position, people.c.id)


def stands_for(tx: Connection, id: str, day: date) -> list[Person]:
    """Those for whom this person acts on that day: the person, and whoever is away or gone and has no nearer deputy."""
    person = by_address(tx, f"person:{id}")
    if person is None or not _is_there(person, day):
        return []
    found, nearest = [person], [person]
    while nearest:
        deputised = [person_of(row) for row in tx.execute(_DEPUTISED, {"ids": [one.id for one in nearest]})]
        nearest = [one for one in deputised if not _is_there(one, day) and one not in found]
        found += nearest
    return found


def with_deputies(tx: Connection, ids: Iterable[str]) -> list[Person]:
    """These people, the chairs, and everybody who may have to stand in for one of them."""
    found = {one.id: one for one in map(person_of, tx.execute(_CHAIRS))}
    missing = set(ids) - set(found) | _deputies(found.values()) - set(found)
    while missing:
        new = [person_of(row) for row in tx.execute(_KNOWN, {"ids": sorted(missing)})]
        found |= {one.id: one for one in new}
        missing = _deputies(new) - set(found)
    return sorted(found.values(), key=lambda one: (one.order, one.id))


def _deputies(of: Iterable[Person]) -> set[str]:
    return {one.deputy for one in of if one.deputy}


def _is_there(person: Person, day: date) -> bool:
    return person.active and not person.is_away(day)
