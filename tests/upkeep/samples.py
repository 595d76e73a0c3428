"""Invented questions and their answers, as far as the upkeep reads them."""

import json
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.partnership.asked import Asked
from bot.upkeep.unanswered import Unanswered, Why
from knowledge.hours import LONDON

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MONDAY = NOW.astimezone(LONDON).date()
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
_TITLES = {"lado": "Allegation about a worker", "out_of_scope": "Not something Signpost covers"}
_NUMBERS = count(1)


def answer(kind: str = "clarify", primary: str = "lado", options: tuple[str, ...] = ()) -> str:
    """The JSON of an answer, only what the upkeep reads of it."""
    question = {"text": "Is the child safe now?", "options": list(options)} if options else None
    title = _TITLES.get(primary, primary)
    return json.dumps({"kind": kind, "primary": primary, "title": title, "question": question})


def asked(words: str, given: str | None = None, *, by: str = "", days_ago: float = 3, **other: object) -> Asked:
    """A question of a conversation of its own, unless `conversation` is named."""
    number = next(_NUMBERS)
    named = {"conversation": f"slack:D{number}", **other}
    id, at = f"{number:016x}"[::-1], NOW - timedelta(days=days_ago)
    return Asked(id, by or f"slack:U{number}", place="p", at=at, masked=words, answer=given or answer(), **named)  # type: ignore[arg-type]


def question(words: str, primary: str = "lado", by: str = "", days_ago: float = 3) -> Unanswered:
    """A question that needs a look."""
    number = next(_NUMBERS)
    at = NOW - timedelta(days=days_ago)
    return Unanswered(f"{number:016x}"[::-1], by or f"slack:U{number}", at, words, "", primary, primary, Why.UNSURE)
