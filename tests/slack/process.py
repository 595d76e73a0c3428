"""The bot with Slack as a process of its own."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tests.fake_slack import FakeSlack
from tests.process import BotProcess, ended
from tests.slack.bot import settings_for


@dataclass
class SlackBotProcess(BotProcess):
    """A bot that hears Slack."""

    slack: FakeSlack = field(kw_only=True)

    @property
    def url(self) -> str:
        """Where Slack finds it in HTTP mode."""
        return f"{self.address}/slack/events"

    async def start(self, mode: str) -> None:
        """Start it; returns as soon as Slack can reach it. Raises RuntimeError when it ends before that."""
        await self.begin(settings_for(self.slack, mode), self._connected if mode == "socket" else None)

    async def _connected(self) -> bool:
        return bool((await self.slack.get("state"))["sockets"])


def bot_process(
    slack: FakeSlack, database_url: str, rasa_url: str, folder: Path, name: str = "bot"
) -> AbstractAsyncContextManager[SlackBotProcess]:
    """A bot that is not started yet; whatever runs of it at the end is killed. Its log is in `folder`."""
    return ended(SlackBotProcess(database_url, rasa_url, folder, name, slack=slack))
