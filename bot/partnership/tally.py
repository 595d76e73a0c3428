"""What is kept of questions for good: how many there were of each topic on each day. No words and nobody's name."""

import json
from dataclasses import dataclass
from datetime import date

NO_MODEL = "no_model"  # answered from the rules alone, because the language model did not answer
_UNSURE = {"clarify", "handoff"}
_RIGHT = {None, "right"}


@dataclass(frozen=True)
class Tally:
    """The questions of one topic on one day (London), and of how many of them something is known."""

    day: date
    topic: str  # a pathway's id, or NO_MODEL
    asked: int = 0
    unsure: int = 0  # Signpost was not sure of the route
    not_right: int = 0  # the asker said that the answer was not right
    told_team: int = 0  # passed to the business team


def tally(day: date, answer: str, verdict: str | None, told_team: bool) -> Tally | None:
    """One question, from its answer's JSON; None for a greeting, and for what no report could count."""
    try:
        read = json.loads(answer)
        kind, primary = str(read["kind"]), str(read["primary"])
    except (ValueError, KeyError, TypeError):  # of another version: deleting old questions must go on
        return None
    if kind == "smalltalk":
        return None
    topic = NO_MODEL if kind == "fallback" else primary
    return Tally(day, topic, 1, int(kind in _UNSURE), int(verdict not in _RIGHT), int(told_team))
