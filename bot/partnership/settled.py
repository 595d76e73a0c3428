"""What the business team decides about questions that found no good answer, and what its digest tells of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Decision(StrEnum):
    """What was decided."""

    WRITTEN = "written"  # the advice or the training was changed
    NOT_OURS = "not-ours"  # nothing that Signpost should answer
    RIGHT = "right"  # the answer was right as it was


@dataclass(frozen=True)
class Settled:
    """A decision about a group. `by` is who decided, such as person:bt-1; `questions` are ids, without words."""

    group: str
    decision: Decision
    by: str
    why: str
    at: datetime
    questions: tuple[str, ...]


@dataclass(frozen=True)
class OpenGroup:
    """A group of questions as the digest tells it: no typed words, only such as the knowledge uses itself."""

    id: str
    count: int
    answered_with: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class OpenQuestions:
    """A week's questions without a good answer: its days, how many groups and questions, and the largest groups."""

    first: date = date.min
    last: date = date.min
    groups: int = 0
    questions: int = 0
    largest: tuple[OpenGroup, ...] = ()
