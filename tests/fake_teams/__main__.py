"""`python -m tests.fake_teams`: runs the stand-in until it is stopped."""

import argparse
import asyncio
import json
import signal

from aiohttp import web

from .app import WORLD, make_app
from .people import APP_ID
from .world import Settings


def settings_from(arguments: argparse.Namespace) -> Settings:
    """The settings that the command line asks for."""
    settings = Settings(bots=arguments.bot, app_id=arguments.app_id)
    for name, value in json.loads(arguments.settings).items():
        if not hasattr(settings, name):
            raise SystemExit(f"no such setting: {name}")
        setattr(settings, name, value)
    return settings


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fake_teams", description="A stand-in for Teams.")
    parser.add_argument("--port", type=int, default=8766, help="0 chooses a free one")
    parser.add_argument("--bot", action="append", default=[], help="address of the bot; several are replicas")
    parser.add_argument("--app-id", default=APP_ID, help="the bot's app id: whom the tokens are for")
    parser.add_argument("--settings", default="{}", help="other settings of tests/fake_teams/world.py, as JSON")
    return parser.parse_args()


async def serve(arguments: argparse.Namespace) -> None:
    """Serves until SIGINT or SIGTERM."""
    app = make_app(settings_from(arguments))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", arguments.port).start()
    app[WORLD].base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(f"fake teams at {app[WORLD].base_url}/", flush=True)  # noqa: T201 - the line that whoever started it waits for
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await runner.cleanup()


asyncio.run(serve(parse()))
