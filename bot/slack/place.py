"""Where a reply goes in Slack, as one short text that the outbox keeps: `slack:D1`, `slack:C1?thread=1.2&only=U1`."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

PREFIX = "slack:"


@dataclass(frozen=True)
class Place:
    """A conversation. `only`: for that person alone; `url`: the reply address of a command or a private message."""

    channel: str = ""
    thread: str = ""
    only: str = ""
    url: str = ""

    @property
    def address(self) -> str:
        """The place as text, with the channel's prefix."""
        extras = {name: value for name in ("thread", "only", "url") if (value := getattr(self, name))}
        return PREFIX + self.channel + (f"?{urlencode(extras)}" if extras else "")


def read_place(address: str) -> Place:
    """The place in such a text, with or without the prefix."""
    channel, _, extras = address.removeprefix(PREFIX).partition("?")
    given = {name: values[0] for name, values in parse_qs(extras).items()}
    return Place(channel, given.get("thread", ""), given.get("only", ""), given.get("url", ""))


def is_thread(address: str) -> bool:
    """Whether this is a thread of a conversation."""
    return bool(read_place(address).thread)
