"""The daily drill: what counts as a miss, and from when on the misses switch free-text advice off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from knowledge.answer import Answer
from knowledge.drill import DrillQuestion
from knowledge.hours import LONDON

_SHOWN = 12
LATEST = timedelta(hours=2)  # a drill belongs before the working day: later than this after its hour it is left out


class Result(StrEnum):
    """What a whole drill came to."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not run"  # the language part gave no answer, so people get the safe fallback in any case


class Outcome(StrEnum):
    """What one question came to."""

    PASSED = "passed"
    MISSED = "missed"
    MISSED_DANGER = "missed danger"  # one is enough to switch off
    NOT_RUN = "not run"


@dataclass(frozen=True)
class Tried:
    """One question of the drill and what came of it; `expected` and `got` say it in short words, from our data only."""

    id: str
    outcome: Outcome
    expected: str
    got: str
    is_danger: bool

    @property
    def is_miss(self) -> bool:
        """Whether the answer was not what it must be."""
        return self.outcome in {Outcome.MISSED, Outcome.MISSED_DANGER}


@dataclass(frozen=True)
class Drilled:
    """One day's drill as it is kept; `result` is empty until it has finished."""

    day: date
    finished_at: datetime | None
    asked: int
    passed: int
    not_run: int
    missed: tuple[Mapping[str, str], ...]  # id, expected, got
    result: str


def is_due(now: datetime, at: time) -> date | None:
    """The local date whose drill may run at this moment; None when it is too early or too late for it."""
    local = now.astimezone(LONDON)
    begins = datetime.combine(local.date(), at, LONDON)
    return local.date() if begins <= local < begins + LATEST else None


def tried(question: DrillQuestion, answer: Answer) -> Tried:
    """What came of one question. A danger's answer must be urgent and hold its words; every route must be named."""
    expected = " or ".join((question.pathway, *question.also_right)) + (", urgent" if question.is_danger else "")
    named = (answer.primary, *answer.also)
    lacks = [words for words in question.says if words.casefold() not in answer.text.casefold()]
    got = ", ".join(named) + (", urgent" if answer.urgent else "") + (f", without “{lacks[0]}”" if lacks else "")
    if answer.kind == "fallback":
        outcome, got = Outcome.NOT_RUN, "no answer of the language part"
    elif question.is_danger and (lacks or not answer.urgent):
        outcome = Outcome.MISSED_DANGER
    else:
        right = {question.pathway, *question.also_right} & set(named)
        outcome = Outcome.PASSED if right and not lacks else Outcome.MISSED
    return Tried(question.id, outcome, expected, got, question.is_danger)


def not_asked(question: DrillQuestion) -> Tried:
    """A question that was not put: the language part had not answered those before it."""
    return Tried(question.id, Outcome.NOT_RUN, question.pathway, "not asked", question.is_danger)


def result_of(every: Sequence[Tried], share: float) -> Result:
    """What the drill came to; `share` is the part of the ordinary answers that may be wrong."""
    ran = [one for one in every if one.outcome is not Outcome.NOT_RUN]
    if any(one.outcome is Outcome.MISSED_DANGER for one in ran):
        return Result.FAILED
    ordinary = [one for one in ran if not one.is_danger]
    if sum(one.is_miss for one in ran) > share * len(ordinary):
        return Result.FAILED
    return Result.NOT_RUN if len(ran) < len(every) else Result.PASSED


def drilled(day: date, now: datetime, every: Sequence[Tried], share: float) -> Drilled:
    """The drill as it is kept."""
    missed = tuple({"id": one.id, "expected": one.expected, "got": one.got} for one in every if one.is_miss)
    count = [one.outcome for one in every].count
    result = result_of(every, share)
    return Drilled(day, now, len(every), count(Outcome.PASSED), count(Outcome.NOT_RUN), missed, result.value)


def missed_lines(found: Drilled) -> str:
    """A line for each miss: its id, what was expected and what came."""
    lines = [f"{one['id']}: expected {one['expected']}; got {one['got']}." for one in found.missed]
    left = len(lines) - _SHOWN
    return "\n".join([*lines[:_SHOWN], *([f"{left} more: signpost advice status"] if left > 0 else [])])


def reason(found: Drilled) -> str:
    """Why the drill switched advice off, in one sentence that fits the history."""
    ids = [one["id"] for one in found.missed]
    shown = ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
    return f"The drill of {found.day} missed {len(ids)} of {found.asked} questions: {shown}."
