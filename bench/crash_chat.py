"""What the crash run needs of a chat: a bot there, people who do things with it, and what they saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from bench.crash_seen import Seen
from bot.partnership.people import Person
from tests.process import BotProcess


@dataclass(frozen=True)
class Cast:
    """Who does what in a chat."""

    known: Sequence[Person]  # the people file
    askers: Mapping[str, Sequence[str]]  # who asks, and in which ways
    raisers: Sequence[str]
    team: Sequence[str]


class Chat(Protocol):
    """One chat. A person is named as its stand-in names them; one person uses one dialog at a time.

    What a person does is `True` when the chat took it for them: then it must hold.
    """

    @property
    def cast(self) -> Cast:
        """Who is there."""
        ...

    @property
    def modes(self) -> Sequence[str]:
        """The ways in which the bot hears it, in turn."""
        ...

    @property
    def bot(self) -> BotProcess:
        """The bot that is killed."""
        ...

    async def hear(self, mode: str) -> None:
        """Start the bot; returns once the chat reaches it."""
        ...

    async def ask(self, user: str, way: str, words: str) -> tuple[str, bool]:
        """Ask; the key under which the question must be stored, and whether it was taken."""
        ...

    async def open_form(self, user: str, chance: Random) -> bool:
        """Open the form of an escalation."""
        ...

    async def send_form(self, user: str, values: dict[str, str]) -> bool:
        """Fill in that form and send it; again when it was not taken."""
        ...

    async def receipt(self, user: str) -> str:
        """The words that the person sees in the place of the form."""
        ...

    async def to_acknowledge(self) -> set[str]:
        """The numbers of the escalations whose card has the button."""
        ...

    async def acknowledge(self, user: str, ref: str) -> bool:
        """Press that button. Raises ValueError when it is gone meanwhile."""
        ...

    async def seen(self) -> Seen:
        """Everything that the bot said."""
        ...
