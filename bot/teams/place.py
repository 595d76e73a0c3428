"""Where a reply goes in Teams, as one short text that the outbox keeps: `teams:chat/19:abc@thread.tacv2?only=AAD`.

A person's own address is the account alone, such as `teams:11111111-aaaa-...`.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

CHANNEL = "teams"
PREFIX = f"{CHANNEL}:"
_CHAT = "chat/"
_THREAD = ";messageid="


@dataclass(frozen=True)
class Place:
    """A conversation, or a person when it is empty. `only` is who asked there, for what no other may see."""

    conversation: str = ""
    only: str = ""

    @property
    def address(self) -> str:
        """The place as text, with the channel's prefix."""
        if not self.conversation:
            return PREFIX + self.only
        return PREFIX + _CHAT + self.conversation + (f"?{urlencode({'only': self.only})}" if self.only else "")


def read_place(address: str) -> Place:
    """The place in such a text, with or without the prefix."""
    words = address.removeprefix(PREFIX)
    if not words.startswith(_CHAT):
        return Place(only=words)
    conversation, _, extras = words.removeprefix(_CHAT).partition("?")
    return Place(conversation, parse_qs(extras).get("only", [""])[0])


def is_thread(address: str) -> bool:
    """Whether this is a thread of a channel."""
    return _THREAD in read_place(address).conversation


def thread_of(conversation: str, message: str) -> str:
    """The thread below a message of a channel."""
    return conversation if _THREAD in conversation else f"{conversation}{_THREAD}{message}"


def channel_of(conversation: str) -> str:
    """The conversation without its thread."""
    return conversation.partition(_THREAD)[0]
