"""The shape of `knowledge/data/guides`: for each concern a few questions with ready answers, the worst first."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from knowledge.model import Entry, Identifier, Sentence, Text

UNSURE = "unsure"  # the answer that every question has besides its own
UNSURE_WORDS = "Unsure"

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class Way(Entry):
    """Where an answer leads: to the next question (`ask`), or to the route at the end (`pathway`)."""

    ask: Identifier | None = None
    pathway: Identifier | None = None
    also: tuple[Identifier, ...] = Field(default=(), max_length=3)  # routes that the answer names beside it
    urgent: bool = False  # act now, although the route alone is not urgent


class Reply(Way):
    """One ready answer. `id` stands in the path, so it never changes its meaning."""

    id: Identifier
    text: Label


class Step(Entry):
    """One question. `unsure` is where the answer "Unsure" leads."""

    text: Text
    danger: bool = False  # asks about danger now
    source: Identifier
    section: Text | None = None
    page: int | None = None
    why: Sentence | None = None  # what counts, below the question
    answers: Annotated[tuple[Reply, ...], Field(min_length=2, max_length=4)]
    unsure: Way

    def ways(self) -> tuple[Way, ...]:
        """Where each answer leads, "Unsure" last."""
        return (*self.answers, self.unsure)

    def way(self, answer: str) -> Way | None:
        """Where an answer leads; None for one that the question does not have."""
        if answer == UNSURE:
            return self.unsure
        return next((one for one in self.answers if one.id == answer), None)

    def words(self, answer: str) -> str:
        """An answer in the words of its button."""
        return next((one.text for one in self.answers if one.id == answer), UNSURE_WORDS)


class Guide(Entry):
    """A concern that people pick first, and its questions."""

    id: Identifier
    title: Label  # the words in the list of concerns
    order: int  # its place in that list, the worst first
    start: Identifier
    questions: dict[Identifier, Step]

    def endings(self, way: Way) -> Iterator[Way]:
        """Every ending that can be reached from there. The guide must have no circle and no unknown question."""
        if way.ask is None:
            yield way
            return
        for further in self.questions[way.ask].ways():
            yield from self.endings(further)
