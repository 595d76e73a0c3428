"""Reading a card as a person does: its elements in order, its words, its buttons and its inputs."""

import re
from collections.abc import Iterator
from typing import Any

from .people import Json

_PARTS = ("items", "columns", "rows", "cells", "inlines", "body", "card", "inlineAction", "actions")
_SIGNS = re.compile(r"\*\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\u200b")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")


def elements_of(thing: Json) -> Iterator[Json]:
    """The visible elements and actions below one another, the outer before the inner."""
    if thing.get("isVisible") is False:
        return
    if "type" in thing:
        yield thing
    for name in _PARTS:
        found = thing.get(name)
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict):
                yield from elements_of(one)


def words_of(card: Json | None) -> str:
    """All texts that can be seen in a card, in the order of reading, without the signs of Markdown."""
    found = [text for element in elements_of(card or {}) for text in _texts(element)]
    return "\n".join(_SIGNS.sub("", _LINK.sub(r"\1", text)) for text in found if text)


def links_of(card: Json | None) -> list[str]:
    """The addresses that a press on some words or a button would open."""
    found = [(text, element.get("url")) for element in elements_of(card or {}) for text in _texts(element)]
    in_words = [link[1] for text, _ in found for link in _LINK.findall(text)]
    return in_words + [str(url) for _, url in found if url]


def buttons_of(card: Json | None) -> list[Json]:
    """The actions of a card that send something to the bot."""
    actions = [element for element in elements_of(card or {}) if element["type"] in ("Action.Execute", "Action.Submit")]
    chosen = [one["selectAction"] for one in elements_of(card or {}) if isinstance(one.get("selectAction"), dict)]
    return actions + [one for one in chosen if one.get("type") in ("Action.Execute", "Action.Submit")]


def verb_of(action: Json) -> str:
    """What the bot knows a button by: its verb, or the verb or form in its data, else its title."""
    data = action.get("data")
    named = data if isinstance(data, dict) else {}
    return str(action.get("verb") or named.get("verb") or named.get("form") or action.get("title"))


def inputs_of(card: Json | None) -> dict[str, Json]:
    """The inputs by id."""
    found = (element for element in elements_of(card or {}) if element["type"].startswith("Input."))
    return {str(element["id"]): element for element in found}


def _texts(element: Json) -> list[str]:
    """What is to be read in one element, without what is inside it."""
    found: list[Any] = [element.get("label"), element.get("text"), element.get("title")]
    found += [element.get("altText"), element.get("placeholder")]
    found += [inline for inline in element.get("inlines", []) if isinstance(inline, str)]
    for fact in element.get("facts", []):
        found += [fact["title"], fact["value"]]
    found += [choice["title"] for choice in element.get("choices", [])]
    return [str(text) for text in found if text]
