"""Which questions need a look: they found no answer, or the asker said that the answer was wrong."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.partnership.asked import Asked

_OUT_OF_SCOPE = "out_of_scope"
_AT_ONCE = timedelta(minutes=30)  # a reply to what was asked back; after a longer pause it is a new matter


class Why(StrEnum):
    """Why somebody should look at a question."""

    WRONG = "said to be wrong"
    CONTESTED = "held to be not ours, which the asker contests"
    PASSED_ON = "passed on to the business team"
    UNSURE = "not sure of the route"
    NO_MODEL = "answered from the rules alone"


@dataclass(frozen=True)
class Given:
    """What matters here of an answer."""

    kind: str
    primary: str
    title: str
    options: tuple[str, ...]  # replies offered to what was asked back


@dataclass(frozen=True)
class Unanswered:
    """A question that needs a look. `words` and `said`, what the asker said of the answer, are masked."""

    id: str
    by: str
    at: datetime
    words: str
    said: str
    primary: str
    title: str
    why: Why


def unanswered(asked: Iterable[Asked]) -> list[Unanswered]:
    """Those of the questions that need a look, oldest first.

    What was asked back and replied to with a button is one question with its replies: what came out at the end counts.
    """
    found = (_judged(chain) for chain in _chains(sorted(asked, key=lambda one: (one.at, one.id))))
    return [one for one in found if one]


def given(answer: str) -> Given | None:
    """What an answer's JSON says; None for one of another version."""
    try:
        read = json.loads(answer)
        options = tuple(str(one) for one in (read["question"] or {}).get("options", ()))
        return Given(str(read["kind"]), str(read["primary"]), str(read["title"]), options)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


type _Chain = list[tuple[Asked, Given]]


def _chains(asked: Sequence[Asked]) -> Iterable[_Chain]:
    """Each question with the replies by button that followed it."""
    chains: list[_Chain] = []
    latest: dict[str, _Chain] = {}
    for one in asked:
        answer = given(one.answer)
        if answer is None:
            continue
        chain = latest.get(one.conversation, [])
        if chain and one.masked in chain[-1][1].options and one.at - chain[-1][0].at <= _AT_ONCE:
            chain.append((one, answer))
        else:
            latest[one.conversation] = chain = [(one, answer)]
            chains.append(chain)
    return chains


def _judged(chain: _Chain) -> Unanswered | None:
    first, (last, answer) = chain[0][0], chain[-1]
    verdicts = [(one, said) for one, said in chain if one.verdict]
    about, answer = verdicts[-1] if verdicts else (last, answer)
    why = _why(about.verdict, any(one.told_team for one, _ in chain), answer)
    if why is None:
        return None
    return Unanswered(
        first.id, first.by, first.at, first.masked, about.verdict_words, answer.primary, answer.title, why
    )


def _why(verdict: str | None, told_team: bool, answer: Given) -> Why | None:
    if verdict == "right":
        return None
    if verdict or told_team:
        if answer.primary == _OUT_OF_SCOPE:
            return Why.CONTESTED
        return Why.WRONG if verdict else Why.PASSED_ON
    return {"clarify": Why.UNSURE, "handoff": Why.UNSURE, "fallback": Why.NO_MODEL}.get(answer.kind)
