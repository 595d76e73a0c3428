"""Two bots with Teams on one PostgreSQL, with their workers and a pool of connections each."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bench.outcome import drained
from bot.masking import Masker
from bot.store import people
from bot.store.database import Store
from bot.store.engine import make_engine
from knowledge.knowledge import Knowledge
from tests.fake_teams import FakeTeams
from tests.fake_teams.seen import Seen
from tests.teams.bot import PATH, PEOPLE, TeamsBot, running_bot, settings_for

STAFF = ("nadia", "tom", "ben", "asha")
REFERENCE = re.compile(r"E-\d{4}-\d{4}")


@dataclass(frozen=True)
class Pair:
    """Two running bots with what they share."""

    teams: FakeTeams
    store: Store
    bots: tuple[TeamsBot, TeamsBot]

    async def both_hear_everything(self) -> None:
        """Each activity goes to both at the same moment."""
        await self.teams.replicas([one.address + PATH for one in self.bots], to="all")

    async def they_take_turns(self) -> None:
        """Each activity goes to one of them, the next to the other."""
        await self.teams.replicas([one.address + PATH for one in self.bots], to="one")

    async def drained(self) -> None:
        """Returns when nothing waits any more."""
        async with asyncio.timeout(60):
            await drained(self.store)

    async def form_is_open(self, user: str = "tom") -> None:
        """The person has the form of an escalation open."""
        await self.they_take_turns()
        await self.teams.message(user, "help")
        await self.teams.press(user, await self.teams.wait_for_message(user, "999", count=2), "escalate.open")

    async def card(self) -> Seen:
        """The one card of the team."""
        await self.drained()
        (found,) = [
            one for one in await self.teams.replies("business") if one.thread is None and REFERENCE.search(one.words)
        ]
        return found


@asynccontextmanager
async def open_pair(
    teams: FakeTeams, url: str, masker: Masker, knowledge: Knowledge, rasa_url: str
) -> AsyncIterator[Pair]:
    """Both bots, and the app in everybody's own chat."""
    async with AsyncExitStack() as stack:
        bots = []
        for name in "ab":
            store = Store(make_engine(url))
            stack.callback(store.close)
            given = settings_for(teams, signpost_replica=name)
            opened = running_bot(teams, store, masker, knowledge, rasa_url, settings=given)
            bots.append(await stack.enter_async_context(opened))
        found = Pair(teams, bots[0].desk.store, (bots[0], bots[1]))
        await found.store.run(people.replace_all, PEOPLE)
        await found.both_hear_everything()
        for user in STAFF:
            await teams.install(user)
        await found.drained()
        yield found
