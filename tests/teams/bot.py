"""A bot that hears Teams alone, and the invented people as the partnership knows them there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.masking import Masker
from bot.partnership.people import Person, Role
from bot.runtime.services import free_port
from bot.settings import Settings
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_teams import FakeTeams
from tests.fake_teams.people import APP_ID, TENANT, invented_people
from tests.running import Clock, Running, running

BUSINESS = "19:business@thread.tacv2"
PATH = "/api/messages"
_ACCOUNTS = {key: one.aad_id for key, one in invented_people().items()}
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, teams_id=_ACCOUNTS["ben"], email="ben@lscp.example")
ASHA = Person(
    "asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, teams_id=_ACCOUNTS["asha"], email="asha@lscp.example", order=1
)
NADIA = Person(
    "nadia", "Nadia Shaw", "Health", Role.LEAD, email="nadia@health.example", order=2
)  # known by e-mail only
TOM = Person("tom", "Tom Hale", "School or college", Role.CHAIR, ("MACE",), teams_id=_ACCOUNTS["tom"], order=3)
PEOPLE = [BEN, ASHA, NADIA, TOM]


@dataclass
class TeamsBot(Running):
    """A bot that hears Teams."""

    teams: FakeTeams


def settings_for(teams: FakeTeams, **changed: object) -> Settings:
    """The settings of a bot that takes the stand-in for Microsoft."""
    given = Settings(
        signpost_port=free_port(),
        teams_app_id=APP_ID,
        teams_tenant_id=TENANT,
        teams_business_channel=BUSINESS,
        teams_stand_in=teams.service_url,
    )
    return replace(given, **changed)  # type: ignore[arg-type]  # the tests name real fields


@asynccontextmanager
async def running_bot(
    teams: FakeTeams,
    store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa_url: str,
    *,
    settings: Settings,
    clock: Clock | None = None,
    workers: bool = True,
) -> AsyncIterator[TeamsBot]:
    """The bot with Teams; the stand-in delivers to it."""
    opened = running(store, masker, knowledge, rasa_url, settings=settings, clock=clock, workers=workers)
    async with opened as one:
        await teams.replicas([f"{one.address}{PATH}"])
        yield TeamsBot(one.desk, one.clock, one.channels, one.address, teams)
