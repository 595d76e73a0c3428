"""The running bot: the page, the chat channels, the workers and the clock around one desk."""

import asyncio
import signal
from contextlib import AsyncExitStack

from aiohttp import web

from bot.app.assistant import assistant
from bot.app.channels import Channels, open_channels
from bot.app.desk import Answers, open_desk
from bot.app.drills import drilling
from bot.app.workers import work
from bot.runtime.garbage import search_seldom
from bot.runtime.services import require_free
from bot.settings import Settings
from bot.web.app import make_web_app
from knowledge.contacts import every_front_door


async def serve(settings: Settings) -> None:
    """Run everything until it is asked to stop; prints the address once the first question can be asked.

    Slack is listened to before Rasa is ready: what it delivers is stored at once and answered when it can be.
    """
    require_free(settings.signpost_port, "SIGNPOST_PORT")
    async with AsyncExitStack() as stack:
        answers = Answers()
        desk = await stack.enter_async_context(open_desk(settings, answers))
        channels = await stack.enter_async_context(open_channels(settings, desk))
        page = make_web_app(
            answers.ask,
            lambda: _health(answers, channels),
            home_area=settings.signpost_home_area,
            front_doors=every_front_door(desk.knowledge),
            knowledge=desk.knowledge,
        )
        channels.add_routes(page)
        await stack.enter_async_context(work(settings, desk, channels))
        runner = web.AppRunner(page, access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, settings.signpost_host, settings.signpost_port).start()
        answers.arrive(await stack.enter_async_context(assistant(settings, own_ports=True, switch=answers.switch)))
        await stack.enter_async_context(drilling(settings, desk, answers))
        search_seldom()
        print(f"Signpost answers at http://{settings.signpost_host}:{settings.signpost_port}/", flush=True)
        print("Ctrl-C stops it.", flush=True)
        await _asked_to_stop()


async def _health(answers: Answers, channels: Channels) -> dict[str, object]:
    """What /health says: without Rasa the answers are safe but poorer, without Slack nobody is heard there."""
    rasa = await answers.rasa_is_up()
    state: dict[str, object] = {
        "rasa": "up" if rasa else "down: answers come from the red-flag rules and the duty line"
    }
    is_on = await answers.switch.is_on()
    state["advice"] = "on" if is_on else "switched off: answers come from the red-flag rules and the duty line"
    connected = await channels.connected()
    state |= {name: "connected" if up else "not connected" for name, up in connected.items()}
    return {"ok": rasa and all(connected.values()), **state}


async def _asked_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    await stop.wait()
