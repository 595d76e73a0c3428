"""The assistant from the settings, with Rasa and the action server where it needs its own."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.assistant.assistant import AlwaysOn, Assistant, Switch
from bot.assistant.rasa import RasaClient
from bot.masking import Masker
from bot.runtime.model import ensure_model
from bot.runtime.services import Services, action_server, free_port, rasa_server, require_free
from bot.settings import Settings
from bot.workflows.masker import masker_of
from knowledge.knowledge import Knowledge
from knowledge.load import load

NOWHERE = "http://127.0.0.1:9"  # while advice is off no language part is asked


@asynccontextmanager
async def assistant(settings: Settings, *, own_ports: bool, switch: Switch | None = None) -> AsyncIterator[Assistant]:
    """An assistant that is ready to answer. Starts Rasa and the action server unless RASA_URL says where they are.

    `own_ports` takes the ports of the settings; otherwise any free ones, so that a question can be asked beside a
    running Signpost: and then nothing is started while advice is switched off.
    """
    switch = switch or AlwaysOn()
    async with AsyncExitStack() as stack:
        masker = asyncio.create_task(
            asyncio.to_thread(make_masker, settings, knowledge := load(documents=settings.signpost_documents))
        )
        rasa_url = settings.rasa_url
        if rasa_url is None and not own_ports and not await switch.is_on():
            rasa_url = NOWHERE
        if rasa_url is None:
            rasa_url = await stack.enter_async_context(_own_rasa(settings, own_ports))
        client = await stack.enter_async_context(RasaClient(rasa_url, settings.rasa_seconds))
        yield Assistant(knowledge, await masker, client, settings.signpost_home_area, switch)


def make_masker(settings: Settings, knowledge: Knowledge) -> Masker:
    """The masker of these settings."""
    return masker_of(settings.signpost_mask_keep, knowledge)


@asynccontextmanager
async def _own_rasa(settings: Settings, own_ports: bool) -> AsyncIterator[str]:
    """Rasa and the action server as our children; yields Rasa's address."""
    model = await asyncio.to_thread(ensure_model)
    rasa_port = settings.rasa_port if own_ports else free_port()
    actions_port = settings.action_server_port if own_ports else free_port()
    require_free(rasa_port, "RASA_PORT")
    require_free(actions_port, "ACTION_SERVER_PORT")
    actions = action_server(actions_port, settings.signpost_documents)
    async with Services(actions, rasa_server(rasa_port, actions_port, model), say=_say):
        yield f"http://127.0.0.1:{rasa_port}"


def _say(words: str) -> None:
    print(f"signpost: {words}", file=sys.stderr, flush=True)
