"""Cuts a message into clauses, so that a concern in one clause of a long story is not drowned by the rest."""

import re
from typing import Iterator, List

_END = re.compile(r"(?<=[.!?;\n])\s+|\s+[-\u2013]\s+")
_WIDTH = 22  # words of a window where dictated text has no stops
_STRIDE = 16
_SHORTEST = 5
MOST = 24  # clauses looked at in one message


def clauses(text: str) -> List[str]:
    """The clauses of a message in order, at most 24; a message of one clause gives itself."""
    joined: List[str] = []
    for piece in _pieces(text):
        short = len(piece.split()) < _SHORTEST or (joined and len(joined[-1].split()) < _SHORTEST)
        if joined and short:
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined[:MOST] or [text]


def _pieces(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        words = sentence.split()
        if len(words) <= _WIDTH + _SHORTEST:
            if words:
                yield " ".join(words)
            continue
        for start in range(0, len(words) - _SHORTEST, _STRIDE):
            yield " ".join(words[start : start + _WIDTH])
