"""BM25 over the examples: a pathway is as near as the example of it whose words fit best."""

from collections import Counter
from collections.abc import Sequence

from bench.evaluate.baselines.examples import Example
from knowledge.documents.bm25 import Bm25
from knowledge.words import normal, tokens


def rankings(examples: Sequence[Example], texts: Sequence[str]) -> dict[str, list[str]]:
    """For each text the pathways of the examples that share a word with it, the best first."""
    words = [tokens(normal(example.text)) for example in examples]
    index = Bm25([{word: float(times) for word, times in Counter(one).items()} for one in words], list(map(len, words)))
    return {text: _ranking(examples, index, text) for text in texts}


def _ranking(examples: Sequence[Example], index: Bm25, text: str) -> list[str]:
    scores = index.scores([{word: 1.0} for word in dict.fromkeys(tokens(normal(text)))])
    best: dict[str, float] = {}
    for place, score in scores.items():
        intent = examples[place].intent
        best[intent] = max(best.get(intent, 0.0), score)
    return sorted(best, key=lambda intent: (-best[intent], intent))
