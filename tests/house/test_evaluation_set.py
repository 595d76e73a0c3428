"""The messages that measure are not those that teach, and their labels can be used."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from pathlib import Path

import pytest
import yaml

from bench.evaluate.labels import OWN, Label, read_labels
from knowledge.knowledge import Knowledge

EXAMPLES = Path(__file__).parents[2] / "nlu" / "data" / "examples"
KINDS = {"scenario", "faq", "out_of_scope", "pii", "typo", "adversarial", "multi_turn"}
BASES = {"source", "source_rule", "author"}
TAGS = {"calm_danger", "negation", "hidden", "historic", "multi"}
SAME_FROM = 0.8  # share of the words of both that both have
WORDS_TO_COMPARE = 5


@pytest.fixture(scope="module")
def own() -> list[Label]:
    return read_labels(OWN)


def words(text: str) -> list[str]:
    return re.sub(r"[^\w\s]", "", text.lower()).split()


def training_messages() -> Iterator[str]:
    for path in sorted(EXAMPLES.rglob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            yield from (line.removeprefix("- ") for line in block["examples"].splitlines())


def alike(one: Set[str], other: Set[str]) -> bool:
    return len(one & other) >= SAME_FROM * len(one | other)


def near_copies(measured: dict[str, str], taught: list[str]) -> list[tuple[str, str]]:
    """Ids of messages that measure, each with the training message that it nearly repeats."""
    sets = [frozenset(words(text)) for text in taught]
    holding: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(sets):
        for word in held:
            holding[word].append(place)
    verbatim = {" ".join(words(text)): text for text in taught}
    found = []
    for key, text in measured.items():
        said = frozenset(words(text))
        if same := verbatim.get(" ".join(words(text))):
            found.append((key, same))
        elif len(said) >= WORDS_TO_COMPARE:
            # Of two that are alike, these rarest words of the one cannot all be missing in the other.
            rarest = sorted(said, key=lambda word: len(holding[word]))[
                : len(said) - math.ceil(SAME_FROM * len(said)) + 1
            ]
            close = {place for word in rarest for place in holding[word] if alike(said, sets[place])}
            found += [(key, taught[place]) for place in sorted(close)]
    return found


def test_no_training_message_nearly_repeats_one_that_measures(own: list[Label]) -> None:
    assert near_copies({label.id: label.text for label in own}, list(training_messages())) == []


def test_a_near_copy_would_be_found() -> None:
    measured = {"a": "our swimming coach messages a girl of 13 late at night", "b": "Bruise, ear!", "c": "is it ours"}
    taught = [
        "Our swimming coach messages a girl of 14 late at night.",
        "bruise ear",
        "is it theirs",
        "a night at work",
    ]
    assert near_copies(measured, taught) == [("a", taught[0]), ("b", taught[1])]


def test_there_are_six_hundred_messages_with_usable_labels(own: list[Label], knowledge: Knowledge) -> None:
    assert len(own) >= 600
    for label in own:
        assert label.right <= set(knowledge.pathways), label.id
        assert label.kind in KINDS and label.label_basis in BASES and set(label.tags) <= TAGS, label.id
        assert all(span in label.text for span in (*label.pii, *label.pii_keep)), label.id
        assert label.text.strip() and (label.level is None or 1 <= label.level <= 4), label.id


def test_every_pathway_is_measured_by_ten_messages(own: list[Label], knowledge: Knowledge) -> None:
    counts = Counter(label.pathway for label in own)
    assert {pathway: counts[pathway] for pathway in knowledge.pathways if counts[pathway] < 10} == {}


def test_no_message_that_measures_is_there_twice(own: list[Label]) -> None:
    said = Counter((*(turn.text for turn in label.history), " ".join(words(label.text))) for label in own)
    assert [text for text, times in said.items() if times > 1] == []
