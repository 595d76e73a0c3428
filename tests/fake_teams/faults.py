"""Faults that the tests put into the Bot Connector, and its limit of messages in a conversation."""

import math
import time
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from typing import Any

from .people import Json

ERRORS = {
    "400": ("BadSyntax", "The card cannot be drawn."),
    "401": ("Unauthorized", "Authorization has been denied for this request."),
    "403": ("BotNotInConversationRoster", "The bot is not part of the conversation roster."),
    "404": ("ConversationNotFound", "Conversation not found."),
    "412": ("PreconditionFailed", "Precondition failed."),
    "413": ("MessageSizeTooBig", "The message is too big."),
    "429": ("TooManyRequests", "Too many requests."),
    "500": ("ServiceError", "Internal server error."),
    "502": ("BadGateway", "Bad gateway."),
    "503": ("ServiceUnavailable", "Service unavailable."),
    "504": ("GatewayTimeout", "Gateway timeout."),
}
CUTS = ("hang", "slow", "drop", "drop_after")


@dataclass
class Fault:
    """What goes wrong, at which operation, where and how often; README.md says what the kinds do."""

    kind: str
    operation: str = "*"
    conversation: str | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 12.0

    def __post_init__(self) -> None:
        if self.kind not in (*ERRORS, *CUTS):
            raise ValueError(f"no such fault: {self.kind}")

    @classmethod
    def from_json(cls, wanted: Json) -> "Fault":
        """The fault asked for; an unknown field is a ValueError."""
        if unknown := wanted.keys() - {field.name for field in fields(cls)}:
            raise ValueError(f"a fault has no {', '.join(sorted(unknown))}")
        return cls(**wanted)


@dataclass
class Faults:
    """The faults still to come, in the order in which they were asked for."""

    waiting: list[Fault] = field(default_factory=list)

    def take(self, operation: str, conversation: str | None) -> Fault | None:
        """The fault that hits this call, counted down; None when it goes well."""
        for fault in self.waiting:
            if fnmatch(operation, fault.operation) and fault.conversation in (None, conversation):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None


@dataclass
class Rate:
    """When a message was last let into each conversation."""

    last: dict[str, float] = field(default_factory=dict)

    def wait_for(self, conversation: str, seconds: float) -> int:
        """0 when a message may be sent now, else the whole seconds to wait (Retry-After)."""
        now = time.monotonic()
        left = self.last.get(conversation, -math.inf) + seconds - now
        if left > 0:
            return max(1, math.ceil(left))
        self.last[conversation] = now
        return 0


class Refusal(Exception):
    """The Connector's answer to a call that it does not carry out."""

    def __init__(self, status: int, code: str, words: str, **headers: str) -> None:
        super().__init__(words)
        self.status, self.code, self.headers = status, code, headers

    @classmethod
    def of(cls, kind: str, retry_after: int = 1) -> "Refusal":
        """The refusal that a fault asks for."""
        headers = {"Retry-After": str(retry_after)} if kind in ("429", "503") else {}
        return cls(int(kind), *ERRORS[kind], **headers)

    def as_json(self) -> Any:  # noqa: ANN401 - JSON
        """The body of the answer."""
        return {"error": {"code": self.code, "message": str(self)}}
