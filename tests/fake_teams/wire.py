"""Requests to the control API, and waiting for what others cause."""

import json
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from .people import Json
from .seen import Seen


class Wire:
    """Speaks to a running stand-in. A request that makes no sense there is a ValueError here."""

    def __init__(self, url: str, session: ClientSession) -> None:
        self.url, self._session = url.rstrip("/"), session

    @property
    def service_url(self) -> str:
        """The serviceUrl of all activities."""
        return f"{self.url}/"

    @property
    def keys_url(self) -> str:
        """Where the bot finds the keys of the tokens."""
        return f"{self.url}/keys"

    async def post(self, name: str, **body: object) -> Any:  # noqa: ANN401 - JSON
        """The answer of POST /control/NAME."""
        limit = ClientTimeout(total=60)
        async with self._session.post(f"{self.url}/control/{name}", json=body, timeout=limit) as answer:
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

    async def _wait(self, **wanted: object) -> list[Json]:
        answer = await self.get("wait", **wanted)
        if not answer["ok"]:
            given = {name: value for name, value in wanted.items() if value is not None}
            raise TimeoutError(f"waited in vain for {given}; there is {json.dumps(answer['nearly'])[-2000:]}")
        return list(answer["found"])

    async def wait_for_message(
        self,
        where: str,
        words: str | None = None,
        *,
        user: str | None = None,
        after: Seen | None = None,
        count: int = 1,
        seconds: float = 10,
    ) -> Seen:
        """The bot's latest message in a conversation (or to a person) with these words, once there are `count`."""
        since = after.id if after else None
        found = await self._wait(where=where, words=words, user=user, after=since, count=count, seconds=seconds)
        return Seen.from_json(found[-1])

    async def wait_for_update(
        self, message: Seen, words: str | None = None, *, user: str | None = None, seconds: float = 10
    ) -> Seen:
        """The message once the bot has changed it since it was seen (and it has these words)."""
        place, times = message.conversation, message.updated
        named = {"where": place, "message": message.id, "updated": times}
        found = await self._wait(**named, words=words, user=user, seconds=seconds)
        return Seen.from_json(found[-1])

    async def wait_for_calls(
        self,
        count: int = 1,
        operation: str | None = None,
        *,
        where: str | None = None,
        status: int | None = None,
        seconds: float = 10,
    ) -> list[Json]:
        """The answered calls of the Connector, once there are so many."""
        wanted = {"operation": operation, "where": where, "status": status}
        return await self._wait(what="calls", count=count, **wanted, seconds=seconds)
