"""What a press or a sent form is answered with, as plain objects: each channel shows it in its own way."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.partnership.asked import Asked
from bot.wording.form import Form
from bot.wording.message import Message
from bot.workflows.desk import Desk


@dataclass(frozen=True)
class Said:
    """One sentence."""

    sentence: str


@dataclass(frozen=True)
class Shown:
    """A notice under a title; `urgent` lines stand before its own. `copied` is its text for a box to copy from."""

    title: str
    message: Message
    urgent: tuple[str, ...] = ()
    copied: str = ""


@dataclass(frozen=True)
class WholeAnswer:
    """An answer with every part, contact and source; `small` is said below it."""

    asked: Asked
    small: str = ""


@dataclass(frozen=True)
class Opened:
    """A form to fill in, or the same form again with what must be looked at."""

    form: Form


@dataclass(frozen=True)
class Faults:
    """The form that was sent, as it was filled in, and what must be changed in it: a sentence for each field."""

    form: Form
    sentences: Mapping[str, str]


type Reply = Said | Shown | WholeAnswer | Opened | Faults


def _same_place(place: str) -> str:
    return place


async def _knows_everybody(who: str) -> None:
    """For a channel whose picker offers only people of the people file."""


@dataclass(frozen=True)
class Pressed:
    """A pressed button. `key` is the same when the channel delivers the press again.

    `place_after` gives the place of a next answer from that of the answer under which the button stands.
    """

    name: str  # such as escalation.acknowledge
    value: str
    who: str  # the address of whoever pressed, such as slack:U1
    key: str
    place_after: Callable[[str], str] = _same_place


@dataclass(frozen=True)
class Sent:
    """A form that was filled in and sent. `key` is the same when it is sent again: it is done once.

    `talk` is the conversation with this person alone, which a next message goes on with.
    `learn` matches an address that somebody chose with the people file, which may know that person by e-mail only.
    """

    form: str  # its id
    who: str
    values: Mapping[str, str]
    carries: Mapping[str, str]
    key: str
    talk: str = ""
    learn: Callable[[str], Awaitable[None]] = field(default=_knows_everybody)


type Press = Callable[[Desk, Pressed], Awaitable[Reply | None]]
type Send = Callable[[Desk, Sent], Awaitable[Reply]]
