"""What the tests see: messages, views and deliveries, as the people in Slack would."""

from dataclasses import dataclass
from typing import Any

from .envelopes import Attempt
from .mrkdwn import words_of
from .people import Json
from .things import elements_of


@dataclass(frozen=True)
class SeenMessage:
    """A message as it is stored now; `raw` is Slack's object."""

    channel: str
    ts: str
    user: str
    text: str
    raw: Json
    thread_ts: str | None = None
    ephemeral_to: str | None = None
    notifies: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, found: Json) -> "SeenMessage":
        """The message in an answer of the control API."""
        names = ("channel", "ts", "user", "text")
        more = {"thread_ts": found.get("thread_ts"), "ephemeral_to": found["ephemeral_to"]}
        return cls(**{n: found[n] for n in names}, raw=found, **more, notifies=tuple(found.get("notifies", ())))

    @property
    def blocks(self) -> list[Json]:
        """The blocks, with block_ids and action_ids filled in."""
        return list(self.raw["blocks"])

    @property
    def words(self) -> str:
        """All that can be read in it: the blocks, or the text when there are none."""
        return words_of(self.raw)

    @property
    def actions(self) -> list[str]:
        """The action_ids of its elements."""
        return [e["action_id"] for block in self.blocks for e in elements_of(block) if "action_id" in e]


@dataclass(frozen=True)
class SeenView:
    """An open modal or a Home tab; `raw` is Slack's object."""

    id: str
    user: str
    raw: Json
    errors: dict[str, str]
    trouble: str | None

    @classmethod
    def from_json(cls, found: Json) -> "SeenView":
        """The view in an answer of the control API."""
        return cls(found["id"], found["user"], found, found["errors"], found["trouble"])

    @property
    def callback_id(self) -> str:
        """The callback_id."""
        return str(self.raw["callback_id"])

    @property
    def title(self) -> str:
        """The title of a modal."""
        return str(self.raw["title"]["text"])

    @property
    def private_metadata(self) -> str:
        """The private_metadata."""
        return str(self.raw["private_metadata"])

    @property
    def blocks(self) -> list[Json]:
        """The blocks, with block_ids and action_ids filled in."""
        return list(self.raw["blocks"])

    @property
    def values(self) -> dict[str, dict[str, Json]]:
        """What is typed and chosen: block_id -> action_id -> state."""
        return dict(self.raw["state"]["values"])

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return words_of(self.raw)

    @property
    def actions(self) -> list[str]:
        """The action_ids of its elements and inputs."""
        return [e["action_id"] for block in self.blocks for e in elements_of(block) if "action_id" in e]


@dataclass(frozen=True)
class Delivery:
    """What Slack sent to the bot for one act, with every attempt; `ok` when every receiver acknowledged it."""

    ok: bool
    kind: str
    payload: Json
    attempts: list[Attempt]
    answer: Any  # the JSON object or text of the acknowledgement, None when it was empty
    failure: str | None
    held_back: str | None

    @classmethod
    def from_json(cls, found: Json) -> "Delivery":
        """The delivery in an answer of the control API."""
        attempts = [Attempt(**attempt) for attempt in found["attempts"]]
        names = ("ok", "kind", "payload", "answer", "failure", "held_back")
        return cls(attempts=attempts, **{name: found[name] for name in names})

    @property
    def status(self) -> int | None:
        """The HTTP status of the last attempt; None when there was no answer."""
        return self.attempts[-1].status if self.attempts else None

    @property
    def event_id(self) -> str:
        """The event_id, the same in all attempts."""
        return str(self.payload["event_id"])
