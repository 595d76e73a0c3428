"""A question as it comes in, read strictly: what is wrong is said in one sentence, nothing is guessed."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from knowledge.model import Area

MAX_BYTES = 256_000  # a longer body is refused unread
MAX_LETTERS = 20_000  # of a longer message Rasa gets the beginning
MAX_TURNS = 50


class QuestionError(ValueError):
    """The question cannot be used; the message says what is wrong and what to do."""


@dataclass(frozen=True)
class Turn:
    """One earlier message of the same conversation."""

    role: Literal["user", "bot"]
    text: str


@dataclass(frozen=True)
class Question:
    """What was asked: the words, what came before, whose front door, and when (aware)."""

    text: str
    id: str | None = None
    history: tuple[Turn, ...] = ()
    area: Area | None = None
    at: datetime | None = None


_FIELDS = {"id", "text", "history", "area", "at"}


def read_question(body: str | bytes) -> Question:
    """The question in a JSON text. Raises QuestionError for anything else."""
    if len(body) > MAX_BYTES:
        raise QuestionError(f"The question is longer than {MAX_BYTES // 1000} kB. Send the worry in a few sentences.")
    try:
        data = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise QuestionError('The question is not JSON. Send an object such as {"text": "..."}.') from error
    return question_from(data)


def question_from(data: object) -> Question:
    """The question in a JSON object. Raises QuestionError for an unknown field or a value of the wrong kind."""
    if not isinstance(data, dict):
        raise QuestionError('The question must be a JSON object such as {"text": "..."}.')
    if unknown := sorted(str(name) for name in set(data) - _FIELDS):
        raise QuestionError(f"There is no field {unknown[0]!r}. Use id, text, history, area and at.")
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        raise QuestionError('"text" is empty. Say in a sentence what worries you.')
    asked_id = data.get("id")
    if asked_id is not None and not isinstance(asked_id, str):
        raise QuestionError('"id" must be a text.')
    return Question(text, asked_id, _history(data.get("history")), read_area(data.get("area")), _moment(data.get("at")))


def read_area(value: object) -> Area | None:
    """The area named, or None when none is. Raises QuestionError for any other value."""
    if value is None:
        return None
    try:
        return Area(cast(str, value))
    except ValueError as error:
        known = ", ".join(area.value for area in Area)
        raise QuestionError(f'"area" must be one of {known}, or left out.') from error


def _history(value: object) -> tuple[Turn, ...]:
    wrong = '"history" must be a list of {"role": "user" or "bot", "text": "..."}.'
    if value is None:
        return ()
    if not isinstance(value, list):
        raise QuestionError(wrong)
    for turn in value:
        if not isinstance(turn, dict) or set(turn) != {"role", "text"}:
            raise QuestionError(wrong)
        if turn["role"] not in ("user", "bot") or not isinstance(turn["text"], str):
            raise QuestionError(wrong)
    return tuple(Turn(turn["role"], turn["text"]) for turn in value[-MAX_TURNS:])


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    wrong = '"at" must be a date and time with its offset, such as 2026-11-21T23:10:00+00:00.'
    if not isinstance(value, str):
        raise QuestionError(wrong)
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else _refuse(wrong)
    except (ValueError, OverflowError) as error:
        raise QuestionError(wrong) from error


def _refuse(why: str) -> datetime:
    raise QuestionError(why)
