"""The inbox worker: what a channel delivered is handled here, after it was stored and acknowledged, once."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from bot.store import inbox
from bot.store.inbox import Delivery as Delivery
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

_LOOK_AGAIN = 5.0

type Handler = Callable[[Delivery], Awaitable[None]]


async def keep(desk: Desk, delivery: Delivery) -> bool:
    """Store a delivery before it is acknowledged; False when it was stored already."""
    new = await desk.store.run(inbox.receive, delivery, desk.clock())
    if new:
        desk.arrived.set()
    return new


class Intake:
    """Handles deliveries. `failed` is called for one that raised, so that the person is not left without a word."""

    def __init__(self, desk: Desk, handlers: dict[str, Handler], failed: dict[str, Handler], worker: str) -> None:
        self._desk = desk
        self._handlers = handlers  # channel -> what handles its deliveries
        self._failed = failed
        self._worker = worker

    async def run(self, at_once: int = 2) -> None:
        """Handle for ever, `at_once` deliveries at a time. What an earlier run had in its hands comes first."""
        await self._desk.store.run(inbox.release, self._worker)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(at_once):
                tasks.create_task(self._loop())

    async def _loop(self) -> None:
        while True:
            self._desk.arrived.clear()
            try:
                if await self.step():
                    continue
            except Exception as fault:  # the outermost loop: a lost database must not end it
                log.error("intake failed: %s", type(fault).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._desk.arrived.wait(), _LOOK_AGAIN)

    async def step(self) -> bool:
        """Handle the next delivery; whether there was one."""
        store, now = self._desk.store, self._desk.clock()
        claimed = await store.run(inbox.claim, self._worker, now, 1)
        for delivery in claimed:
            try:
                await self._handlers[delivery.channel](delivery)
            except Exception as fault:  # a fault of ours in one delivery: kept and tried again, the person is told
                log.error("delivery %s of kind %s: %s", delivery.key, delivery.kind, type(fault).__name__)
                await store.run(inbox.try_later, delivery.key, self._desk.clock(), type(fault).__name__)
                await self._failed[delivery.channel](delivery)
            else:
                await store.run(inbox.done, delivery.key, self._desk.clock())
        return bool(claimed)
