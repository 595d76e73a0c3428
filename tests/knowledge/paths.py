"""Every path through every guide."""

from collections.abc import Iterator

from knowledge.guides.shape import UNSURE
from knowledge.guides.steps import Walk, walk
from knowledge.knowledge import Knowledge


def places(knowledge: Knowledge, path: str) -> Iterator[Walk]:
    """The place and all that can be reached from it."""
    here = walk(knowledge, path)
    yield here
    if here.question:
        for answer in (*(one.id for one in here.question.answers), UNSURE):
            yield from places(knowledge, here.after(answer))


def everywhere(knowledge: Knowledge) -> list[Walk]:
    """Every place of every guide."""
    return [place for concern in knowledge.guides for place in places(knowledge, concern)]


def ends(knowledge: Knowledge, path: str = "") -> list[Walk]:
    """Every end, or every one behind a place."""
    found = places(knowledge, path) if path else everywhere(knowledge)
    return [place for place in found if place.question is None]
