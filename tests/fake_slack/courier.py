"""Carries payloads to the bot, over HTTP or Socket Mode, and tries events again as Slack does."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Self

from aiohttp import ClientConnectionError, ClientError, ClientSession, ClientTimeout, TCPConnector, TooManyRedirects

from .envelopes import Attempt, Envelope, Kind
from .people import Json
from .signing import signed_headers
from .sockets import Sockets
from .world import World

type Try = Callable[[Envelope, int, str | None], Awaitable[Attempt]]


class Courier:
    """Delivers to the bot, or to its replicas."""

    def __init__(self, world: World, sockets: Sockets) -> None:
        self.world, self.sockets = world, sockets
        self._background: set[asyncio.Task[Any]] = set()
        self._turn = 0

    async def __aenter__(self) -> Self:
        # A new connection for each delivery: one that a killed bot left behind must not cost an attempt.
        self._session = ClientSession(trust_env=False, connector=TCPConnector(force_close=True))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Gives up what is still on its way."""
        for task in self._background:
            task.cancel()
        await self._session.close()

    def deliver_soon(self, kind: Kind, payload: Json) -> None:
        """Delivers in the background, if there is a bot at all."""
        if self._tries():
            self.soon(self.deliver(kind, payload))

    def soon[T](self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Starts some work that goes on when nobody waits for it."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    async def deliver(self, kind: Kind, payload: Json) -> Envelope:
        """The payload with all attempts, after the last one."""
        envelope = Envelope(kind, payload)
        self.world.deliveries.append(envelope)
        await asyncio.gather(*(self._chain(attempt, envelope) for attempt in self._tries()))
        envelope.done = True
        self.world.changes.mark()
        return envelope

    def _tries(self) -> list[Try]:
        settings = self.world.settings
        self._turn += 1
        if settings.mode == "socket":
            everywhere = settings.replicas == "all" and self.sockets.connections
            return [partial(self.sockets.send, chosen=c) for c in everywhere or []] or [self.sockets.send]
        bots = settings.bots
        chosen = bots if settings.replicas == "all" or not bots else [bots[self._turn % len(bots)]]
        return [partial(self._post, bot) for bot in chosen]

    async def _chain(self, attempt_at: Try, envelope: Envelope) -> None:
        delays = self.world.settings.retry_delays if envelope.kind == "events_api" else []
        reason: str | None = None
        resets = self.world.resets
        for number, delay in enumerate([0.0, *delays]):
            await asyncio.sleep(delay)  # Slack's own schedule
            if self.world.resets != resets:
                return
            attempt = await attempt_at(envelope, number, reason)
            envelope.attempts.append(attempt)
            self.world.changes.mark()
            if attempt.failure is None or attempt.no_retry:
                return
            reason = attempt.failure

    async def _post(self, bot: str, envelope: Envelope, number: int, reason: str | None) -> Attempt:
        body, content_type = envelope.as_http()
        headers = signed_headers(self.world.settings.signing_secret, body, content_type)
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason or "unknown_error"}
        return await self.post_raw(bot, body, headers, Attempt(bot, number, reason))

    async def post_raw(self, bot: str, body: bytes, headers: dict[str, str], attempt: Attempt) -> Attempt:
        """Posts these bytes with these headers, and completes the attempt with what came of it."""
        started, limit = time.perf_counter(), ClientTimeout(total=self.world.settings.ack_seconds)
        try:
            async with self._session.post(bot, data=body, headers=headers, timeout=limit, max_redirects=2) as answer:
                attempt.status, attempt.body = answer.status, await answer.text()
                attempt.no_retry = answer.headers.get("X-Slack-No-Retry") == "1"
                attempt.failure = None if 200 <= answer.status < 300 else "http_error"
        except TimeoutError:
            attempt.failure = "http_timeout"
        except TooManyRedirects:
            attempt.failure = "too_many_redirects"
        except ClientConnectionError:
            attempt.failure = "connection_failed"
        except ClientError:
            attempt.failure = "unknown_error"
        attempt.ms = (time.perf_counter() - started) * 1000
        return attempt
