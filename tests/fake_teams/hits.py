"""Every call of the Connector: its token, its fault, its place in the record."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from .faults import CUTS, Fault, Refusal
from .people import BOT_TOKEN, Json
from .world import World

type Answer = Json | list[Json] | None
type Operation = Callable[[web.Request, Json], Awaitable[tuple[int, Any]]]


class Hits:
    """Wraps the operations of the Connector."""

    def __init__(self, world: World) -> None:
        self._world = world

    def __call__(self, name: str, operation: Operation) -> Callable[[web.Request], Awaitable[web.Response]]:
        """The handler of an operation."""

        async def handle(request: web.Request) -> web.Response:
            body = await request.text()
            call: Json = {"operation": name, "method": request.method, "path": request.path, "at": time.time()}
            call |= {"conversation": request.match_info.get("c"), "message": request.match_info.get("id")}
            call |= {"body": None, "status": None, "answer": None, "fault": None, "answered_at": None}
            self._world.calls.append(call)
            status, answer, headers = await self._answer(request, operation, body, call)
            call |= {"status": status, "answer": answer, "answered_at": time.time()}
            self._world.changes.mark()
            if status is None:
                _cut(request)
                return web.Response()
            return web.json_response(answer, status=status, headers=headers)

        return handle

    async def _answer(
        self, request: web.Request, operation: Operation, text: str, call: Json
    ) -> tuple[int | None, Answer, dict[str, str]]:
        """Status, body and headers; no status when the connection is to be cut."""
        try:
            call["body"] = body = _read(request, text)
            fault = self._fault(call)
            if fault and fault.kind in ("hang", "drop"):
                await asyncio.sleep(fault.seconds if fault.kind == "hang" else 0)  # hanging is the fault
                return None, None, {}
            self._pace(call)
            status, answer = await operation(request, body)
        except Refusal as refusal:
            return refusal.status, refusal.as_json(), refusal.headers
        if fault:
            self._world.changes.mark()
            await asyncio.sleep(fault.seconds if fault.kind == "slow" else 0)  # being slow is the fault
        return (None if fault and fault.kind == "drop_after" else status), answer, {}

    def _fault(self, call: Json) -> Fault | None:
        place = str(call["conversation"] or "").partition(";")[0]
        fault = self._world.faults.take(call["operation"], place)
        if fault:
            call["fault"] = fault.kind
            if fault.kind not in CUTS:
                raise Refusal.of(fault.kind, fault.retry_after)
        return fault

    def _pace(self, call: Json) -> None:
        seconds = self._world.settings.rate_seconds
        if seconds and call["operation"] in ("send", "reply", "update"):
            place = str(call["conversation"]).partition(";")[0]
            if wait := self._world.rate.wait_for(place, seconds):
                raise Refusal.of("429", wait)


def _read(request: web.Request, text: str) -> Json:
    if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
        raise Refusal.of("401")
    try:
        body = json.loads(text) if text else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "BadSyntax", "the body is not a JSON object")
    return body


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
