"""The store: one database, and transactions that are repeated when another one was in the way."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Concatenate, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.store.engine import erase_leftovers, make_engine
from bot.store.marks import words_were_taken_out
from bot.store.migrate import migrate

_TRIES = 6
_THREADS = {"sqlite": 1, "postgresql": 4}
# serialization failure, deadlock, unique violation (somebody else was first: the work finds what they wrote)
_PASSING = {"40001", "40P01", "23505"}


class Store:
    """The database. Every piece of work is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._executor = ThreadPoolExecutor(_THREADS[engine.dialect.name], thread_name_prefix="store")
        self._leftovers = False

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at that address, brought up to the newest schema. Raises DatabaseError for an unusable address."""
        engine = make_engine(url)
        migrate(engine)
        return cls(engine)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, rolled back when it raises."""
        with self._engine.connect() as tx:
            with tx.begin():
                yield tx
            self._leftovers |= words_were_taken_out(tx)
        self._erase()

    async def run[**P, T](self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """What `work(tx, *args)` returns, done in one transaction on a thread of the store.

        It is done again from the start after a deadlock, a lock held too long or, once, a lost connection; so the work
        may touch nothing but the database. What fails while committing is not done again: it may have been kept.
        """
        once = partial(self._persist, work, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(self._executor, once)

    def close(self) -> None:
        """Wait for running work and close every connection."""
        self._executor.shutdown(wait=True)
        self._engine.dispose()

    def _persist[**P, T](self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        lost = 0
        for attempt in range(1, _TRIES + 1):
            committing = False
            try:
                with self.begin() as tx:
                    result = work(tx, *args, **named)
                    committing = True
                return result
            except DBAPIError as error:
                lost += _is_lost(error)
                if committing or attempt == _TRIES or lost > 1 or not (_is_lost(error) or _is_passing(error)):
                    raise
            time.sleep(random.uniform(0.005, 0.02) * 2**attempt)  # noqa: S311 - so that two do not meet again
        raise AssertionError("the last attempt returns or raises")

    def _erase(self) -> None:
        if self._leftovers and erase_leftovers(self._engine):
            self._leftovers = False


def _is_lost(error: DBAPIError) -> bool:
    # a refused connection has neither a statement nor a state
    return error.connection_invalidated or (error.statement is None and getattr(error.orig, "sqlstate", "") is None)


def _is_passing(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _PASSING or "database is locked" in str(error.orig)
