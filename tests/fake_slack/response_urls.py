"""The addresses at which a bot may answer an interaction: five times in thirty minutes."""

import json
import time

from aiohttp import web

from .answers import Unusable, content_of, show
from .hits import after, instead
from .people import Json
from .things import ResponseUrl
from .world import World


class ResponseUrls:
    """Answers POST /response/TOKEN."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        """The answer to one use."""
        world, url = self._world, self._world.response_urls.get(request.match_info["token"])
        body = await request.text()
        answer: Json = json.loads(body) if body else {}
        channel = url.channel if url else None
        call: Json = {"method": "response_url", "arguments": answer, "at": time.time(), "channel": channel}
        world.calls.append(call | {"outcome": "unanswered"})
        fault = world.faults.take("response_url", channel)
        if fault and (broken := instead(request, fault)):
            world.calls[-1] |= {"outcome": f"fault:{fault.kind}", "status": broken.status}
            return broken
        status, error = self._use(url, answer)
        world.calls[-1] |= {"outcome": error or "ok", "status": status}
        world.changes.mark()
        if fault:
            await after(request, fault)
        return web.json_response({"ok": False, "error": error} if error else {"ok": True}, status=status)

    def _use(self, url: ResponseUrl | None, answer: Json) -> tuple[int, str | None]:
        settings = self._world.settings
        if url is None:
            return 404, "no_service"
        if time.monotonic() - url.made > settings.response_url_seconds:
            return 404, "expired_url"
        if url.uses >= settings.response_url_uses:
            return 404, "used_url"
        url.uses += 1
        try:
            self._answer(url, answer)
        except Unusable as code:
            return 400, str(code)
        return 200, None

    def _answer(self, url: ResponseUrl, answer: Json) -> None:
        world, original = self._world, url.original
        there = original is not None and original in world.messages
        if answer.get("delete_original"):
            world.messages = [message for message in world.messages if message is not original]
        elif original is not None and there and answer.get("replace_original"):
            original.show(*content_of(answer))
            original.edited = original.to is None
        else:
            show(world, answer, url.channel, url.user)
