"""The crash run in Slack, by HTTP and by a socket. What was not acknowledged Slack itself delivers again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from bench.crash_chat import Cast
from bench.crash_seen import REFERENCE, Seen
from bench.seen_slack import BUSINESS, seen_in_slack
from tests.fake_slack import FakeSlack, SeenMessage, SeenView, fake_slack_process
from tests.slack.bot import PEOPLE
from tests.slack.process import SlackBotProcess, bot_process

_RETRIES = [0.0, 1.0, 5.0]  # Slack's 0, 60 and 300 s: the last comes when the bot is there again
_BUTTON = "escalation.acknowledge"
_ASKERS = ("U_NADIA", "U_TOM", "U_BEN", "U_ASHA", "U_GREG", "U_STRANGER")
_WAYS = ("direct message", "mention", "/refer")


class SlackChat:
    """The people in Slack."""

    cast = Cast(PEOPLE, dict.fromkeys(_ASKERS, _WAYS), ("U_NADIA", "U_TOM", "U_GREG"), ("U_BEN", "U_ASHA"))
    modes = ("http", "http", "socket", "socket")  # two of each: what Slack tries again must find the same way in

    def __init__(self, slack: FakeSlack, bot: SlackBotProcess) -> None:
        self._slack = slack
        self.bot = bot
        self._views: dict[str, SeenView | None] = {}
        self._cards: dict[str, SeenMessage] = {}
        self._at_once: set[str] = set()  # what stood in an acknowledgement itself

    async def hear(self, mode: str) -> None:
        """By HTTP or by a socket."""
        await self._slack.settings(mode=mode, bots=[self.bot.url])
        await self.bot.start(mode)

    async def ask(self, user: str, way: str, words: str) -> tuple[str, bool]:
        """Alone with the bot, in a channel, or by the command."""
        if way == "/refer":
            sent = await self._slack.command(user, way, words)
            self._at_once |= {sent.answer["text"]} if isinstance(sent.answer, dict) else {str(sent.answer)}
            return f"slack:command:{sent.payload['trigger_id']}", sent.ok
        alone = way == "direct message"
        sent = await (self._slack.message(user, words) if alone else self._slack.mention(user, "C_GENERAL", words))
        return f"slack:{sent.payload['event']['channel']}:{sent.payload['event']['ts']}", sent.ok

    async def open_form(self, user: str, chance: Random) -> bool:
        """By the command."""
        sent = await self._slack.command(user, "/escalate")
        self._views[user] = await self._slack.view(user) if sent.ok else None
        return sent.ok

    async def send_form(self, user: str, values: dict[str, str]) -> bool:
        """The view that was opened last."""
        return (await self._slack.submit(user, self._views[user], values)).ok

    async def receipt(self, user: str) -> str:
        """The view as it is now."""
        shown = await self._slack.view(user)
        return shown.words if shown else ""

    async def to_acknowledge(self) -> set[str]:
        """As they stand in the business team's channel."""
        self._cards = {REFERENCE.findall(card.text)[0]: card for card in await self._slack.replies(BUSINESS)}
        return {ref for ref, card in self._cards.items() if _BUTTON in card.actions}

    async def acknowledge(self, user: str, ref: str) -> bool:
        """On the card that was seen last."""
        return (await self._slack.press(user, self._cards[ref], _BUTTON)).ok

    async def seen(self) -> Seen:
        """In all channels."""
        return await seen_in_slack(self._slack, self._at_once)


@asynccontextmanager
async def slack_chat(database_url: str, rasa_url: str, folder: Path) -> AsyncIterator[SlackChat]:
    """Slack with a bot that is not started yet."""
    async with (
        fake_slack_process(retry_delays=_RETRIES) as slack,
        bot_process(slack, database_url, rasa_url, folder) as bot,
    ):
        yield SlackChat(slack, bot)
