"""What the tests may ask: messages, dialogs, calls, and what people were shown."""

from collections.abc import Callable
from typing import Any

from .people import Json
from .world import World

type Reading = Callable[[dict[str, str]], Any]


def readings(world: World) -> dict[str, Reading]:
    """The readings by their names in the control API."""

    def messages(query: dict[str, str]) -> list[Json]:
        if query["where"] in world.people.keys() - world.conversations.keys():
            return []  # this personal chat has not begun
        place, thread = world.where(query["where"])
        there = [one for one in world.messages if one.conversation == place.id and not one.deleted]
        seen = [one for one in there if thread is None or thread in (one.thread, one.id)]
        return [one.as_json(query.get("user")) for one in seen]

    def dialog(query: dict[str, str]) -> Json | None:
        shown = world.dialogs.get(world.person(query["user"]).key)
        return shown.as_json() if shown else None

    def calls(query: dict[str, str]) -> list[Json]:
        return [call for call in world.calls if query.get("operation") in (None, call["operation"])]

    def shown(kept: Callable[[], list[Json]]) -> Reading:
        return lambda query: [one for one in kept() if query.get("user") in (None, one["user"])]

    def person(query: dict[str, str]) -> Json:
        return world.person(query["user"]).member()

    def conversation(query: dict[str, str]) -> Json:
        place, _ = world.where(query["where"])
        return {"id": place.id, "name": place.name, "kind": place.kind, "members": sorted(place.members)}

    return {
        "messages": messages,
        "dialog": dialog,
        "calls": calls,
        "told": shown(lambda: world.told),
        "errors": shown(lambda: world.errors),
        "deliveries": lambda query: [sent.as_json() for sent in world.sent],
        "person": person,
        "conversation": conversation,
        "faults": lambda query: [fault.kind for fault in world.faults.waiting],
    }
