"""Statements that both databases know, but SQLAlchemy only by dialect."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert


def insert(tx: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what happens when the row is there already."""
    return _insert(tx.dialect.name, table)


def insert_new(tx: Connection, table: Table, **values: Any) -> bool:  # noqa: ANN401 - one value for each column
    """Insert the row unless one with the same key is there; whether it was inserted."""
    return tx.execute(_insert_new(tx.dialect.name, table), values).first() is not None


def insert_each_new(tx: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert the rows unless one with the same key is there; how many were inserted."""
    return len(tx.execute(_insert_new(tx.dialect.name, table), rows).all()) if rows else 0


def _insert(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@lru_cache(maxsize=64)
def _insert_new(dialect: str, table: Table) -> ReturningInsert[Any]:
    return _insert(dialect, table).on_conflict_do_nothing().returning(*table.primary_key)
