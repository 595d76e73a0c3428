"""Conditions to wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from .envelopes import Envelope
from .mrkdwn import words_of
from .people import BOT_USER, Json
from .sockets import Sockets
from .world import World


@dataclass(frozen=True)
class Wanted:
    """All of these must hold. Numbers are "at least"; messages are those of the bot."""

    messages: int | None = None
    calls: int | None = None
    errors: int | None = None
    deliveries: int | None = None
    sockets: int | None = None
    views: int | None = None
    home: int | None = None
    channel: str | None = None
    user: str | None = None
    contains: str | None = None
    method: str | None = None
    outcome: str | None = None
    after: str | None = None  # messages later than this ts
    seconds: float = 10.0

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Wanted":
        """The condition in a query; an unknown name is a TypeError."""
        types = {field.name: field.type for field in fields(cls)}
        numbers = {name for name, kind in types.items() if kind == int | None}
        return cls(**{n: int(v) if n in numbers else float(v) if n == "seconds" else v for n, v in query.items()})  # type: ignore[arg-type]

    def found(self, world: World, sockets: Sockets) -> Json:
        """What is there of each thing that is waited for."""
        return {
            "messages": [m.as_stored() for m in world.messages if m.user == BOT_USER and self._message(m.as_stored())],
            "calls": [call for call in world.calls if self._call(call)],
            "errors": [error for error in world.errors if self.user in (None, error["user"])],
            "deliveries": [d.as_json() for d in world.deliveries if self._delivered(d)],
            "sockets": [connection.number for connection in sockets.connections if not connection.half_open],
            "views": [v.as_stored() for v in world.stacks.get(self.user or "", []) if self._shows(v.as_stored())],
            "home": [home.as_stored()]
            if (home := world.homes.get(self.user or "")) and self._shows(home.as_stored())
            else [],
        }

    def holds(self, world: World, sockets: Sockets) -> bool:
        """Whether enough is there."""
        found = self.found(world, sockets)
        return all(len(found[name]) >= (getattr(self, name) or 0) for name in found)

    def _message(self, message: Json) -> bool:
        seen = self.user is None or message["ephemeral_to"] in (None, self.user)
        seen = seen and (self.after is None or message["ts"] > self.after)
        return seen and self.channel in (None, message["channel"]) and self._shows(message)

    def _shows(self, thing: Json) -> bool:
        return self.contains is None or self.contains in f"{thing.get('text') or ''}\n{words_of(thing)}"

    def _call(self, call: Json) -> bool:
        place = call["arguments"].get("channel", call.get("channel"))
        known = self.method in (None, call["method"]) and self.outcome in (None, call["outcome"])
        return known and self.channel in (None, place)

    def _delivered(self, delivery: Envelope) -> bool:
        return delivery.done
