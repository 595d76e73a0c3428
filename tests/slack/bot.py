"""The bot as it runs, with everything of ours real: only Slack, Rasa and the mail server are stand-ins at the wire."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.app.channels import Channels, open_channels
from bot.app.workers import work
from bot.assistant.assistant import Assistant
from bot.assistant.rasa import RasaClient
from bot.masking import Masked, Masker
from bot.partnership.people import Person, Role
from bot.partnership.rules import load_rules
from bot.runtime.services import free_port
from bot.settings import Settings
from bot.store import people
from bot.store.database import Store
from bot.workflows.desk import Desk
from bot.workflows.due import tick
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.fake_slack import FakeSlack

SECRET = "fake-signing-secret"
MONDAY_10 = datetime(2026, 11, 23, 10, tzinfo=UTC)
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, slack_id="U_BEN", email="ben@lscp.example")
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, slack_id="U_ASHA", email="asha@lscp.example", order=1)
NADIA = Person("nadia", "Nadia Shaw", "Health", email="nadia@health.example", order=2)
PEOPLE = [BEN, ASHA, NADIA]


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
class Bot:
    """A running bot, its desk and its clock."""

    desk: Desk
    clock: Clock
    slack: FakeSlack
    url: str
    channels: Channels = field(default_factory=Channels)

    async def at(self, moment: datetime) -> None:
        """It is this moment, and the clock's worker looks."""
        self.clock.set(moment)
        await self.desk.store.run(tick, self.desk.rules, self.clock())
        self.desk.to_send.set()


def settings_for(slack: FakeSlack, mode: str, **changed: object) -> Settings:
    """The settings of a bot that takes the stand-in for Slack."""
    given = Settings(
        signpost_port=free_port(),
        slack_mode=mode,
        slack_bot_token="xoxb-fake",
        slack_app_token="xapp-fake",
        slack_signing_secret=SECRET,
        slack_business_channel="G_BUSINESS",
        slack_api_url=slack.api_url,
    )
    return replace(given, **changed)  # type: ignore[arg-type]  # the tests name real fields


@asynccontextmanager
async def running_bot(
    slack: FakeSlack,
    store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa_url: str,
    *,
    settings: Settings,
    clock: Clock | None = None,
    workers: bool = True,
) -> AsyncIterator[Bot]:
    """The bot with its channels and, unless a test does their work itself, its workers; by HTTP or by a socket."""
    clock = clock or Clock()
    async with AsyncExitStack() as stack:
        rasa = await stack.enter_async_context(RasaClient(rasa_url, 8))
        ask = Assistant(knowledge, masker, rasa, Area.THURROCK).ask

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
        url = f"http://127.0.0.1:{settings.signpost_port}/slack/events"
        yield Bot(desk, clock, slack, url, channels)


async def with_people(store: Store) -> None:
    """The invented people of the stand-in, as the partnership knows them."""
    await store.run(people.replace_all, PEOPLE)
