"""The conversation so far. The page carries it, already masked; the server keeps nothing between two requests."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from bot.assistant.question import MAX_BYTES, Question, QuestionError, Turn, question_from
from bot.web.problem import EMPTY, LOST_HISTORY, TOO_LONG, Refusal
from knowledge.answer import Answer

_LETTERS = 60_000  # about seven full answers: enough context, and the form stays well under the limit
_HIDDEN = "(your words are not shown)"


@dataclass(frozen=True)
class Draft:
    """What the form held, so that the page can be shown again with it. `reply` is the button pressed instead."""

    text: str = ""
    reply: str = ""
    history: tuple[Turn, ...] = ()
    area: str = ""
    lost: bool = False

    def question(self) -> Question:
        """The question asked. Raises Refusal or QuestionError when there is none."""
        words = self.reply or self.text
        if self.lost:
            raise Refusal(400, LOST_HISTORY)
        if not words.strip():
            raise Refusal(400, EMPTY)
        if len(words.encode("utf-8", "replace")) > MAX_BYTES:
            raise Refusal(413, TOO_LONG)
        return question_from({"text": words, "history": _plain(self.history), "area": self.area or None})


def read_form(body: bytes) -> Draft:
    """The form as it was sent. Raises QuestionError when it is not one."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    except ValueError as error:
        raise QuestionError("The form has too many fields. Open the page again and ask there.") from error
    values: Mapping[str, str] = dict(pairs)
    history = _read_history(values.get("history", ""))
    return Draft(
        text=values.get("text", ""),
        reply=values.get("reply", ""),
        history=history or (),
        area=values.get("area", ""),
        lost=history is None,
    )


def after(history: tuple[Turn, ...], answer: Answer) -> tuple[Turn, ...]:
    """The conversation with this answer added, in masked words; the oldest turns go when it grows too long."""
    turns = (*history, Turn("user", shown_words(answer)), Turn("bot", answer.text))
    kept, room = len(turns), _LETTERS
    while kept > 0 and room >= len(turns[kept - 1].text):
        kept -= 1
        room -= len(turns[kept].text)
    return turns[kept:]


def shown_words(answer: Answer) -> str:
    """The asker's words as they may be shown and sent on: masked, or none at all."""
    return answer.masked or _HIDDEN


def history_json(history: tuple[Turn, ...]) -> str:
    """The conversation for the hidden field."""
    return json.dumps(_plain(history), ensure_ascii=False)


def _read_history(value: str) -> tuple[Turn, ...] | None:
    """The turns in the hidden field, or None when it cannot be read."""
    try:
        return question_from({"text": "-", "history": json.loads(value or "[]")}).history
    except (ValueError, RecursionError):
        return None


def _plain(history: tuple[Turn, ...]) -> list[dict[str, str]]:
    return [{"role": turn.role, "text": turn.text} for turn in history]
