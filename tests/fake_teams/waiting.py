"""Conditions to wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from .people import Json
from .things import Message
from .world import World


@dataclass(frozen=True)
class Wanted:
    """At least `count` messages of the bot, or calls, that fit everything else that is given."""

    what: str = "messages"
    count: int = 1
    where: str | None = None
    words: str | None = None
    user: str | None = None
    message: str | None = None
    after: str | None = None  # messages later than this id
    updated: int | None = None  # messages changed more often than this
    operation: str | None = None
    status: int | None = None
    seconds: float = 10.0

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Wanted":
        """The condition in a query; an unknown name is a TypeError."""
        numbers = {field.name for field in fields(cls) if field.type in (int, int | None)}
        given = {name: int(value) if name in numbers else value for name, value in query.items()}
        return cls(**given | {"seconds": float(query.get("seconds", cls.seconds))})  # type: ignore[arg-type]

    def holds(self, world: World) -> bool:
        """Whether enough is there."""
        return len(self.found(world)) >= self.count

    def found(self, world: World) -> list[Json]:
        """What is there, as JSON."""
        if self.what == "calls":
            return [call for call in world.calls if call["answered_at"] and self._call(world, call)]
        return [one.as_json(self.user) for one in world.messages if self._message(world, one)]

    def nearly(self, world: World) -> list[Json]:
        """What is there without regard to words, for whoever waited in vain."""
        if self.what == "calls":
            return [{name: call[name] for name in ("operation", "status", "fault")} for call in world.calls]
        return [
            {"where": one.conversation, "words": one.words()[:200], "updated": one.updated} for one in world.messages
        ]

    def _message(self, world: World, message: Message) -> bool:
        if message.sender != "bot" or message.deleted or self._elsewhere(world, message):
            return False
        named = self.message in (None, message.id) and (self.after is None or int(message.id) > int(self.after))
        changed = self.updated is None or message.updated > self.updated
        return named and changed and (self.words is None or self.words in message.words(self.user))

    def _elsewhere(self, world: World, message: Message) -> bool:
        if self.where is None:
            return False
        try:
            place, thread = world.where(self.where)
        except ValueError:
            return True  # a personal chat that has not begun
        return message.conversation != place.id or thread not in (None, message.thread)

    def _call(self, world: World, call: Json) -> bool:
        place = str(call["conversation"] or "").partition(";")[0]
        known = self.operation in (None, call["operation"]) and self.status in (None, call["status"])
        return known and (self.where is None or world.where(self.where)[0].id == place)
