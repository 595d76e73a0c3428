"""All figures of one system on one set of labelled messages."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.evaluate.figures import Figure
from bench.evaluate.judge import Given, verdicts
from bench.evaluate.labels import Label

FIGURES = (
    *("lenient", "strict", "named_among_first_three", "urgent_recall", "false_urgent", "calm_danger_recall"),
    *("harmful_down_route", "says_what_it_must_not", "must_say", "out_of_scope_recall", "wrongly_out_of_scope"),
    *("pii_leaked", "masked_needlessly", "kept_terms"),
)
OF_A_CLASSIFIER = ("lenient", "strict", "named_among_first_three", "out_of_scope_recall", "wrongly_out_of_scope")
_BINS = 10


@dataclass(frozen=True)
class Bin:
    """The answers whose confidence lies from `low` to `low` + 0.1: how many, how sure, and how many were right."""

    low: float
    mean: float
    right: Figure


@dataclass(frozen=True)
class Score:
    """The figures of a system on a set, and where it fails."""

    figures: dict[str, Figure]
    by_pathway: dict[str, Figure]
    by_voice: dict[str, Figure]
    by_kind: dict[str, Figure]
    confused: tuple[tuple[str, str, int], ...]  # label, route given, how often; neither label nor acceptable
    bins: tuple[Bin, ...]
    answered: Figure
    without_model: int = 0  # answers of the rules alone, because the language part gave none

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: mean distance between confidence and share right, weighted by the bins."""
        total = sum(b.right.of for b in self.bins)
        return sum(abs(b.mean - b.right.share) * b.right.of for b in self.bins) / total if total else 0.0


def score(labels: Sequence[Label], answers: Mapping[str, Given]) -> Score:
    """The score of the answers, by the id of the message. A message without an answer counts as answered wrongly."""
    given = [answers.get(label.id, Given()) for label in labels]
    found: dict[str, list[bool]] = defaultdict(list)
    for label, answer in zip(labels, given, strict=True):
        for name, hit in verdicts(label, answer):
            found[name].append(hit)
    right = [answer.primary in label.right for label, answer in zip(labels, given, strict=True)]
    return Score(
        figures={name: Figure.count(found[name]) for name in FIGURES if found[name]},
        by_pathway=_by(lambda label: label.pathway, labels, right),
        by_voice=_by(lambda label: label.voice, labels, right),
        by_kind=_by(lambda label: label.kind, labels, right),
        confused=_confused(labels, given),
        bins=tuple(_bins(zip((answer.confidence for answer in given), right, strict=True))),
        answered=Figure.count(label.id in answers for label in labels),
        without_model=sum(answer.kind == "fallback" for answer in given),
    )


def rank_score(labels: Sequence[Label], rankings: Mapping[str, Sequence[str]]) -> Score:
    """The score of a bare classifier: only the figures that its order of pathways decides."""
    given = {key: Given(primary=order[0], also=tuple(order[1:])) for key, order in rankings.items() if order}
    whole = score(labels, given)
    figures = {name: whole.figures[name] for name in OF_A_CLASSIFIER if name in whole.figures}
    return Score(figures, whole.by_pathway, whole.by_voice, whole.by_kind, whole.confused, (), whole.answered)


def _by(name: Callable[[Label], str], labels: Sequence[Label], right: Sequence[bool]) -> dict[str, Figure]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for label, hit in zip(labels, right, strict=True):
        groups[name(label)].append(hit)
    return {group: Figure.count(hits) for group, hits in sorted(groups.items())}


def _confused(labels: Sequence[Label], given: Sequence[Given]) -> tuple[tuple[str, str, int], ...]:
    pairs = Counter(
        (label.pathway, answer.primary or "no answer")
        for label, answer in zip(labels, given, strict=True)
        if answer.primary not in label.right
    )
    return tuple(
        (wanted, named, count) for (wanted, named), count in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))
    )


def _bins(sure_and_right: Iterable[tuple[float, bool]]) -> Iterable[Bin]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in sure_and_right:
        bins[min(int(sure * _BINS), _BINS - 1)].append((sure, right))
    for place, held in sorted(bins.items()):
        yield Bin(place / _BINS, sum(sure for sure, _ in held) / len(held), Figure.count(right for _, right in held))
