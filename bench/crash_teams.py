"""The crash run in Teams. A message that was not acknowledged is delivered again, with the same id.

Buttons and dialogs are not: the person is told that it went wrong and presses again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from bench.crash_chat import Cast
from bench.crash_seen import REFERENCE, Seen
from bench.seen_teams import seen_in_teams
from bot.teams.names import ESCALATE_MESSAGE, REFER_MESSAGE
from tests.fake_teams import Delivery, FakeTeams, fake_teams_process
from tests.fake_teams import Seen as SeenMessage
from tests.teams.bot import BUSINESS, PEOPLE
from tests.teams.process import TeamsBotProcess, bot_process

_AGAIN = (0.0, 1.0, 5.0)  # seconds; the last comes when the bot is there again
_BUTTON = "escalation.acknowledge"
_OPEN = "escalate.open"
_HERE = ("direct message", "mention in general", "mention in practice")
_ON_A_MESSAGE = "command on a message"  # its dialog would take the place of a form: only for who raises nothing
_ASKERS = {
    "nadia": (*_HERE, "mention in group"),
    "tom": (*_HERE, "mention in group"),
    "ben": _HERE,
    "asha": (*_HERE, _ON_A_MESSAGE),
    "greg": ("direct message",),
}


class TeamsChat:
    """The people in Teams."""

    cast = Cast(PEOPLE, _ASKERS, ("nadia", "tom", "ben"), ("ben", "asha"))
    modes = ("http",)

    def __init__(self, teams: FakeTeams, bot: TeamsBotProcess) -> None:
        self._teams = teams
        self.bot = bot
        self._cards: dict[str, SeenMessage] = {}
        self._installed = False

    async def hear(self, mode: str) -> None:
        """The first time, everybody adds the app and is welcomed."""
        await self._teams.replicas([self.bot.url])
        await self.bot.start()
        if not self._installed:
            self._installed = True
            for user in _ASKERS:
                await self._teams.install(user)

    async def ask(self, user: str, way: str, words: str) -> tuple[str, bool]:
        """Alone with the bot, by a mention, or by the command on somebody's message."""
        if way == _ON_A_MESSAGE:
            sent = await self._teams.command_on_message(user, REFER_MESSAGE, words)
            return f"teams:command:{sent.activity['from']['aadObjectId']}:{sent.activity['id']}", sent.ok
        alone, where = way == "direct message", way.rpartition(" ")[2]
        sent = await (self._teams.message(user, words) if alone else self._teams.mention(user, where, words))
        sent = await self._until_taken(sent)
        return f"teams:{sent.activity['conversation']['id']}:{sent.activity['id']}", sent.ok

    async def open_form(self, user: str, chance: Random) -> bool:
        """By a button in the person's own chat or by the command on somebody's message."""
        cards = [card for card in await self._teams.replies(user) if _OPEN in card.buttons]
        if cards and chance.random() < 0.5:
            return (await self._teams.press(user, chance.choice(cards), _OPEN)).ok
        return (await self._teams.command_on_message(user, ESCALATE_MESSAGE, "They will not assess.")).ok

    async def send_form(self, user: str, values: dict[str, str]) -> bool:
        """The open dialog. It stays when sending goes wrong."""
        return (await self._teams.submit(user, values)).ok

    async def receipt(self, user: str) -> str:
        """The dialog as it is now."""
        shown = await self._teams.dialog(user)
        return shown.words if shown else ""

    async def to_acknowledge(self) -> set[str]:
        """As they stand in the business team's channel."""
        self._cards = {REFERENCE.findall(card.words)[0]: card for card in await self._teams.replies(BUSINESS)}
        return {ref for ref, card in self._cards.items() if _BUTTON in card.buttons}

    async def acknowledge(self, user: str, ref: str) -> bool:
        """On the card that was seen last."""
        return (await self._teams.press(user, self._cards[ref], _BUTTON)).ok

    async def seen(self) -> Seen:
        """In all conversations."""
        return await seen_in_teams(self._teams, [*_ASKERS, "general", "practice", "group", "business"])

    async def _until_taken(self, sent: Delivery) -> Delivery:
        for seconds in _AGAIN:
            if sent.ok:
                break
            await asyncio.sleep(seconds)  # Teams waits before it delivers again
            sent = await self._teams.again(sent)
        return sent


@asynccontextmanager
async def teams_chat(database_url: str, rasa_url: str, folder: Path) -> AsyncIterator[TeamsChat]:
    """Teams with a bot that is not started yet."""
    async with fake_teams_process() as teams, bot_process(teams, database_url, rasa_url, folder) as bot:
        yield TeamsChat(teams, bot)
