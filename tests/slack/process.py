"""The bot as a process of its own, so that it can be killed, and several of them can share one database."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from bot.runtime.services import free_port
from tests.fake_slack import FakeSlack
from tests.slack.bot import settings_for

ROOT = Path(__file__).parents[2]
_START_SECONDS = 90.0  # imports and the language model of the masking, on a machine that does other work too
_LOOK_AGAIN = 0.03
_COMPILED = ROOT / ".cache" / "compiled"  # without compiled modules a start takes three times as long


@dataclass
class BotProcess:
    """One bot. It is the same replica with the same port whenever it is started again."""

    slack: FakeSlack
    database_url: str
    rasa_url: str
    name: str
    port: int
    log: Path
    _process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Where Slack finds it in HTTP mode."""
        return f"http://127.0.0.1:{self.port}/slack/events"

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

    async def start(self, mode: str) -> None:
        """Start it; returns as soon as Slack can reach it. Raises RuntimeError when it ends before that."""
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=ROOT,
                env=self._environment(mode),
                stdout=output,
                stderr=output,
            )
        async with asyncio.timeout(_START_SECONDS):
            await until(self._listens if mode == "http" else self._connected)

    async def end(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Send it the signal and wait until it is gone."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(sign)
            await self._process.wait()

    def _environment(self, mode: str) -> dict[str, str]:
        """Every setting is given, so that no `.env` adds to them."""
        settings = settings_for(
            self.slack,
            mode,
            signpost_port=self.port,
            signpost_replica=self.name,
            rasa_url=self.rasa_url,
            database_url=self.database_url,
        )
        given = {one.name.upper(): getattr(settings, one.name) for one in fields(settings)}
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_COMPILED)}
        return {**os.environ, **compiled, **{name: str(value or "") for name, value in given.items()}}

    def _alive(self) -> None:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError(f"the bot ended by itself; its log is {self.log}")

    async def _listens(self) -> bool:
        self._alive()
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.close()
            return True
        return False

    async def _connected(self) -> bool:
        self._alive()
        return bool((await self.slack.get("state"))["sockets"])


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Returns once it holds. Another process's port or database tells nobody when it changes, so it is asked."""
    while not await holds():
        await asyncio.sleep(_LOOK_AGAIN)


@asynccontextmanager
async def bot_process(
    slack: FakeSlack, database_url: str, rasa_url: str, folder: Path, name: str = "bot"
) -> AsyncIterator[BotProcess]:
    """A bot that is not started yet; whatever runs of it at the end is killed. Its log is in `folder`."""
    bot = BotProcess(slack, database_url, rasa_url, name, free_port(), folder / f"{name}.log")
    try:
        yield bot
    finally:
        await bot.end(signal.SIGKILL)
