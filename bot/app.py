"""The composition root: builds the assistant and the web application from the settings."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot.assistant.assistant import Assistant
from bot.assistant.rasa import RasaClient
from bot.masking import Masker
from bot.runtime.model import ensure_model
from bot.runtime.services import Services, action_server, free_port, rasa_server, require_free
from bot.settings import Settings
from bot.web.app import make_web_app
from knowledge.contacts import every_front_door
from knowledge.knowledge import Knowledge
from knowledge.load import load


@asynccontextmanager
async def assistant(settings: Settings, *, own_ports: bool) -> AsyncIterator[Assistant]:
    """An assistant that is ready to answer. Starts Rasa and the action server unless RASA_URL says where they are.

    `own_ports` takes the ports of the settings; otherwise any free ones, so that a question can be asked beside a
    running Signpost.
    """
    async with AsyncExitStack() as stack:
        masker = asyncio.create_task(asyncio.to_thread(make_masker, settings, knowledge := load()))
        rasa_url = settings.rasa_url
        if rasa_url is None:
            rasa_url = await stack.enter_async_context(_own_rasa(settings, own_ports))
        client = await stack.enter_async_context(RasaClient(rasa_url, settings.rasa_seconds))
        yield Assistant(knowledge, await masker, client, settings.signpost_home_area)


def make_masker(settings: Settings, knowledge: Knowledge) -> Masker:
    """The masker with the field's own words and the services' contacts, which it must never mask."""
    kept = [word.strip() for word in settings.signpost_mask_keep.split(",") if word.strip()]
    terms = [name for entry in knowledge.glossary for name in (entry.term, *entry.also)]
    places = [name for place in knowledge.places for name in place.names]
    contacts = [way for c in knowledge.contacts.values() for way in (c.name, c.phone, c.email) if way]
    return Masker(keep=[*kept, *terms, *places, *contacts])


@asynccontextmanager
async def _own_rasa(settings: Settings, own_ports: bool) -> AsyncIterator[str]:
    """Rasa and the action server as our children; yields Rasa's address."""
    model = await asyncio.to_thread(ensure_model)
    rasa_port = settings.rasa_port if own_ports else free_port()
    actions_port = settings.action_server_port if own_ports else free_port()
    require_free(rasa_port, "RASA_PORT")
    require_free(actions_port, "ACTION_SERVER_PORT")
    async with Services(action_server(actions_port), rasa_server(rasa_port, actions_port, model), say=_say):
        yield f"http://127.0.0.1:{rasa_port}"


def _say(words: str) -> None:
    print(f"signpost: {words}", file=sys.stderr, flush=True)


async def serve(settings: Settings) -> None:
    """Run everything until it is asked to stop; prints the address once the first question can be asked."""
    require_free(settings.signpost_port, "SIGNPOST_PORT")
    async with assistant(settings, own_ports=True) as ready:
        page = make_web_app(
            ready.ask,
            lambda: _health(ready),
            home_area=settings.signpost_home_area,
            front_doors=every_front_door(load()),
        )
        runner = web.AppRunner(page, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, settings.signpost_host, settings.signpost_port).start()
            print(f"Signpost answers at http://{settings.signpost_host}:{settings.signpost_port}/", flush=True)
            print("Ctrl-C stops it.", flush=True)
            await _asked_to_stop()
        finally:
            await runner.cleanup()


async def _health(ready: Assistant) -> dict[str, object]:
    """What /health says: without Rasa the answers are safe but poorer, and somebody must look."""
    rasa = await ready.rasa_is_up()
    return {"ok": rasa, "rasa": "up" if rasa else "down: answers come from the red-flag rules and the duty line"}


async def _asked_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    await stop.wait()
