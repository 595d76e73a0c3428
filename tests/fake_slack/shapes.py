"""The small language in which the Block Kit validator says what a thing may look like."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .people import Json

type Check = Callable[[object, str], Iterator[str]]

PLAIN, BOTH = ("plain_text",), ("plain_text", "mrkdwn")


def words(most: int, least: int = 1, pattern: str | None = None) -> Check:
    """A string of this length and form."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{at} must be text"
        elif len(value) < least:
            yield f"{at} must not be empty"
        elif len(value) > most:
            yield f"{at} has {len(value)} characters; the most is {most}"
        elif pattern and not re.fullmatch(pattern, value):
            yield f"{at} is not well formed: {value!r}"

    return check


def text(most: int, kinds: tuple[str, ...] = PLAIN) -> Check:
    """A text object: plain_text, or mrkdwn where that is allowed."""
    extras = {"plain_text": "emoji", "mrkdwn": "verbatim"}

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict) or value.get("type") not in kinds:
            yield f"{at} must be a text object of type {' or '.join(kinds)}"
            return
        yield from words(most)(value.get("text"), f"{at}/text")
        if isinstance(value.get("text"), str) and value["text"] and not value["text"].strip():
            yield f"{at}/text must not be empty"
        for name in sorted(value.keys() - {"type", "text", extras[value["type"]]}):
            yield f"{at} must not have {name}"

    return check


def flag(value: object, at: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield f"{at} must be true or false"


def number(least: int, most: int) -> Check:
    """A whole number in this range."""

    def check(value: object, at: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            yield f"{at} must be a number from {least} to {most}"

    return check


def one_of(*allowed: str) -> Check:
    """One of these words."""

    def check(value: object, at: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{at} must be {' or '.join(allowed)}"

    return check


def several(item: Check, most: int, least: int = 1) -> Check:
    """A list of these, with so many entries."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{at} must be a list"
            return
        if not least <= len(value) <= most:
            yield f"{at} has {len(value)} entries; there must be {least} to {most}"
        for index, entry in enumerate(value):
            yield from item(entry, f"{at}/{index}")

    return check


def anything(value: object, at: str) -> Iterator[str]:
    """Not looked into."""
    yield from ()


@dataclass(frozen=True)
class Shape:
    """An object with these properties; `more` checks what concerns several of them."""

    required: Mapping[str, Check] = field(default_factory=dict)
    optional: Mapping[str, Check] = field(default_factory=dict)
    more: Callable[[Json, str], Iterator[str]] = anything

    def __call__(self, value: object, at: str) -> Iterator[str]:
        """What is wrong with the object."""
        if not isinstance(value, dict):
            yield f"{at} must be an object"
            return
        for name in self.required.keys() - value.keys():
            yield f"{at}/{name} is missing"
        for name, entry in value.items():
            if check := self.required.get(name) or self.optional.get(name):
                yield from check(entry, f"{at}/{name}")
            elif name != "type":
                yield f"{at or '/'} must not have {name}"
        yield from self.more(value, at)


def typed(shapes: Mapping[str, Shape], allowed: Iterable[str], what: str) -> Check:
    """An object of one of the allowed types."""
    names = set(allowed)

    def check(value: object, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind in shapes and kind in names:
            yield from shapes[kind](value, at)
        else:
            yield f"{at}: {kind!r} is no {what}"

    return check


def same(values: Iterable[object]) -> list[object]:
    """The values that are there more than once."""
    seen: list[object] = []
    double: list[object] = []
    for value in values:
        (double if value in seen else seen).append(value)
    return double
