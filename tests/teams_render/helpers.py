"""The schema that Microsoft publishes for Adaptive Cards 1.5, and ways to look into what was drawn."""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator

from bot.slack.render.message import action_of

type Json = dict[str, Any]

# A mention, a link, formatting, a heading, lists, a quotation, a date and a reference, each of which somebody may type.
HARM = (
    "<at>x</at> [a](http://bad.example) **b** __c__ ~~d~~ `e` &lt;at&gt; {{DATE(2026-11-20T17:55:00Z)}} "
    "http://bad.example www.bad.example\n# h\n- li\n1. one\n> quoted\n---\n[r]: http://bad.example"
)
# What a client could turn into something else. `\r` parts the rows of Signpost's own lists.
_MARKUP = re.compile(
    r"<[A-Za-z/!?]|\][(\[:]|\*|~|`|(?<![A-Za-z0-9])_|&#?\w+;|\{\{|://|\bwww\.|^(?:[#>+=|-]|\d+[.)])", re.MULTILINE
)
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:tel:|https?://|mailto:)[^()]*\)")
_LOOKS = str.maketrans({"\u2217": "*", "\u02cb": "`", "\u223c": "~", "\u02cd": "_", "\u2216": "\\", "\u200b": None})


@cache
def _schema() -> Draft6Validator:
    spec = find_spec("adaptive_cards")
    assert spec is not None and spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0]) / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(path.read_text(encoding="utf-8")))


def faults_in(card: Json) -> list[str]:
    """What is wrong with a card: against the schema, too large, or without words for who cannot see it."""
    found = [f"{list(one.path)}: {one.message[:200]}" for one in _schema().iter_errors(_without_own_of_teams(card))]
    if (size := len(json.dumps(card, ensure_ascii=False).encode())) > 24_000:
        found.append(f"{size} bytes")
    if card.get("version") != "1.5":
        found.append("no version 1.5")
    return found + [f"no {name}" for name in ("speak", "fallbackText") if not str(card.get(name, "")).strip()]


def elements_in(node: object, kind: str) -> list[Json]:
    """Every element or action of a kind, in reading order."""
    if isinstance(node, list | tuple):
        return [found for one in node for found in elements_in(one, kind)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("type") == kind else []
    return own + [found for value in node.values() for found in elements_in(value, kind)]


def texts_in(node: object) -> list[str]:
    """Every text in which a client may find formatting, in reading order."""
    if isinstance(node, list | tuple):
        return [text for one in node for text in texts_in(one)]
    if not isinstance(node, dict):
        return []
    if node.get("type") == "TextBlock":
        return [node["text"]]
    if node.get("type") == "FactSet":
        return [text for fact in node["facts"] for text in (fact["title"], fact["value"])]
    return [text for name in ("body", "items", "actions", "card") for text in texts_in(node.get(name))]


def read(text: str) -> str:
    """A text as a reader sees it: links as their words, letters that look the same as those they stand for."""
    return " ".join(_LINK.sub(r"\1", text).translate(_LOOKS).split())


def words_in(card: Json) -> str:
    """All words of a card's body, as a reader sees them."""
    return "\n".join(read(text) for text in texts_in(card))


def markup_in(card: Json) -> list[str]:
    """Marks in the texts that a client could turn into something else, other than links to 999 and the like."""
    return [found for text in texts_in(card) for found in _MARKUP.findall(_LINK.sub(r"\1", text))]


def pressed(card: Json) -> list[tuple[str, str, str]]:
    """Label, action and value of every button that is no form's own, in reading order."""
    if card.get("type") == "Action.Execute":
        return [(card["title"], card["verb"], card["data"]["value"])]
    if card.get("type") == "Action.Submit" and "verb" in card["data"]:
        return [(card["title"], card["data"]["verb"], card["data"]["value"])]
    below = (one for name in ("body", "items", "actions") for one in card.get(name, []))
    return [found for one in [*below, *([card["card"]] if "card" in card else [])] for found in pressed(one)]


def pressed_in_slack(blocks: list[Json]) -> list[tuple[str, str, str]]:
    """The same of what is drawn for Slack."""
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [(one["text"]["text"], action_of(one["action_id"]), one.get("value", "")) for row in rows for one in row]


def _without_own_of_teams(node: object) -> object:
    """The card without what Teams documents and the schema does not know: `msteams`, and menus that can be searched."""
    if isinstance(node, list):
        return [_without_own_of_teams(one) for one in node]
    if not isinstance(node, dict):
        return node
    searched = {"style": "compact"} if node.get("style") == "filtered" else {}
    return {name: _without_own_of_teams(value) for name, value in (node | searched).items() if name != "msteams"}
