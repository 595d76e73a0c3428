"""The bot as it runs, with everything of ours real: only Slack, Rasa and the mail server are stand-ins at the wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.masking import Masker
from bot.partnership.people import Person, Role
from bot.runtime.services import free_port
from bot.settings import Settings
from bot.store import people
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_slack import FakeSlack
from tests.running import Clock, Running, running

SECRET = "fake-signing-secret"
MONDAY_10 = datetime(2026, 11, 23, 10, tzinfo=UTC)
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, slack_id="U_BEN", email="ben@lscp.example")
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, slack_id="U_ASHA", email="asha@lscp.example", order=1)
NADIA = Person("nadia", "Nadia Shaw", "Health", email="nadia@health.example", order=2)
PEOPLE = [BEN, ASHA, NADIA]


@dataclass
class Bot(Running):
    """A bot that hears Slack at `url`."""

    slack: FakeSlack
    url: str


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
    """The bot with Slack, by HTTP or by a socket."""
    opened = running(store, masker, knowledge, rasa_url, settings=settings, clock=clock, workers=workers)
    async with opened as one:
        yield Bot(one.desk, one.clock, one.channels, one.address, slack, f"{one.address}/slack/events")


async def with_people(store: Store) -> None:
    """The invented people of the stand-in, as the partnership knows them."""
    await store.run(people.replace_all, PEOPLE)
