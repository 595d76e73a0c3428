"""Requests to the control API, and waiting for what others cause."""

import json
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from .people import Json
from .seen import SeenMessage, SeenView


def place(channel: str) -> str:
    """The channel; for a person's id the direct message between them and the bot."""
    return "D_" + channel.removeprefix("U_") if channel.startswith("U_") else channel


class Wire:
    """Speaks to a running fake. A request that makes no sense there is a ValueError here."""

    def __init__(self, url: str, session: ClientSession) -> None:
        self.url, self._session = url.rstrip("/"), session

    @property
    def api_url(self) -> str:
        """For AsyncWebClient(base_url=…)."""
        return f"{self.url}/api/"

    async def post(self, name: str, **body: object) -> Any:  # noqa: ANN401 - JSON
        """The answer of POST /control/NAME."""
        async with self._session.post(f"{self.url}/control/{name}", json=body) as answer:
            return self._checked(answer.status, await answer.text())

    async def get(self, name: str, **query: object) -> Any:  # noqa: ANN401 - JSON
        """The answer of GET /control/NAME; a None is left out of the query."""
        given = {key: str(value) for key, value in query.items() if value is not None}
        limit = ClientTimeout(total=float(given.get("seconds", 10)) + 20)
        async with self._session.get(f"{self.url}/control/{name}", params=given, timeout=limit) as answer:
            return self._checked(answer.status, await answer.text())

    def _checked(self, status: int, body: str) -> object:
        if status >= 400:
            raise ValueError(json.loads(body)["error"] if body.startswith("{") else body)
        return json.loads(body)

    async def wait_for(
        self,
        *,
        messages: int | None = None,
        calls: int | None = None,
        errors: int | None = None,
        deliveries: int | None = None,
        sockets: int | None = None,
        views: int | None = None,
        home: int | None = None,
        channel: str | None = None,
        user: str | None = None,
        contains: str | None = None,
        method: str | None = None,
        outcome: str | None = None,
        after: str | None = None,
        seconds: float = 10,
    ) -> Json:
        """Returns as soon as at least so many of each are there; a TimeoutError when they do not come.

        Counts the bot's messages (in `channel`, seen by `user`, with these words, later than the ts `after`), Web API
        calls (of `method`, with this `outcome`), errors shown (to `user`), finished deliveries, live sockets, and the
        `user`'s open modals and Home. Returns them by these names.
        """
        wanted = {key: value for key, value in locals().items() if key != "self" and value is not None}
        if channel:
            wanted["channel"] = place(channel)
        answer = await self.get("wait", **wanted)
        if not answer["ok"]:
            shown = {name: entries for name, entries in answer["found"].items() if wanted.get(name)}
            raise TimeoutError(f"waited {seconds} s for {wanted}; found {json.dumps(shown)[:2000]}")
        found: Json = answer["found"]
        return found

    async def wait_for_message(
        self,
        channel: str,
        contains: str | None = None,
        *,
        user: str | None = None,
        after: SeenMessage | None = None,
        count: int = 1,
        seconds: float = 10,
    ) -> SeenMessage:
        """The bot's latest message in a channel (or to a person) with these words, once there are `count` of them."""
        since = after.ts if after else None
        found = await self.wait_for(
            messages=count, channel=channel, contains=contains, user=user, after=since, seconds=seconds
        )
        return SeenMessage.from_json(found["messages"][-1])

    async def wait_for_view(self, user: str, contains: str | None = None, seconds: float = 10) -> SeenView:
        """The person's topmost modal with these words, once it is open."""
        found = await self.wait_for(views=1, user=user, contains=contains, seconds=seconds)
        return SeenView.from_json(found["views"][-1])

    async def wait_for_home(self, user: str, contains: str | None = None, seconds: float = 10) -> SeenView:
        """The person's Home tab with these words, once it is published."""
        found = await self.wait_for(home=1, user=user, contains=contains, seconds=seconds)
        return SeenView.from_json(found["home"][0])
