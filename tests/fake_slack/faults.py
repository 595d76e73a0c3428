"""Faults that the tests put into the Web API, the response_urls and the opening of sockets."""

import re
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch

from .people import Json

KINDS = re.compile(r"429|500|502|503|504|html|slow|drop|drop_after|error:\w+")


@dataclass
class Fault:
    """What goes wrong, where and how often.

    `slow` and `drop_after` carry the call out and then answer late, or never. `drop` closes the connection at once.
    """

    kind: str
    method: str = "*"
    channel: str | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 12.0

    def __post_init__(self) -> None:
        if not KINDS.fullmatch(self.kind):
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

    def take(self, method: str, channel: str | None) -> Fault | None:
        """The fault that hits this call, counted down; None when it goes well."""
        for fault in self.waiting:
            if fnmatch(method, fault.method) and fault.channel in (None, channel):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
