"""Socket Mode: tickets, connections, envelopes and their acknowledgements, and the ways in which connections end."""

import asyncio
import json
import secrets
import time
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import WSMsgType, web

from .envelopes import Attempt, Envelope
from .people import APP, Json
from .world import World

MOST_CONNECTIONS = 10


@dataclass(eq=False)
class Connection:
    """One websocket of the bot."""

    socket: web.WebSocketResponse
    request: web.Request
    number: int
    half_open: bool = False
    leaving: bool = False
    acks: dict[str, asyncio.Future[Json]] = field(default_factory=dict)

    async def say(self, message: Json) -> None:
        """Sends a message, unless the connection is half-open or gone."""
        if not self.half_open and not self.socket.closed:
            await self.socket.send_str(json.dumps(message))

    async def disconnect(self, reason: str) -> None:
        """Tells the bot that Slack will close this connection."""
        self.leaving = self.leaving or reason != "warning"
        await self.say({"type": "disconnect", "reason": reason, "debug_info": {"host": f"applink-{self.number}"}})

    def abort(self) -> None:
        """Ends the TCP connection without a close frame."""
        if self.request.transport is not None:
            self.request.transport.abort()


class Sockets:
    """All connections of the bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tickets: set[str] = set()
        self._opened = self._turn = 0
        self.connections: list[Connection] = []

    def open(self, world: World, arguments: Json) -> Json:
        """apps.connections.open."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        address = world.base_url.replace("http", "ws", 1)
        return {"url": f"{address}/link/?ticket={ticket}&app_id={APP}"}

    async def accept(self, request: web.Request) -> web.StreamResponse:
        """Serves one websocket until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403, text="no such ticket")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=False, autoclose=False)
        await socket.prepare(request)
        self._opened += 1
        connection = Connection(socket, request, self._opened)
        self.connections.append(connection)
        try:
            await self._greet(connection)
            await self._listen(connection)
        finally:
            self.connections.remove(connection)
            self._world.changes.mark()
        return socket

    async def _greet(self, connection: Connection) -> None:
        count = len(self.connections)
        host = {"host": f"applink-{connection.number}", "build_number": 1, "approximate_connection_time": 18060}
        about = {"connection_info": {"app_id": APP}, "debug_info": host}
        await connection.say({"type": "hello", "num_connections": count, **about})
        if count > MOST_CONNECTIONS:
            await connection.disconnect("too_many_websockets")
        self._world.changes.mark()

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if connection.half_open:
                continue
            if message.type is WSMsgType.PING:
                await connection.socket.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                if (waiting := connection.acks.pop(ack.get("envelope_id"), None)) and not waiting.done():
                    waiting.set_result(ack)
        if not connection.half_open:
            await connection.socket.close()

    def pick(self) -> Connection | None:
        """The connection whose turn it is; one that is being closed only when there is no other."""
        staying = [c for c in self.connections if not c.leaving] or self.connections
        self._turn += 1
        return staying[self._turn % len(staying)] if staying else None

    async def send(
        self, envelope: Envelope, number: int, reason: str | None, chosen: Connection | None = None
    ) -> Attempt:
        """One attempt to deliver through any connection, or through the chosen one."""
        connection = chosen if chosen in self.connections else self.pick()
        if connection is None:
            return Attempt("socket", number, reason, failure="no_connection")
        attempt = Attempt(f"socket {connection.number}" if chosen else "socket", number, reason)
        envelope_id, started = str(uuid4()), time.perf_counter()
        acked = connection.acks[envelope_id] = asyncio.get_running_loop().create_future()
        message: Json = {"envelope_id": envelope_id, "payload": envelope.payload, "type": envelope.kind}
        message["accepts_response_payload"] = envelope.kind != "events_api"
        if envelope.kind == "events_api":
            message |= {"retry_attempt": number, "retry_reason": reason or ""}
        try:
            async with asyncio.timeout(self._world.settings.ack_seconds):
                await connection.say(message)
                ack = await acked
            attempt.status, attempt.body = 200, json.dumps(ack["payload"]) if ack.get("payload") else ""
        except (TimeoutError, ConnectionError):
            attempt.failure = "timeout"
        finally:
            connection.acks.pop(envelope_id, None)
        attempt.ms = (time.perf_counter() - started) * 1000
        return attempt

    async def disturb(self, what: str) -> None:
        """Ends or disturbs all present connections: refresh, warning, link_disabled, abort, half_open or close."""
        for connection in list(self.connections):
            if what in ("warning", "refresh", "link_disabled"):
                await connection.disconnect("refresh_requested" if what == "refresh" else what)
            elif what == "abort":
                connection.abort()
            elif what == "half_open":
                connection.half_open = True
            elif what == "close":
                await connection.socket.close()
            else:
                raise ValueError(f"nothing called {what} can be done to a socket")
