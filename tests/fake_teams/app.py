"""The whole stand-in as one web application."""

from collections.abc import AsyncIterator

from aiohttp import web

from .connector import Connector
from .control import Control
from .courier import Courier
from .world import Settings, World

WORLD = web.AppKey("world", World)


def make_app(settings: Settings) -> web.Application:
    """The application; `world.base_url` must be set before the first call."""
    app = web.Application(client_max_size=4 * 1024 * 1024)
    app[WORLD] = world = World(settings)
    courier = Courier(world)

    async def lifetime(app: web.Application) -> AsyncIterator[None]:
        async with courier:
            yield

    async def keys(request: web.Request) -> web.Response:
        return web.json_response(world.tokens.keys())

    app.router.add_get("/keys", keys)
    app.router.add_routes(Connector(world).routes())
    app.router.add_routes(Control(courier).routes())
    app.cleanup_ctx.append(lifetime)
    return app
