"""What the stand-in keeps: messages, open dialogs and what was sent to the bot."""

import time
from dataclasses import dataclass, field

from .cards import card_in
from .elements import buttons_of, links_of, verb_of, words_of
from .people import Json
from .typing_in import start_values


@dataclass
class Message:
    """A message in a conversation; `sender` is a person's key or "bot"."""

    conversation: str
    id: str
    sender: str
    activity: Json
    thread: str | None = None
    updated: int = 0
    deleted: bool = False
    at: float = field(default_factory=time.time)
    replaced_for: dict[str, Json] = field(default_factory=dict)  # cards that one person sees instead, by key

    def card(self, user: str | None = None) -> Json | None:
        """The card as this person sees it."""
        return self.replaced_for.get(user or "") or card_in(self.activity)

    def text(self) -> str:
        """The text beside the card."""
        return str(self.activity.get("text") or "")

    def words(self, user: str | None = None) -> str:
        """All that can be read."""
        return "\n".join(part for part in (words_of(self.card(user)), self.text()) if part)

    def as_json(self, user: str | None = None) -> Json:
        """For the tests."""
        card = self.card(user)
        names = ("conversation", "id", "sender", "thread", "updated", "deleted", "at")
        mentions = [*(self.activity.get("entities") or []), *((card or {}).get("msteams") or {}).get("entities", [])]
        return {name: getattr(self, name) for name in names} | {
            "text": self.text(),
            "card": card,
            "words": self.words(user),
            "buttons": [verb_of(action) for action in buttons_of(card)],
            "links": links_of(card),
            "summary": self.activity.get("summary"),
            "notifies": [one["mentioned"]["id"] for one in mentions if one.get("type") == "mention"],
            "raw": self.activity,
        }


@dataclass
class Dialog:
    """The dialog that a person has open, and how it was opened."""

    user: str
    card: Json
    title: str
    conversation: str
    opened_by: Json | None = None  # the value of composeExtension/fetchTask
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = start_values(self.card)

    def as_json(self) -> Json:
        """For the tests."""
        buttons = [verb_of(action) for action in buttons_of(self.card)]
        shown = {"card": self.card, "title": self.title, "words": words_of(self.card), "buttons": buttons}
        return shown | {"user": self.user, "inputs": self.values, "errors": self.errors, "links": links_of(self.card)}


@dataclass
class Sent:
    """An activity on its way to the bot, and what every bot that got it answered."""

    activity: Json
    attempts: list[Json] = field(default_factory=list)
    held_back: str | None = None
    at: float = field(default_factory=time.time)

    @property
    def ok(self) -> bool:
        """Whether all of them took it."""
        return bool(self.attempts) and all(200 <= (one["status"] or 0) < 300 for one in self.attempts)

    def as_json(self) -> Json:
        """For the tests."""
        last = self.attempts[-1] if self.attempts else {"status": None, "body": None, "headers": {}}
        answer = {name: last[name] for name in ("status", "body", "headers")}
        whole = {"activity": self.activity, "attempts": self.attempts, "held_back": self.held_back, "at": self.at}
        return whole | answer | {"ok": self.ok}
