"""The daily drill of the running bot."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time

from bot.app.desk import Answers
from bot.settings import Settings
from bot.workflows.desk import Desk
from bot.workflows.drill import drill_when_due

log = logging.getLogger(__name__)

_LOOK_SECONDS = 20.0


@asynccontextmanager
async def drilling(settings: Settings, desk: Desk, answers: Answers) -> AsyncIterator[None]:
    """The drill is run each day at its hour, while the context is open; never when the settings say so."""
    if (at := settings.drill_at) is None:
        yield
        return
    worker = settings.signpost_replica or f"{socket.gethostname()}:{settings.signpost_port}"
    task = asyncio.create_task(_daily(desk, answers, worker, at))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _daily(desk: Desk, answers: Answers, worker: str, at: time) -> None:
    while True:
        try:
            if found := await drill_when_due(desk, answers.try_out, worker, at):
                log.warning("the drill of %s: %s", found.day, found.result)
        except Exception as fault:  # the worker's outermost loop: one failed round must not end all later drills
            log.error("the drill failed: %s", type(fault).__name__)
        await asyncio.sleep(_LOOK_SECONDS)
