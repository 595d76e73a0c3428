"""A conversation that a chat has told us of, and without which nothing can be said there first."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Conversation:
    """One conversation of a channel. `person` is whose personal conversation it is, by the channel's own account."""

    channel: str  # such as teams
    id: str
    kind: Literal["personal", "group", "channel"]
    service_url: str  # where the channel wants to be spoken to about it
    tenant: str = ""
    person: str = ""
    reachable: bool = True  # False once the channel has said that we are not there any more
