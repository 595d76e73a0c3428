"""A message as plain objects: each channel draws it in its own way, and all say the same."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Fact:
    """One labelled value, such as Stage: 2."""

    label: str
    value: str


@dataclass(frozen=True)
class Button:
    """One button. `action` is the name that every channel routes by (`escalation.acknowledge`), `value` its subject."""

    action: str
    label: str
    value: str
    style: Literal["primary", "danger"] | None = None
    more: bool = False  # seldom needed: a channel may put it behind "More"


@dataclass(frozen=True)
class Message:
    """A notice ready to draw: what is urgent first, then the title, lines, facts, buttons, and small print."""

    title: str
    urgent: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    buttons: tuple[Button, ...] = ()
    small: tuple[str, ...] = ()
    parts: tuple["Message", ...] = ()  # things of the same kind below one another, each with its own buttons

    @property
    def text(self) -> str:
        """The complete plain text in reading order, for screen readers, e-mail and notifications."""
        facts = [f"{fact.label}: {fact.value}" for fact in self.facts]
        listed = (part.text for part in self.parts)
        parts = [*self.urgent, self.title, *self.lines, "\n".join(facts), *listed, *self.small]
        return "\n\n".join(part for part in parts if part)
