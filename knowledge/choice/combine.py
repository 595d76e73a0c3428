"""One list of steps for several concerns, without repeats.

A step of a further route that asks for nothing but what an earlier step asked for (ring 999, ring the front door, write
it down ...) is left out. Which words say what a step asks for is data: `step_acts.yaml`.
"""

from collections.abc import Iterator, Sequence

from knowledge.knowledge import Knowledge
from knowledge.model import Area, Pathway, Sentence
from knowledge.words import normal, pattern


def combined_steps(knowledge: Knowledge, pathways: Sequence[Pathway], area: Area) -> list[Sentence]:
    """The steps of the first pathway, then those of the others that add something, in the order given."""
    first, *others = [[s for s in pathway.steps if s.holds_in(area)] for pathway in pathways]
    steps, covered = list(first), {act for step in first for act in acts(knowledge, step)}
    for further in others:
        added = [step for step in further if not _repeats(knowledge, step, steps, covered)]
        steps += added
        covered |= {act for step in added for act in acts(knowledge, step)}
    return steps


def acts(knowledge: Knowledge, step: Sentence) -> frozenset[str]:
    """What a step makes people do, by the names of `step_acts.yaml`."""
    return frozenset(_acts(knowledge, normal(step.say)))


def _acts(knowledge: Knowledge, words: str) -> Iterator[str]:
    for act, phrases in knowledge.step_acts.items():
        if any(pattern(phrase).search(words) for phrase in phrases):
            yield act


def _repeats(knowledge: Knowledge, step: Sentence, steps: Sequence[Sentence], covered: set[str]) -> bool:
    asked = acts(knowledge, step)
    return step.say in {s.say for s in steps} or (bool(asked) and asked <= covered)
