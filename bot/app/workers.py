"""What works beside the channels: the inbox, the outbox and the clock."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.app.channels import Channels
from bot.settings import Settings
from bot.workflows.deliver import Courier
from bot.workflows.desk import Desk
from bot.workflows.due import clean, tick
from bot.workflows.intake import Intake

log = logging.getLogger(__name__)

_TICK_SECONDS = 20.0
_CLEAN_EVERY = timedelta(hours=6)


@asynccontextmanager
async def work(settings: Settings, desk: Desk, channels: Channels) -> AsyncIterator[None]:
    """All workers, while the context is open. One that ends by a fault ends the process: it is started again whole."""
    name = settings.signpost_replica or f"{socket.gethostname()}:{settings.signpost_port}"
    courier = Courier(desk, channels.senders, channels.team, name)
    intake = Intake(desk, channels.handlers, channels.failed, name)
    tasks = [asyncio.create_task(job) for job in (courier.run(), intake.run(), _clock(desk))]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks)


async def _clock(desk: Desk) -> None:
    """Ask again and again what is due."""
    cleaned = None
    while True:
        now = desk.clock()
        try:
            if await desk.store.run(tick, desk.rules, now):
                desk.to_send.set()
            if cleaned is None or now - cleaned > _CLEAN_EVERY:
                await desk.store.run(clean, desk.rules, now)
                cleaned = now
        except Exception as fault:  # the outermost loop: the next round asks again, nothing that is due is lost
            log.error("the clock failed: %s", type(fault).__name__)
        await asyncio.sleep(_TICK_SECONDS)
