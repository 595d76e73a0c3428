"""How large a card is, and leaving out of it what Teams cannot take."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.teams.render.elements import Json, card, small

MOST = 24_000  # bytes; Teams refuses messages of about 28,000
TOO_LONG = "There is more than Teams can show here."


@dataclass(frozen=True)
class Piece:
    """An element of a card: whether it must be there whatever else is left out, and whether it has buttons."""

    element: Json
    stays: bool = False
    acts: bool = False


def size(drawn: Json) -> int:
    """The bytes of a card or an element on its way to Teams."""
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def fits(drawn: Json) -> bool:
    """Whether Teams takes this card."""
    return size(drawn) <= MOST


def fitted(pieces: Sequence[Piece], says: str, note: str = TOO_LONG) -> Json:
    """The card of these pieces. What it cannot hold is left out, and `note` says so in its place.

    It is left out from the end, and what has buttons only after all that has none.
    """
    room = MOST - size(card([], says)) - sum(size(one.element) + 2 for one in pieces)
    missing: list[int] = []
    if room < 0:
        room -= size(small(note)) + 2
    for at in sorted(range(len(pieces)), key=lambda at: (pieces[at].acts, -at)):
        if room < 0 and not pieces[at].stays:
            room += size(pieces[at].element) + 2
            missing.append(at)
    body = [small(note) if at == min(missing, default=-1) else one.element for at, one in enumerate(pieces)]
    return card([one for at, one in enumerate(body) if at not in missing or at == min(missing)], says)
