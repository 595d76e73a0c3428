"""What the tests may read of the state."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from .courier import Courier
from .people import Json
from .world import World

type Reading = Callable[[dict[str, str]], Any]


def readings(world: World, courier: Courier) -> dict[str, Reading]:
    """Name in the address -> what it reads."""
    return {
        "calls": lambda query: [call for call in world.calls if query.get("method", call["method"]) == call["method"]],
        "messages": lambda query: messages(world, **query),
        "views": lambda query: views(world, query["user"]),
        "errors": lambda query: [error for error in world.errors if query.get("user", error["user"]) == error["user"]],
        "deliveries": lambda query: [envelope.as_json() for envelope in world.deliveries],
        "state": lambda query: state(world, courier),
    }


def messages(world: World, channel: str | None = None, user: str | None = None) -> list[Json]:
    """The messages of a channel, or all; with `user` only those that this person sees."""
    seen = [m for m in world.messages if channel in (None, m.channel) and (user is None or m.to in (None, user))]
    return [m.as_stored() for m in seen]


def views(world: World, user: str) -> Json:
    """The modals that a person has open, the lowest first, and their Home tab."""
    home = world.homes.get(user)
    return {"stack": [view.as_stored() for view in world.stacks.get(user, [])], "home": home and home.as_stored()}


def state(world: World, courier: Courier) -> Json:
    """A summary."""
    channels = {channel.id: sorted(channel.members) for channel in world.channels.values()}
    return {"settings": asdict(world.settings), "channels": channels, "sockets": len(courier.sockets.connections)}
