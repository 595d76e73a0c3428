"""The two ways in: Socket Mode, which needs nothing but outgoing connections, and signed HTTP."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)

PATH = "/slack/events"
_PING_SECONDS = 5
_CALL_SECONDS = 8


@asynccontextmanager
async def web_client(token: str, url: str, proxy: str, *, stand_in: bool) -> AsyncIterator[AsyncWebClient]:
    """The client of Slack's Web API on one session. A stand-in on loopback is never asked through a proxy."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_CALL_SECONDS)) as session:
        quiet = logging.getLogger("slack_sdk.quiet")
        quiet.setLevel(logging.CRITICAL)  # the SDK writes answers and tracebacks into its log
        client = AsyncWebClient(token, url, _CALL_SECONDS, proxy=proxy or None, session=session, logger=quiet)
        if stand_in:
            client.proxy = None  # the SDK takes the proxy of the environment and does not read NO_PROXY
        yield client


def add_route(page: web.Application, app: AsyncApp) -> None:
    """Signed HTTP at /slack/events."""

    async def events(request: web.Request) -> web.Response:
        try:
            read = await to_bolt_request(request)
        except (ValueError, AttributeError):  # Bolt reads the body before the signature: no JSON, or no object
            return web.Response(status=400)
        return await to_aiohttp_response(await app.async_dispatch(read))

    page.router.add_post(PATH, events)


@asynccontextmanager
async def socket(
    app: AsyncApp, app_token: str, ping_seconds: float = _PING_SECONDS
) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """Socket Mode while the context is open; yields whether it is connected. The SDK reconnects by itself."""
    client = app.client
    handler = AsyncSocketModeHandler(app, app_token, client._logger, client, client.proxy, ping_seconds)
    handler.client.proxy = client.proxy
    tasks = [asyncio.create_task(handler.client.connect()), asyncio.create_task(_watch(handler.client, ping_seconds))]
    try:
        yield handler.client.is_connected
    finally:
        for task in tasks:
            task.cancel()
        await handler.client.close()


async def _watch(client: SocketModeClient, seconds: float) -> None:
    """Say in the log when the connection is lost and when it is back, and let no address be tried for ever.

    The SDK tries the address that Slack gave it again and again; Slack takes one only once, and not for long.
    """
    was_up = True
    while True:
        await asyncio.sleep(seconds)
        is_up = await client.is_connected()
        if is_up != was_up:
            log.warning("connected to Slack again" if is_up else "not connected to Slack; tried again and again")
        if not is_up:
            client.wss_uri = None
        was_up = is_up
