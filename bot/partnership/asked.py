"""A question that was asked and its answer, kept a while for follow-ups, feedback and what nobody could answer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Asked:
    """One question in masked words. `answer` is the answer's JSON, `place` where the reply goes, in its words."""

    id: str
    by: str
    conversation: str  # questions with the same value follow one another
    place: str
    at: datetime
    masked: str
    answer: str
    verdict: str | None = None  # "right" or a reason code
    verdict_words: str = ""  # masked
    told_team: bool = False
