"""The control API of the tests: acts of people, faults, and what has happened so far."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from .all_acts import ACTS
from .courier import Courier
from .envelopes import FORM, JSON, Attempt, Envelope
from .faults import Fault
from .people import BOT_USER, Json
from .readings import Reading, readings
from .signing import signed_headers
from .waiting import Wanted


class Control:
    """Answers /control/…"""

    def __init__(self, courier: Courier) -> None:
        self._courier, self._world = courier, courier.world

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        posts: dict[str, Callable[[Json], Awaitable[Any]]] = {
            "deliver": self.deliver,
            "deliver_raw": self.deliver_raw,
            "fault": self.fault,
            "kick": self.kick,
            "administer": self.administer,
            "socket": self.socket,
            "replicas": self.replicas,
            "settings": self.settings,
            "reset": self.reset,
        }
        return [
            *(web.post(f"/control/{name}", _posted(act)) for name, act in posts.items()),
            *(web.get(f"/control/{name}", _got(read)) for name, read in readings(self._world, self._courier).items()),
            web.get("/control/wait", self.wait),
        ]

    async def deliver(self, wanted: Json) -> Json:
        """Lets somebody do something; returns the delivery with its attempts."""
        act = ACTS.get(wanted.pop("do", ""))
        if act is None:
            raise ValueError(f"`do` must be one of {', '.join(ACTS)}")
        result = await act(self._courier, **wanted)
        return result.as_json() if isinstance(result, Envelope) else result.as_stored()

    async def deliver_raw(self, wanted: Json) -> list[Json]:
        """Posts any body with any headers to every bot; without headers, signed. Returns the attempts."""
        body = wanted["body"].encode() if isinstance(wanted["body"], str) else json.dumps(wanted["body"]).encode()
        content_type = wanted.get("content_type", FORM if body.startswith(b"payload=") else JSON)
        secret = wanted.get("secret", self._world.settings.signing_secret)
        signed = signed_headers(secret, body, content_type, wanted.get("timestamp"))
        headers = wanted.get("headers", signed) | wanted.get("more_headers", {})
        bots = self._world.settings.bots
        return [asdict(await self._courier.post_raw(bot, body, headers, Attempt(bot, 0))) for bot in bots]

    async def fault(self, wanted: Json) -> Json:
        """Puts a fault into coming calls; {"clear": true} takes all away."""
        if wanted.pop("clear", False):
            self._world.faults.waiting.clear()
        if wanted:
            self._world.faults.waiting.append(Fault.from_json(wanted))
        return {"waiting": len(self._world.faults.waiting)}

    async def kick(self, wanted: Json) -> Json:
        """Takes the bot out of a channel."""
        self._world.channels[wanted["channel"]].members.discard(BOT_USER)
        return {}

    async def administer(self, wanted: Json) -> Json:
        """Invites the bot to a channel, archives a channel or deactivates a person."""
        if channel := wanted.get("invite"):
            self._world.channels[channel].members.add(BOT_USER)
        if channel := wanted.get("archive"):
            self._world.channels[channel].is_archived = True
        if user := wanted.get("deactivate"):
            self._world.users[user].deleted = True
        return {}

    async def socket(self, wanted: Json) -> Json:
        """Disturbs the sockets of the bot."""
        await self._courier.sockets.disturb(wanted["do"])
        return {"connections": len(self._courier.sockets.connections)}

    async def replicas(self, wanted: Json) -> Json:
        """Says where the bots are, and whether each delivery goes to one or to all of them."""
        self._world.change_settings(
            {"bots": wanted.get("bots", self._world.settings.bots), "replicas": wanted.get("to", "one")}
        )
        return {}

    async def settings(self, wanted: Json) -> Json:
        """Changes settings; returns them all."""
        self._world.change_settings(wanted)
        return asdict(self._world.settings)

    async def reset(self, wanted: Json) -> Json:
        """Forgets everything that happened."""
        self._world.reset()
        return {}

    async def wait(self, request: web.Request) -> web.Response:
        """Answers as soon as the condition holds, with ok: false when it does not in time."""
        try:
            wanted = Wanted.from_query(request.query)
        except (TypeError, ValueError) as wrong:
            return web.json_response({"error": str(wrong)}, status=400)
        ok = await self._world.changes.until(lambda: wanted.holds(self._world, self._courier.sockets), wanted.seconds)
        return web.json_response({"ok": ok, "found": wanted.found(self._world, self._courier.sockets)})


def _posted(act: Callable[[Json], Awaitable[Any]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        body = await request.text()
        try:
            return web.json_response(await act(json.loads(body) if body else {}))
        except (ValueError, KeyError, TypeError) as wrong:
            return web.json_response({"error": str(wrong)}, status=400)

    return handle


def _got(read: Reading) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(read(dict(request.query)))
        except (KeyError, TypeError) as wrong:
            return web.json_response({"error": str(wrong)}, status=400)

    return handle
