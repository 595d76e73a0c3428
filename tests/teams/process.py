"""The bot with Teams as a process of its own."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tests.fake_teams import FakeTeams
from tests.process import BotProcess, ended
from tests.teams.bot import PATH, settings_for


@dataclass
class TeamsBotProcess(BotProcess):
    """A bot that hears Teams."""

    teams: FakeTeams = field(kw_only=True)

    @property
    def url(self) -> str:
        """Where Teams finds it."""
        return self.address + PATH

    async def start(self) -> None:
        """Start it; returns as soon as Teams can reach it. Raises RuntimeError when it ends before that."""
        await self.begin(settings_for(self.teams))


def bot_process(
    teams: FakeTeams, database_url: str, rasa_url: str, folder: Path, name: str = "bot"
) -> AbstractAsyncContextManager[TeamsBotProcess]:
    """A bot that is not started yet; whatever runs of it at the end is killed. Its log is in `folder`."""
    return ended(TeamsBotProcess(database_url, rasa_url, folder, name, teams=teams))
