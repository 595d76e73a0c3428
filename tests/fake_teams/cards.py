"""What the Connector and the client refuse in a card."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import adaptive_cards
from jsonschema import Draft6Validator, ValidationError

from .elements import elements_of
from .people import Json

CARD = "application/vnd.microsoft.card.adaptive"
LARGEST = 28 * 1024


def faults_in_card(card: object) -> list[str]:
    """What is wrong with a card besides its size; empty when it can be drawn."""
    if not isinstance(card, dict):
        return ["the card is not an object"]
    if card.get("version") != "1.5":
        return [f"version is {card.get('version')!r}, not '1.5'"]
    wrong = next(_validator().iter_errors(_without_msteams(card)), None)
    return [_deepest(wrong)] if wrong else [*_ids(card)]


def size_of(card: object) -> int:
    """The bytes of a card as JSON."""
    return len(json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode())


def card_in(activity: Json) -> Json | None:
    """The card of a message."""
    for attachment in activity.get("attachments") or []:
        if attachment.get("contentType") == CARD:
            return dict(attachment["content"])
    return None


@cache
def _validator() -> Draft6Validator:
    schema = Path(adaptive_cards.__file__).parent / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(schema.read_text("utf-8-sig")))


def _without_msteams(thing: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(thing, dict):
        return {name: _without_msteams(value) for name, value in thing.items() if name != "msteams"}
    return [_without_msteams(one) for one in thing] if isinstance(thing, list) else thing


def _deepest(wrong: ValidationError) -> str:
    """The schema is all "one of these", so the fault that lies deepest says most."""
    found = max(_all(wrong), key=lambda one: len(one.absolute_path))
    place = "/".join(str(step) for step in found.absolute_path)
    return f"at {place or 'the card'}: {found.message[:300]}"


def _all(wrong: ValidationError) -> Iterator[ValidationError]:
    yield wrong
    for one in wrong.context or []:
        yield from _all(one)


def _ids(card: Json) -> Iterator[str]:
    """Inputs that have the same id: only one of them would come back."""
    ids = [str(one.get("id")) for one in elements_of(card) if str(one.get("type")).startswith("Input.")]
    yield from (f"two inputs have the id {name}" for name in sorted({name for name in ids if ids.count(name) > 1}))
