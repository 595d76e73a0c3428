"""The switch of free-text advice as every process asks for it: the store's last word, a few seconds old at most."""

import asyncio
import logging
import time
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from bot.partnership import advice as rules
from bot.store import advice
from bot.store.database import Store

log = logging.getLogger(__name__)

_FRESH_SECONDS = 2.0
_PATIENCE_SECONDS = 1.0  # a question never waits longer for the store
_FIRST_SECONDS = 10.0  # but until the store has once said anything, nothing is known


class StoredSwitch:
    """Whether advice is on. While the store cannot be read its last word holds; before it has said any, advice is off.

    Off is what a person rings instead of reads: no one is left without an answer by it.
    """

    def __init__(
        self,
        store: Store,
        *,
        fresh_seconds: float = _FRESH_SECONDS,
        patience_seconds: float = _PATIENCE_SECONDS,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._fresh = fresh_seconds
        self._patience = patience_seconds
        self._seconds = seconds
        self._on: bool | None = None
        self._looked: float | None = None
        self._looking: asyncio.Task[None] | None = None

    async def is_on(self) -> bool:
        """Whether it is on."""
        if self._looking is None and self._is_stale():
            self._looking = asyncio.create_task(self._look())
        if self._looking is not None:
            await asyncio.wait({self._looking}, timeout=_FIRST_SECONDS if self._on is None else self._patience)
        return bool(self._on)

    def _is_stale(self) -> bool:
        return self._looked is None or self._seconds() - self._looked >= self._fresh

    async def _look(self) -> None:
        """Ask the store, once for all who wait."""
        began = self._seconds()
        try:
            is_on = rules.is_on(await self._store.run(advice.last))
            if is_on != self._on and self._on is not None:
                log.warning("advice is switched %s", "on" if is_on else "off")
            self._on = is_on
        except SQLAlchemyError as fault:
            log.error("whether advice is on cannot be read: %s", type(fault).__name__)
        finally:
            self._looked, self._looking = began, None
