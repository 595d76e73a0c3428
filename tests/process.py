"""The bot as a process of its own, so that it can be killed, and several of them can share one database."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from bot.runtime.services import free_port
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
_START_SECONDS = 90.0  # imports and the language model of the masking, on a machine that does other work too
_LOOK_AGAIN = 0.03
_COMPILED = ROOT / ".cache" / "compiled"  # without compiled modules a start takes three times as long


@dataclass
class BotProcess:
    """One bot. It is the same replica with the same port whenever it is started again."""

    database_url: str
    rasa_url: str
    folder: Path
    name: str = "bot"
    port: int = field(default_factory=free_port)
    _process: asyncio.subprocess.Process | None = None

    @property
    def address(self) -> str:
        """Where its web server is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it writes."""
        return self.folder / f"{self.name}.log"

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

    async def begin(self, settings: Settings, is_there: Callable[[], Awaitable[bool]] | None = None) -> None:
        """Start it; returns once it `is_there`: it listens, unless told otherwise. Raises RuntimeError when it ends."""
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=ROOT,
                env=self._environment(settings),
                stdout=output,
                stderr=output,
            )
        async with asyncio.timeout(_START_SECONDS):
            await until(lambda: self._lives_and(is_there or self._listens))

    async def end(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Send it the signal and wait until it is gone."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(sign)
            await self._process.wait()

    def _environment(self, settings: Settings) -> dict[str, str]:
        """Every setting is given, so that no `.env` adds to them."""
        own = replace(
            settings,
            signpost_port=self.port,
            signpost_replica=self.name,
            rasa_url=self.rasa_url,
            database_url=self.database_url,
            signpost_drill_at="never",  # a stand-in for Rasa would not pass it
        )
        given = {one.name.upper(): getattr(own, one.name) for one in fields(own)}
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_COMPILED)}
        return {**os.environ, **compiled, **{name: str(value or "") for name, value in given.items()}}

    async def _lives_and(self, is_there: Callable[[], Awaitable[bool]]) -> bool:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError(f"the bot ended by itself; its log is {self.log}")
        return await is_there()

    async def _listens(self) -> bool:
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.close()
            return True
        return False


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Returns once it holds. Another process's port or database tells nobody when it changes, so it is asked."""
    while not await holds():
        await asyncio.sleep(_LOOK_AGAIN)


@contextlib.asynccontextmanager
async def ended[T: BotProcess](bot: T) -> AsyncIterator[T]:
    """The same bot; whatever runs of it at the end is killed."""
    try:
        yield bot
    finally:
        await bot.end(signal.SIGKILL)
