"""Whose front door a message speaks of: the places it names."""

from collections.abc import Iterator

from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.words import find, normal


def places_named(knowledge: Knowledge, text: str) -> list[str]:
    """The areas of the places a message names, `elsewhere` among them, in the order they are named."""
    found = sorted(_named(knowledge, normal(text)))
    return list(dict.fromkeys(area for _, area in found))


def area_named(knowledge: Knowledge, text: str) -> Area | None:
    """The one SET area that the message names; None when it names none or several."""
    areas = [area for area in places_named(knowledge, text) if area != "elsewhere"]
    return Area(areas[0]) if len(areas) == 1 else None


def _named(knowledge: Knowledge, text: str) -> Iterator[tuple[int, str]]:
    for place in knowledge.places:
        for hit in find(place.area, place.names, text):
            yield hit.start, str(place.area)
    for area in Area:
        for hit in find(area.value, [area.value], text):
            yield hit.start, area.value
