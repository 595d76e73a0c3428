"""The whole fake as one web application."""

from collections.abc import AsyncIterator

from aiohttp import web

from .control import Control
from .courier import Courier
from .events import callback
from .page import Page
from .page_forms import PageForms
from .people import Json
from .response_urls import ResponseUrls
from .sockets import Sockets
from .web_api import WebApi
from .world import Settings, World

WORLD = web.AppKey("world", World)


def make_app(settings: Settings) -> web.Application:
    """The application; `world.base_url` must be set before the first call."""
    app = web.Application()
    app[WORLD] = world = World(settings)
    sockets = Sockets(world)
    courier = Courier(world, sockets)

    def emit(event: Json) -> None:
        if world.settings.echoes and "im:history" in world.settings.scopes:
            courier.deliver_soon("events_api", callback(event))

    world.emit = emit

    async def lifetime(app: web.Application) -> AsyncIterator[None]:
        async with courier:
            yield

    async def hang_up(app: web.Application) -> None:
        for connection in sockets.connections:
            connection.abort()

    api = WebApi(world, sockets)
    app.router.add_route("*", "/api/{method}", api)
    app.router.add_post("/response/{token}", ResponseUrls(world))
    app.router.add_get("/link/", sockets.accept)
    app.router.add_routes(Control(courier).routes())
    app.router.add_routes([*Page(courier).routes(), *PageForms(courier).routes()])
    app.on_shutdown.append(hang_up)
    app.cleanup_ctx.append(lifetime)
    return app
