"""The assistant from the settings, with Rasa and the action server where it needs its own."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.assistant.assistant import Assistant
from bot.assistant.rasa import RasaClient
from bot.masking import Masker
from bot.runtime.model import ensure_model
from bot.runtime.services import Services, action_server, free_port, rasa_server, require_free
from bot.settings import Settings
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
