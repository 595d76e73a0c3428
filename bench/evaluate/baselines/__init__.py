"""What is to be beaten: simple classifiers that learn from the same examples and are asked the same messages."""

from collections.abc import Callable, Sequence

from bench.evaluate.baselines import bm25, diet, nearest
from bench.evaluate.baselines.examples import read_examples
from bench.evaluate.labels import Label
from bench.evaluate.score import Score, rank_score

Rankings = dict[str, list[str]]  # message -> pathways, the likeliest first


def baselines(texts: Sequence[str], effort: diet.Effort | None) -> dict[str, Callable[[Sequence[Label]], Score]]:
    """For each baseline, by its name, what scores it on labelled messages. DIET is left out without an effort.

    A baseline reads the message alone, without the messages before it, and knows no rules.
    """
    examples, asked = read_examples(), list(dict.fromkeys(texts))
    ranked: dict[str, Rankings] = {}
    if effort and (learnt := diet.rankings(asked, effort)) is not None:
        ranked[f"DIET, {effort.epochs} epochs"] = learnt
    ranked |= {"MiniLM, mean of 3": nearest.rankings(examples, asked, 3)}
    ranked |= {"MiniLM, nearest": nearest.rankings(examples, asked, 1)}
    ranked |= {"BM25": bm25.rankings(examples, asked)}
    return {system: _judge(rankings) for system, rankings in ranked.items()}


def _judge(rankings: Rankings) -> Callable[[Sequence[Label]], Score]:
    return lambda labels: rank_score(labels, {label.id: rankings.get(label.text, []) for label in labels})
