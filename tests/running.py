"""The bot as it runs, with everything of ours real: only chats, Rasa and the mail server are stand-ins at the wire."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.app.channels import Channels, open_channels
from bot.app.workers import work
from bot.assistant.assistant import Assistant
from bot.assistant.rasa import RasaClient
from bot.masking import Masked, Masker
from bot.partnership.rules import load_rules
from bot.settings import Settings
from bot.store.database import Store
from bot.workflows.advice_switch import StoredSwitch
from bot.workflows.desk import Desk
from bot.workflows.due import tick
from knowledge.knowledge import Knowledge
from knowledge.model import Area


@dataclass
class Clock:
    """Runs on like a real one, from a moment that a test sets."""

    offset: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def set(self, moment: datetime) -> None:
        """From now on it is this moment."""
        self.offset = moment - datetime.now(UTC)


@dataclass
class Running:
    """A bot that listens at `address`, an address of this machine."""

    desk: Desk
    clock: Clock
    channels: Channels
    address: str

    async def at(self, moment: datetime) -> None:
        """It is this moment, and the clock's worker looks."""
        self.clock.set(moment)
        await self.desk.store.run(tick, self.desk.rules, self.clock())
        self.desk.to_send.set()


@asynccontextmanager
async def running(
    store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa_url: str,
    *,
    settings: Settings,
    clock: Clock | None = None,
    workers: bool = True,
) -> AsyncIterator[Running]:
    """The bot with its channels and, unless a test does their work itself, its workers."""
    clock = clock or Clock()
    async with AsyncExitStack() as stack:
        rasa = await stack.enter_async_context(RasaClient(rasa_url, 8))
        ask = Assistant(knowledge, masker, rasa, Area.THURROCK, StoredSwitch(store, fresh_seconds=0)).ask

        async def mask(text: str) -> Masked:
            return await asyncio.to_thread(masker.mask, text)

        desk = Desk(store, load_rules(), knowledge, ask, mask, clock, Area.THURROCK)
        channels = await stack.enter_async_context(open_channels(settings, desk))
        if workers:
            await stack.enter_async_context(work(settings, desk, channels))
        page = web.Application()
        channels.add_routes(page)
        runner = web.AppRunner(page, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", settings.signpost_port).start()
        yield Running(desk, clock, channels, f"http://127.0.0.1:{settings.signpost_port}")
