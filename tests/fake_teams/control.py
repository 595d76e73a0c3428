"""The control API of the tests: acts of people, faults, and what has happened so far."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from . import acts, dialogs, pressing
from .courier import Courier
from .faults import Fault
from .people import Json
from .readings import readings
from .things import Sent
from .waiting import Wanted
from .world import personal_id

ACTS: dict[str, Callable[..., Awaitable[Any]]] = {
    "install": acts.install,
    "add_to_team": acts.add_to_team,
    "remove": acts.remove,
    "message": acts.message,
    "mention": acts.mention,
    "typing": acts.typing,
    "react": acts.react,
    "press": pressing.press,
    "submit": dialogs.submit,
    "close": dialogs.close,
    "command_on_message": pressing.command_on_message,
    "send": Courier.deliver,
}


class Control:
    """Answers /control/…"""

    def __init__(self, courier: Courier) -> None:
        self._courier, self._world = courier, courier.world

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        names = ("do", "unsent", "raw", "token", "fault", "settings", "reset")
        posts: dict[str, Callable[[Json], Awaitable[Any]]] = {name: getattr(self, name) for name in names}
        read = readings(self._world)

        def reading(name: str) -> Callable[[web.Request], Awaitable[Any]]:
            async def answer(request: web.Request) -> Any:  # noqa: ANN401 - JSON
                return read[name](dict(request.query))

            return answer

        return [
            *(web.post(f"/control/{name}", _answered(_posted(act))) for name, act in posts.items()),
            *(web.get(f"/control/{name}", _answered(reading(name))) for name in read),
            web.get("/control/wait", _answered(self.wait)),
        ]

    async def do(self, wanted: Json) -> Any:  # noqa: ANN401 - JSON
        """Lets somebody do something; returns the delivery, or both of an installation."""
        act = ACTS.get(wanted.pop("act", ""))
        if act is None:
            raise ValueError(f"`act` must be one of {', '.join(ACTS)}")
        result = await act(self._courier, **wanted)
        many = [one.as_json() for one in result] if isinstance(result, list) else None
        return result.as_json() if isinstance(result, Sent) else (many or result)

    async def unsent(self, wanted: Json) -> Json:
        """A message that nobody has sent."""
        return acts.unsent(self._world, **wanted)

    async def raw(self, wanted: Json) -> Json:
        """Posts any body with any token, or without one."""
        body = wanted["body"] if isinstance(wanted["body"], str) else json.dumps(wanted["body"])
        token = wanted.get("token")
        sent = Sent(wanted["body"] if isinstance(wanted["body"], dict) else {})
        sent.attempts = await self._courier.post_raw(body, wanted.get("authorization", token and f"Bearer {token}"))
        return sent.as_json()

    async def token(self, wanted: Json) -> str:
        """A token of a kind, good or bad."""
        world = self._world
        return world.tokens.make(wanted["kind"], world.settings.app_id, world.service_url, wanted.get("claims"))

    async def fault(self, wanted: Json) -> Json:
        """Puts a fault into coming calls; {"clear": true} takes all away."""
        if wanted.pop("clear", False):
            self._world.faults.waiting.clear()
        if wanted:
            place = wanted.get("conversation")
            wanted["conversation"] = self._place(place) if place else None
            self._world.faults.waiting.append(Fault.from_json(wanted))
        return {"waiting": len(self._world.faults.waiting)}

    async def settings(self, wanted: Json) -> Json:
        """Changes settings; returns them all."""
        self._world.change_settings(wanted)
        return asdict(self._world.settings)

    async def reset(self, wanted: Json) -> Json:
        """Forgets everything that happened."""
        self._world.reset()
        return {}

    async def wait(self, request: web.Request) -> Json:
        """Answers as soon as the condition holds, with ok: false when it does not in time."""
        wanted, world = Wanted.from_query(request.query), self._world
        ok = await world.changes.until(lambda: wanted.holds(world), wanted.seconds)
        return {"ok": ok, "found": wanted.found(world), "nearly": [] if ok else wanted.nearly(world)}

    def _place(self, name: str) -> str:
        world = self._world
        return personal_id(name) if name in world.people else world.where(name)[0].id


def _posted(act: Callable[[Json], Awaitable[Any]]) -> Callable[[web.Request], Awaitable[Any]]:
    async def answer(request: web.Request) -> Any:  # noqa: ANN401 - JSON
        body = await request.text()
        return await act(json.loads(body) if body else {})

    return answer


def _answered(answer: Callable[[web.Request], Awaitable[Any]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await answer(request))
        except (ValueError, KeyError, TypeError) as wrong:
            return web.json_response({"error": str(wrong)}, status=400)

    return handle
