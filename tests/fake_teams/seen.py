"""What the tests see: messages, dialogs and deliveries, as the people in Teams would."""

from dataclasses import dataclass, fields
from typing import Any, Self

from .people import Json


class _FromJson:
    @classmethod
    def from_json(cls, found: Json) -> Self:
        """The thing in an answer of the control API."""
        return cls(**{one.name: found[one.name] for one in fields(cls)})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Seen(_FromJson):
    """A message as it is now; `sender` is a person's key or "bot", `raw` the activity."""

    conversation: str
    id: str
    sender: str
    thread: str | None  # the id of the post whose thread it is in
    updated: int
    at: float
    text: str
    card: Json | None
    words: str  # all that can be read: the card in the order of reading, then the text
    buttons: list[str]  # the verbs
    links: list[str]
    summary: str | None
    notifies: list[str]  # 29: ids that are mentioned
    raw: Json


@dataclass(frozen=True)
class SeenDialog(_FromJson):
    """A person's open dialog."""

    user: str
    title: str
    card: Json
    words: str
    buttons: list[str]
    links: list[str]
    inputs: dict[str, str]  # what is typed and chosen, by id
    errors: dict[str, str]  # the client's own: required inputs that are empty; the bot's are in the words


@dataclass(frozen=True)
class Delivery(_FromJson):
    """An activity that was sent to the bot, and its last answer; `ok` when every receiver took it."""

    activity: Json
    status: int | None
    body: Any
    headers: dict[str, str]
    ok: bool
    attempts: list[Json]  # of each receiver: to, status, body, headers, failure, seconds
    held_back: str | None  # why the client sent nothing
    at: float
