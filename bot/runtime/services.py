"""Rasa and the action server as child processes on loopback: started, watched, restarted, stopped."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp

from bot.runtime.model import NLU, rasa_command, rasa_environment
from bot.settings import ROOT

LOGS = ROOT / ".cache" / "logs"
_START_SECONDS = 180.0
_STOP_SECONDS = 10.0
_RESTART_SECONDS = 2.0


class ServiceError(RuntimeError):
    """A process could not be started; the message says which, and where its log is."""


@dataclass(frozen=True)
class Service:
    """One child process: how to start it, and the address that answers when it is ready."""

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str]
    folder: Path
    ready_url: str

    @property
    def log(self) -> Path:
        """Where its output goes. Neither process writes what people said there."""
        return LOGS / f"{self.name}.log"


def require_free(port: int, setting: str) -> None:
    """Raise ServiceError when somebody listens on the port: an old Rasa there would answer in place of ours."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise ServiceError(f"Port {port} is in use. Stop what uses it, or set {setting} to another port.")


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def action_server(port: int, documents: Path | None = None) -> Service:
    """The action server, in this environment, with the folder of the partnership's own copies."""
    command: tuple[str, ...] = (sys.executable, "-m", "actions", "--port", str(port))
    command += ("--documents", str(documents)) if documents else ()
    return Service("actions", command, os.environ, ROOT, f"http://127.0.0.1:{port}/health")


def rasa_server(port: int, actions_port: int, model: Path) -> Service:
    """Rasa with the given model, in the environment of `nlu/`."""
    command: tuple[str, ...] = (rasa_command(), "run", "--model", str(model), "--endpoints", "endpoints.yml")
    command += ("--credentials", "credentials.yml", "--interface", "127.0.0.1", "--port", str(port))
    env = rasa_environment(f"http://127.0.0.1:{actions_port}/webhook")
    return Service("rasa", command, env, NLU, f"http://127.0.0.1:{port}/webhooks/rest/")


# An answer may take a moment longer; the bot must acknowledge what Slack delivers within three seconds.
_POLITE = ("nice", "-n", "10")


class Services:
    """Runs services together. Entering waits until all answer; leaving stops all, whatever happened."""

    def __init__(self, *services: Service, say: Callable[[str], None] = lambda _: None) -> None:
        self._services = services
        self._say = say
        self.processes: dict[str, asyncio.subprocess.Process] = {}

    async def __aenter__(self) -> Self:
        LOGS.mkdir(parents=True, exist_ok=True)
        try:
            for service in self._services:
                await self._start(service)
            await asyncio.gather(*(self._ready(service) for service in self._services))
        except BaseException:  # a Ctrl-C while they start must stop them too; it is raised again
            await self._stop_all()
            raise
        self._watchers = [asyncio.create_task(self._watch(service)) for service in self._services]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for watcher in self._watchers:
            watcher.cancel()
        await self._stop_all()

    async def _start(self, service: Service) -> None:
        with service.log.open("ab") as output:
            self.processes[service.name] = await asyncio.create_subprocess_exec(
                *_POLITE,
                *service.command,
                cwd=service.folder,
                env=dict(service.env),
                stdout=output,
                stderr=output,
                start_new_session=True,  # a Ctrl-C reaches only us; we then stop the children
            )

    async def _ready(self, service: Service) -> None:
        """Wait until the service answers. Raises ServiceError when it ends or takes too long."""
        process = self.processes[service.name]
        ended = asyncio.create_task(process.wait())
        answers = asyncio.create_task(_answers(service.ready_url))
        await asyncio.wait({ended, answers}, timeout=_START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        ready = answers.done()
        for task in (ended, answers):
            task.cancel()
        if not ready:
            raise ServiceError(f"{service.name} did not start; the reason is at the end of {service.log}.")
        self._say(f"{service.name} is ready")

    async def _watch(self, service: Service) -> None:
        """Start the service again whenever it ends; the bot answers by itself meanwhile."""
        while True:
            await self.processes[service.name].wait()
            self._say(f"{service.name} stopped and is started again; until then answers come from the safe rules")
            await asyncio.sleep(_RESTART_SECONDS)
            with contextlib.suppress(OSError):  # no memory or no handle left: the next round tries again
                await self._start(service)

    async def _stop_all(self) -> None:
        await asyncio.gather(*(_stop(process) for process in self.processes.values()))


async def _answers(url: str) -> None:
    """Return once the address answers with status 200."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        while True:
            with contextlib.suppress(aiohttp.ClientError, asyncio.TimeoutError):
                async with session.get(url) as response:
                    if response.status == 200:
                        return
            await asyncio.sleep(0.2)


async def _stop(process: asyncio.subprocess.Process) -> None:
    """End a process and its children: asked first, forced after ten seconds."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(process.wait(), _STOP_SECONDS)
