"""Carries activities to the bot, signed as the Bot Connector signs them."""

import asyncio
import json
import time
from typing import Any, Self

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from .people import Json
from .things import Sent
from .world import World


class Courier:
    """Delivers to the bot, or to its replicas."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._turn = 0

    async def __aenter__(self) -> Self:
        # A new connection for each delivery: one that a killed bot left behind must not cost an attempt.
        self._session = ClientSession(trust_env=False, connector=TCPConnector(force_close=True))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Gives up what is still on its way."""
        await self._session.close()

    async def deliver(self, activity: Json) -> Sent:
        """The activity with what every bot that got it answered."""
        settings, world = self.world.settings, self.world
        sent = Sent(activity)
        world.sent.append(sent)
        token = world.tokens.make("good", settings.app_id, str(activity.get("serviceUrl")))
        sent.attempts = await self.post_raw(json.dumps(activity), f"Bearer {token}")
        world.changes.mark()
        return sent

    async def post_raw(self, body: str, authorization: str | None) -> list[Json]:
        """Posts any body with any Authorization to the bot whose turn it is, or to all; returns the attempts."""
        settings = self.world.settings
        self._turn += 1
        everyone = settings.replicas == "all" or not settings.bots
        chosen = settings.bots if everyone else [settings.bots[self._turn % len(settings.bots)]]
        return await asyncio.gather(*(self._post(bot, body, authorization) for bot in chosen))

    async def _post(self, bot: str, body: str, authorization: str | None) -> Json:
        started, limit = time.perf_counter(), ClientTimeout(total=self.world.settings.answer_seconds)
        attempt: Json = {"to": bot, "status": None, "body": None, "headers": {}, "failure": None}
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if authorization is not None:
            headers["Authorization"] = authorization
        try:
            async with self._session.post(bot, data=body.encode(), headers=headers, timeout=limit) as answer:
                attempt |= {"body": _json(await answer.text()), "headers": dict(answer.headers)}
                attempt["status"] = answer.status
        except TimeoutError:
            attempt["failure"] = "timeout"
        except ClientError:
            attempt["failure"] = "connection failed"
        return attempt | {"seconds": time.perf_counter() - started}


def _json(text: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
