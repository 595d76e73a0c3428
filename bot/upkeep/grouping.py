"""Groups of questions that are alike. The same questions give the same groups."""

from collections import Counter
from collections.abc import Sequence
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


def grouped(questions: Sequence[Unanswered], decided: Sequence[Unanswered], known: Sequence[str]) -> list[Group]:
    """The groups, the largest first. `decided`: questions that need no look; what is like them, with the same answer,
    is left out. `known`: what the knowledge says, which tells how rare a word is and which words may be shown."""
    weights = Weights.of([*known, *(one.words for one in questions)])
    safe = {word for text in known for word in telling(text)}
    settled = [(one.primary, weights.vector(one.words)) for one in decided]
    piles = _Piles()
    for one in sorted(questions, key=lambda one: (one.at, one.id)):
        vector = weights.vector(one.words)
        if not any(one.primary == primary and likeness(vector, other) >= _DECIDED for primary, other in settled):
            piles.put(one, vector)
    found = [Group(tuple(pile), _words(pile, safe)) for pile in piles.all]
    return sorted(found, key=lambda one: (-len(one.questions), -one.askers, one.first, one.id))


class _Piles:
    """Questions put onto the pile of those that they are like; only piles with a common word are compared."""

    def __init__(self) -> None:
        self.all: list[list[Unanswered]] = []
        self._sums: list[dict[str, float]] = []  # of the vectors of each pile
        self._with: dict[str, set[int]] = {}  # stem -> the piles that use it

    def put(self, one: Unanswered, vector: Vector) -> None:
        """Onto the nearest pile, or onto a new one."""
        place = self._nearest(one, vector)
        if place is None:
            place = len(self.all)
            self.all.append([])
            self._sums.append({})
        self.all[place].append(one)
        for word, weight in vector.items():
            self._sums[place][word] = self._sums[place].get(word, 0.0) + weight
            self._with.setdefault(word, set()).add(place)

    def _nearest(self, one: Unanswered, vector: Vector) -> int | None:
        """The pile with the highest mean likeness to its questions; None when it is like none of them."""
        best: tuple[float, int] | None = None
        for place in sorted({place for word in vector for place in self._with.get(word, ())}):
            pile = self.all[place]
            wanted = _SAME_ANSWER if any(other.primary == one.primary for other in pile) else _OTHER_ANSWER
            alike = likeness(vector, self._sums[place]) / len(pile)
            if alike >= wanted and (best is None or alike > best[0]):
                best = (alike, place)
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
