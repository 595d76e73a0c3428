"""The action matrix as the database keeps it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from bot.partnership.matrix import MatrixItem
from bot.store.tables import matrix

_DUE = (  # asked with every look of the clock; building a statement takes longer than running it
    select(matrix)
    .where(matrix.c.remind_on <= bindparam("today"))
    .order_by(matrix.c.remind_on, matrix.c.id)
    .with_for_update()
)


def add(tx: Connection, item: MatrixItem) -> None:
    """Keep a new item."""
    tx.execute(insert(matrix).values(_row(item)))


def load(tx: Connection, id: str) -> MatrixItem | None:
    """The item, kept from other writers until the transaction ends; None when there is none."""
    return next(iter(_found(tx, select(matrix).where(matrix.c.id == id).with_for_update())), None)


def save(tx: Connection, item: MatrixItem) -> None:
    """Keep the item as it stands now."""
    tx.execute(update(matrix).where(matrix.c.id == item.id).values(_row(item)))


def of_meeting(tx: Connection, meeting: str) -> list[MatrixItem]:
    """What the meeting gave, in its order."""
    return sorted(_found(tx, select(matrix).where(matrix.c.meeting == meeting)), key=_place)


def of_agency(tx: Connection, agency: str) -> list[MatrixItem]:
    """Everything that one agency was ever given, oldest first, kept from other writers until the transaction ends."""
    chosen = select(matrix).where(matrix.c.agency == agency).order_by(matrix.c.due_on, matrix.c.id)
    return _found(tx, chosen.with_for_update())


def listed(tx: Connection, agency: str | None = None) -> list[MatrixItem]:
    """All items, or one agency's, by the day on which they are due."""
    chosen = select(matrix).order_by(matrix.c.due_on, matrix.c.meeting, matrix.c.id)
    return sorted(
        _found(tx, chosen if agency is None else chosen.where(matrix.c.agency == agency)),
        key=lambda item: (item.due_on, item.meeting, _place(item)),
    )


def due_to_look(tx: Connection, today: date) -> list[MatrixItem]:
    """Those whose day has come on which to look, kept from other writers until the transaction ends."""
    return [_item(row) for row in tx.execute(_DUE, {"today": today})]


def agencies(tx: Connection) -> list[str]:
    """Every agency that was given something."""
    return list(tx.execute(select(matrix.c.agency).distinct().order_by(matrix.c.agency)).scalars())


def _place(item: MatrixItem) -> int:
    return int(item.id.rpartition("/")[2])


def _found(tx: Connection, chosen: Select[Any]) -> list[MatrixItem]:
    return [_item(row) for row in tx.execute(chosen)]


def _row(item: MatrixItem) -> dict[str, Any]:
    row = asdict(item)
    row["grp"] = row.pop("group")
    return row


def _item(row: Row[Any]) -> MatrixItem:
    values = dict(row._mapping)
    return MatrixItem(group=values.pop("grp"), **values)
