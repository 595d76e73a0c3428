"""Escalations: each is what its history tells; a row without words finds it for lists."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select

from bot.partnership.escalation import CLOSED, Escalation, escalation
from bot.partnership.history import Event
from bot.store import history
from bot.store.tables import escalations, numbers
from bot.store.tables import history as lines
from bot.store.writing import insert

_OPEN = (  # asked with every look of the clock; building a statement takes longer than running it
    select(escalations.c.ref)
    .where(*(escalations.c.state != state.value for state in CLOSED))
    .order_by(escalations.c.raised_at, escalations.c.ref)
)


def next_ref(tx: Connection, year: int) -> str:
    """The next reference of the year. Its row stays locked until the transaction ends, so no number is left out."""
    first = insert(tx, numbers).values(year=year, last=1)
    counted = first.on_conflict_do_update(index_elements=["year"], set_={"last": numbers.c.last + 1})
    return f"E-{year}-{tx.execute(counted.returning(numbers.c.last)).scalar_one():04d}"


def load(tx: Connection, ref: str) -> Escalation | None:
    """The escalation, kept from other writers until the transaction ends; None when there is none."""
    tx.execute(select(escalations.c.ref).where(escalations.c.ref == ref).with_for_update())
    return escalation(history.of_subject(tx, ref))


def record(tx: Connection, event: Event, form_key: str | None = None) -> Escalation:
    """Write the event into the history; the escalation after it. Raises ValueError unless a "raise" comes first."""
    history.append(tx, event)
    item = escalation(history.of_subject(tx, event.subject))
    if item is None:
        raise ValueError(f"{event.subject} has no history")
    row = _index_row(item)
    first = insert(tx, escalations).values(row | {"form_key": form_key})
    tx.execute(first.on_conflict_do_update(index_elements=["ref"], set_=row))
    return item


def by_form(tx: Connection, form_key: str) -> str | None:
    """The reference that a form led to; None when it has led to nothing yet."""
    return tx.execute(select(escalations.c.ref).where(escalations.c.form_key == form_key)).scalar_one_or_none()


def open_ones(tx: Connection) -> list[Escalation]:
    """Those that are not closed, oldest first."""
    return _folded(tx, tx.execute(_OPEN).scalars().all())


def raised_by(tx: Connection, ids: Collection[str]) -> list[Escalation]:
    """Those raised by any of the addresses, newest first."""
    chosen = select(escalations.c.ref).where(escalations.c.raised_by.in_(ids))
    newest = chosen.order_by(escalations.c.raised_at.desc(), escalations.c.ref.desc())
    return _folded(tx, tx.execute(newest).scalars().all())


def all_refs(tx: Connection) -> list[str]:
    """Every reference, in the order in which they were given."""
    return list(tx.execute(select(escalations.c.ref).order_by(escalations.c.raised_at, escalations.c.ref)).scalars())


def index_faults(tx: Connection) -> list[str]:
    """Where the rows differ from the history, one sentence each."""
    rows = {row["ref"]: row for row in tx.execute(select(escalations)).mappings()}
    raised = set(tx.execute(select(lines.c.subject).where(lines.c.deed == "raise")).scalars())
    found = [f"{ref} is in the history but in no list." for ref in sorted(raised - set(rows))]
    found += [f"{ref} is in the lists but not in the history." for ref in sorted(set(rows) - raised)]
    for item in _folded(tx, sorted(raised & set(rows))):
        wrong = [name for name, value in _index_row(item).items() if rows[item.ref][name] != value]
        found += [f"{item.ref} is listed with another {name} than its history says." for name in wrong]
    return found


def _folded(tx: Connection, refs: Sequence[str]) -> list[Escalation]:
    told = history.of_subjects(tx, refs) if refs else {}
    return [item for ref in refs if (item := escalation(told[ref]))]


def _index_row(item: Escalation) -> dict[str, Any]:
    return {
        "ref": item.ref,
        "state": item.state.value,
        "raised_by": item.raised_by,
        "raised_at": item.raised_at,
        "owner": item.owner,
        "version": item.version,
    }
