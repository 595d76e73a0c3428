"""A form as plain objects: a modal in Slack, a card in Teams, and the same values back from both."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.wording.message import Button

TICKED = "yes"


class Input(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    RADIO = "radio"  # a choice whose options are all in sight, at most ten
    TICK = "tick"  # one box; its value is TICKED or ""
    DATE = "date"  # ISO
    PERSON = "person"  # the channel's own picker; the value is an actor's address such as slack:U123


@dataclass(frozen=True)
class Option:
    """One thing to choose; `value` is what the form gives back."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One field. `id` names it in the values and in the errors."""

    id: str
    label: str
    input: Input = Input.TEXT
    hint: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True
    longest: int = 1500
    value: str = ""
    doubted: bool = False  # its hint names words to look at again


@dataclass(frozen=True)
class Form:
    """One form. `id` is what every channel routes by; `carries` comes back unchanged beside the values."""

    id: str
    title: str  # at most 24 letters, Slack's limit
    submit: str
    fields: tuple[Field, ...]
    urgent: tuple[str, ...] = ()  # shown before everything else
    intro: tuple[str, ...] = ()
    carries: dict[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()  # that leave the form unsent
    replaces: bool = False  # one of several steps: it takes the place of the window whose button was pressed

    def filled(self, values: dict[str, str]) -> "Form":
        """The same form with what was typed."""
        return replace(self, fields=tuple(replace(one, value=values.get(one.id, one.value)) for one in self.fields))
