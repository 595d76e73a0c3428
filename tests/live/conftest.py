"""A real Rasa with the trained model and a real action server, started once for all live tests."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.app.assistant import make_masker
from bot.assistant.assistant import Assistant
from bot.assistant.rasa import RasaClient
from bot.runtime.model import ensure_model
from bot.runtime.services import Service, Services, action_server, free_port, rasa_server
from bot.settings import Settings
from knowledge.knowledge import Knowledge


@dataclass
class Live:
    """The running pair, on an event loop of its own that outlives single tests."""

    loop: asyncio.AbstractEventLoop
    services: Services
    rasa: Service
    actions: Service
    rasa_url: str
    assistant: Assistant

    def run[T](self, work: Callable[[], Awaitable[T]]) -> T:
        """The result of some work on the loop."""

        async def wrapped() -> T:
            return await work()

        return asyncio.run_coroutine_threadsafe(wrapped(), self.loop).result(timeout=300)

    async def across_loops[T](self, work: Callable[[], Awaitable[T]]) -> T:
        """The result of some work on the loop, awaited on another one."""
        return await asyncio.to_thread(lambda: self.run(work))


@pytest.fixture(scope="session")
def live(knowledge: Knowledge) -> Iterator[Live]:
    """Rasa and the action server, ready."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    rasa_port, actions_port = free_port(), free_port()
    actions, rasa = action_server(actions_port), rasa_server(rasa_port, actions_port, ensure_model())
    services, url = Services(actions, rasa), f"http://127.0.0.1:{rasa_port}"
    client = RasaClient(url, Settings().rasa_seconds)

    async def start() -> Assistant:
        await services.__aenter__()
        await client.__aenter__()
        return Assistant(knowledge, make_masker(Settings(), knowledge), client, Settings().signpost_home_area)

    async def stop() -> None:
        await client.__aexit__(None, None, None)
        await services.__aexit__(None, None, None)

    assistant = asyncio.run_coroutine_threadsafe(start(), loop).result(timeout=300)
    yield Live(loop, services, rasa, actions, url, assistant)
    asyncio.run_coroutine_threadsafe(stop(), loop).result(timeout=60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(timeout=10)
    loop.close()
