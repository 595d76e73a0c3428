"""Groups of questions that are alike. The same questions give the same groups."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.upkeep.unanswered import Unanswered
from bot.upkeep.words import Vector, Weights, likeness, stem, telling
from knowledge.hours import LONDON

_SAME_ANSWER, _OTHER_ANSWER = 0.2, 0.35  # so alike are questions of one group, by whether the answer was the same
_DECIDED = 0.5  # so alike is a question to one about which somebody decided
_WORDS = 5


@dataclass(frozen=True)
class Group:
    """Questions that are alike, oldest first. `id` is the beginning of the oldest one's id."""

    questions: tuple[Unanswered, ...]
    words: tuple[str, ...] = ()  # the commonest, of those that the knowledge uses too: they name nobody

    @property
    def id(self) -> str:
        """What people type to act on the group."""
        return self.questions[0].id[:8]

    @property
    def askers(self) -> int:
        """How many people asked."""
        return len({one.by for one in self.questions})

    @property
    def first(self) -> date:
        """The day of the oldest question (London)."""
        return self.questions[0].at.astimezone(LONDON).date()

    @property
    def last(self) -> date:
        """The day of the newest question (London)."""
        return self.questions[-1].at.astimezone(LONDON).date()

    def touches(self, since: datetime, until: datetime) -> bool:
        """Whether one of its questions was asked in that stretch; `until` is not part of it."""
        return any(since <= one.at < until for one in self.questions)


@dataclass
class _Pile:
    questions: list[Unanswered]
    vectors: list[Vector]

    def likeness(self, vector: Vector) -> float:
        """The mean of the likeness to each question here."""
        return sum(likeness(vector, other) for other in self.vectors) / len(self.vectors)


def grouped(questions: Sequence[Unanswered], decided: Sequence[Unanswered], known: Sequence[str]) -> list[Group]:
    """The groups, the largest first. `decided`: questions that need no look; what is like them, with the same answer,
    is left out. `known`: what the knowledge says, which tells how rare a word is and which words may be shown."""
    weights = Weights.of([*known, *(one.words for one in questions)])
    safe = {word for text in known for word in telling(text)}
    settled = [(one.primary, weights.vector(one.words)) for one in decided]
    piles: list[_Pile] = []
    for one in sorted(questions, key=lambda one: (one.at, one.id)):
        vector = weights.vector(one.words)
        if any(one.primary == primary and likeness(vector, other) >= _DECIDED for primary, other in settled):
            continue
        if pile := _nearest(piles, one, vector):
            pile.questions.append(one)
            pile.vectors.append(vector)
        else:
            piles.append(_Pile([one], [vector]))
    found = [Group(tuple(pile.questions), _words(pile.questions, safe)) for pile in piles]
    return sorted(found, key=lambda one: (-len(one.questions), -one.askers, one.first, one.id))


def _nearest(piles: Iterable[_Pile], one: Unanswered, vector: Vector) -> _Pile | None:
    """The pile that the question belongs to; None when it is like none of them."""
    best: tuple[float, _Pile] | None = None
    for pile in piles:
        wanted = _SAME_ANSWER if one.primary in {other.primary for other in pile.questions} else _OTHER_ANSWER
        alike = pile.likeness(vector)
        if alike >= wanted and (best is None or alike > best[0]):
            best = (alike, pile)
    return best[1] if best else None


def _words(questions: Sequence[Unanswered], safe: set[str]) -> tuple[str, ...]:
    """The words that most of the questions use, each once in whatever form is the commonest."""
    used: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for one in questions:
        words = [word for word in telling(one.words) if word in safe]
        used.update({stem(word) for word in words})
        for word in words:
            forms.setdefault(stem(word), Counter())[word] += 1
    ranked = sorted(used, key=lambda one: (-used[one], -len(one), one))
    return tuple(min(forms[one], key=lambda form: (-forms[one][form], form)) for one in ranked[:_WORDS])
