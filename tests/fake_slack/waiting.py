"""Conditions to wait for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields

from .mrkdwn import words_of
from .people import BOT_USER, Json
from .sockets import Sockets
from .things import Message, View
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
        numbers = {field.name for field in fields(cls) if field.type == int | None}
        given = {name: int(value) if name in numbers else value for name, value in query.items()}
        return cls(**given | {"seconds": float(query.get("seconds", cls.seconds))})  # type: ignore[arg-type]

    def holds(self, world: World, sockets: Sockets) -> bool:
        """Whether enough is there."""
        return all(len(found) >= getattr(self, name) for name, found in self._found(world, sockets).items())

    def found(self, world: World, sockets: Sockets) -> Json:
        """What is there of each thing that is waited for, as JSON."""
        return {
            name: [entry.as_stored() if isinstance(entry, Message | View) else entry for entry in entries]
            for name, entries in self._found(world, sockets).items()
        }

    def _found(self, world: World, sockets: Sockets) -> dict[str, Sequence[object]]:
        user = self.user or ""
        sources: dict[str, Callable[[], Sequence[object]]] = {
            "messages": lambda: [m for m in world.messages if self._message(m)],
            "calls": lambda: [call for call in world.calls if self._call(call)],
            "errors": lambda: [error for error in world.errors if self.user in (None, error["user"])],
            "deliveries": lambda: [envelope.as_json() for envelope in world.deliveries if envelope.done],
            "sockets": lambda: [c.number for c in sockets.connections if not c.half_open],
            "views": lambda: [view for view in world.stacks.get(user, []) if self._shows(view.content)],
            "home": lambda: [home] if (home := world.homes.get(user)) and self._shows(home.content) else [],
        }
        return {name: read() for name, read in sources.items() if getattr(self, name) is not None}

    def _message(self, message: Message) -> bool:
        if message.user != BOT_USER or self.channel not in (None, message.channel):
            return False
        seen = self.user is None or message.to in (None, self.user)
        later = self.after is None or message.ts > self.after
        return seen and later and self._shows({"text": message.text, "blocks": message.blocks})

    def _shows(self, thing: Json) -> bool:
        return self.contains is None or self.contains in f"{thing.get('text') or ''}\n{words_of(thing)}"

    def _call(self, call: Json) -> bool:
        place = call["arguments"].get("channel", call.get("channel"))
        known = self.method in (None, call["method"]) and self.outcome in (None, call["outcome"])
        return known and self.channel in (None, place)
