"""Cutting a text of Slack's markup to fit."""

import re

from bot.wording import typed
from bot.wording.typed import letters

__all__ = ["fit", "letters"]

_BROKEN = re.compile(r"(?:&[a-z]{0,4}|<(?:\w*|\w+:[^>]*))$")  # an entity or a link that the cut went through


def fit(text: str, most: int) -> str:
    """The text in at most so many letters: cut after a word, with an ellipsis, never inside an entity or a link."""
    return typed.fit(text, most, lambda kept: _BROKEN.sub("", kept))
