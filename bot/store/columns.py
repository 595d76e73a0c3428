"""Column types that hold the same on SQLite and PostgreSQL."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode  # made once: making it takes longer
_DECODE = json.JSONDecoder().decode
_EMPTY: dict[str, type[list[Any]] | type[dict[str, Any]]] = {"[]": list, "{}": dict}  # most columns hold these
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def utc(at: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return at.astimezone(UTC)


def clean(words: str) -> str:
    """The words with U+FFFD for what PostgreSQL or UTF-8 cannot hold: NUL and half a surrogate pair."""
    return _UNKEEPABLE.sub("\ufffd", words)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in, aware UTC out. On SQLite text of a fixed width, so that it sorts."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text of 27 letters on SQLite, else a timestamp with time zone."""
        return dialect.type_descriptor(String(27) if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401 - SQLAlchemy's type
        """The moment as the database keeps it. Raises ValueError for a time without a zone."""
        if value is None:
            return None
        at = utc(value)
        return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z" if dialect.name == "sqlite" else at

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401
        """The moment in UTC."""
        if value is None:
            return None
        return utc(datetime.fromisoformat(value) if isinstance(value, str) else value)


class Json(TypeDecorator[Any]):
    """Plain objects as JSON text, in ASCII so that any letter that arrives can be kept as it came."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401
        """The JSON."""
        return None if value is None else _ENCODE(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401
        """What the JSON says."""
        return None if value is None else _EMPTY[value]() if value in _EMPTY else _DECODE(value)


class Words(TypeDecorator[str]):
    """What people typed, cleaned of what a database refuses."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The cleaned words."""
        return None if value is None else clean(value)
