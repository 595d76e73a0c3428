"""A Rasa at the wire: an HTTP server that answers, or fails, the way the real one does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from knowledge.advise import Said, advise
from knowledge.knowledge import Knowledge
from knowledge.model import Area

Behaviour = Callable[[], Awaitable[web.StreamResponse]]


@dataclass
class FakeRasa:
    """What it was sent, and how it behaves from now on."""

    knowledge: Knowledge
    received: list[dict[str, Any]] = field(default_factory=list)
    behaviour: Behaviour | None = None
    url: str = ""

    async def webhook(self, request: web.Request) -> web.StreamResponse:
        message = await request.json()
        self.received.append(message)
        if self.behaviour:
            return await self.behaviour()
        said = Said(
            message["message"],
            Area(message["metadata"]["area"]),
            datetime.now(UTC),
            ranking={"lado": 0.9},
            urgency=0.04,
        )
        return web.json_response([{"custom": advise(self.knowledge, said).to_dict()}])


async def silent() -> web.StreamResponse:
    """What Rasa sends when the action server is down, an action raises, or no rule matches."""
    return web.json_response([])


async def garbage() -> web.StreamResponse:
    return web.Response(body=b"\xff\xfe<html>", content_type="application/json")


async def not_an_answer() -> web.StreamResponse:
    return web.json_response([{"custom": {"kind": "advice"}}, {"text": "hello"}])


async def an_error() -> web.StreamResponse:
    return web.json_response({"error": "boom"}, status=500)


async def slow() -> web.StreamResponse:
    await asyncio.Event().wait()  # for ever: the caller's limit must end it
    raise AssertionError


@asynccontextmanager
async def fake_rasa(knowledge: Knowledge, kind: type[FakeRasa] = FakeRasa) -> AsyncIterator[FakeRasa]:
    """A running fake."""
    fake = kind(knowledge)
    app = web.Application()
    app.router.add_post("/webhooks/rest/webhook", fake.webhook)
    app.router.add_get("/webhooks/rest/", lambda _: asyncio.sleep(0, web.json_response({"status": "ok"})))
    async with TestServer(app) as server:
        fake.url = str(server.make_url("/"))
        yield fake
