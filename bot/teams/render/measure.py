"""How large a card is, and leaving out of it what Teams cannot take."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.teams.render.elements import Json, card, small

MOST = 24_000  # bytes; Teams refuses messages of about 28,000
TOO_LONG = "There is more than Teams can show here."


@dataclass(frozen=True)
class Piece:
    """An element of a card, and whether it must be there whatever else is left out."""

    element: Json
    stays: bool = False


def size(drawn: Json) -> int:
    """The bytes of a card or an element on its way to Teams."""
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def fits(drawn: Json) -> bool:
    """Whether Teams takes this card."""
    return size(drawn) <= MOST


def fitted(pieces: Sequence[Piece], says: str, note: str = TOO_LONG) -> Json:
    """The card of these pieces. What it cannot hold is left out from the end, and `note` says so in its place."""
    room = MOST - size(card([], says)) - sum(size(one.element) + 2 for one in pieces)
    shown, at = list(pieces), len(pieces)
    if room < 0:
        room -= size(small(note)) + 2
    while room < 0 and at > 0:
        at -= 1
        if not shown[at].stays:
            room += size(shown[at].element) + 2
            shown[at : at + 1] = []
    if len(shown) < len(pieces):
        shown.insert(_first_missing(pieces, shown), Piece(small(note)))
    return card([one.element for one in shown], says)


def _first_missing(pieces: Sequence[Piece], shown: Sequence[Piece]) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(pieces, shown, strict=False)) if one is not other), len(shown)
    )
