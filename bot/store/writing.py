"""Statements that both databases know, but SQLAlchemy only by dialect."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(tx: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what happens when the row is there already."""
    return postgresql.insert(table) if tx.dialect.name == "postgresql" else sqlite.insert(table)


def insert_new(tx: Connection, table: Table, **values: Any) -> bool:  # noqa: ANN401 - one value for each column
    """Insert the row unless one with the same key is there; whether it was inserted."""
    added = insert(tx, table).values(**values).on_conflict_do_nothing().returning(*table.primary_key)
    return tx.execute(added).first() is not None
