"""What is sent to the bot, and what came of each attempt."""

import json
from dataclasses import asdict, dataclass, field
from typing import Literal
from urllib.parse import urlencode

from .people import Json

type Kind = Literal["events_api", "interactive", "slash_commands"]

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass
class Attempt:
    """One try to hand something to the bot; `failure` is None when the bot acknowledged it in time."""

    to: str
    number: int
    reason: str | None = None
    status: int | None = None
    ms: float = 0.0
    body: str = ""
    failure: str | None = None
    no_retry: bool = False


@dataclass
class Envelope:
    """A payload on its way, with the attempts so far."""

    kind: Kind
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)
    done: bool = False
    held_back: str | None = None  # why Slack did not send it

    @property
    def ok(self) -> bool:
        """Whether every receiver has acknowledged it."""
        receivers = {attempt.to for attempt in self.attempts}
        return bool(receivers) and receivers == {a.to for a in self.attempts if a.failure is None}

    @property
    def answer(self) -> Json | str | None:
        """What the bot answered; text when it is not a JSON object, None when there was none."""
        body = next((a.body for a in self.attempts if a.failure is None), "")
        try:
            answer: object = json.loads(body)
        except ValueError:
            return body or None
        return answer if isinstance(answer, dict) else body

    @property
    def failure(self) -> str | None:
        """Why the last attempt failed."""
        if self.held_back or self.ok:
            return self.held_back
        return self.attempts[-1].failure if self.attempts else "nobody to deliver to"

    def as_http(self) -> tuple[bytes, str]:
        """The body and content type of a delivery over HTTP."""
        if self.kind == "events_api":
            return json.dumps(self.payload).encode(), JSON
        fields = {"payload": json.dumps(self.payload)} if self.kind == "interactive" else self.payload
        return urlencode(fields).encode(), FORM

    def as_json(self) -> Json:
        """The delivery for the tests."""
        attempts = [asdict(attempt) for attempt in self.attempts]
        common = {"kind": self.kind, "payload": self.payload, "attempts": attempts, "done": self.done}
        return common | {"ok": self.ok, "failure": self.failure, "answer": self.answer, "held_back": self.held_back}


def held_back(kind: Kind, why: str) -> Envelope:
    """What Slack keeps to itself."""
    return Envelope(kind, {}, done=True, held_back=why)
