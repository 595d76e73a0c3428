"""`python -m tests.fake_slack`: runs the fake until it is stopped."""

import argparse
import asyncio
import json
import signal

from aiohttp import web

from .app import WORLD, make_app
from .world import Settings


def settings_from(arguments: argparse.Namespace) -> Settings:
    """The settings that the command line asks for."""
    settings = Settings(mode=arguments.mode, signing_secret=arguments.signing_secret, bots=arguments.bot)
    settings.echoes = not arguments.no_echoes
    for name, value in json.loads(arguments.settings).items():
        setattr(settings, name, value)
    if arguments.retry_delays:
        settings.retry_delays = [float(delay) for delay in arguments.retry_delays.split(",")]
    return settings


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fake_slack", description="A stand-in for Slack.")
    parser.add_argument("--port", type=int, default=8765, help="0 chooses a free one")
    parser.add_argument("--bot", action="append", default=[], help="address of the bot; several are replicas")
    parser.add_argument("--mode", choices=("http", "socket"), default="http")
    parser.add_argument("--signing-secret", default=Settings().signing_secret)
    parser.add_argument("--retry-delays", help="seconds before each retry, such as 0,0.1,0.3 (Slack: 0,60,300)")
    parser.add_argument("--no-echoes", action="store_true", help="no events about the bot's own direct messages")
    parser.add_argument("--settings", default="{}", help="other settings of tests/fake_slack/world.py, as JSON")
    return parser.parse_args()


async def serve(arguments: argparse.Namespace) -> None:
    """Serves until SIGINT or SIGTERM."""
    app = make_app(settings_from(arguments))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", arguments.port).start()
    app[WORLD].base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(f"fake slack at {app[WORLD].base_url}/", flush=True)  # noqa: T201 - the line that whoever started it waits for
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await runner.cleanup()


asyncio.run(serve(parse()))
