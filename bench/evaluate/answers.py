"""The answers to labelled messages: asked now, on the way that `signpost ask --jsonl` takes, or read from a file."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from bench.evaluate.judge import Given
from bench.evaluate.labels import Label, LabelError
from bot.app.assistant import assistant
from bot.assistant.assistant import Assistant
from bot.assistant.question import question_from
from bot.settings import Settings

_TELL_EVERY = 100


def ask_all(settings: Settings, sets: Sequence[Sequence[Label]]) -> list[dict[str, Given]]:
    """For each set the answer to each message, by its id. Starts Rasa and the action server unless RASA_URL names one.

    The switch of free-text advice is not asked: what is measured is the advice while it is on.
    """
    return asyncio.run(_ask_all(settings, sets))


async def _ask_all(settings: Settings, sets: Sequence[Sequence[Label]]) -> list[dict[str, Given]]:
    async with assistant(settings, own_ports=False) as ready:
        return [await _ask_set(ready, labels) for labels in sets]


async def _ask_set(ready: Assistant, labels: Sequence[Label]) -> dict[str, Given]:
    given: dict[str, Given] = {}
    for number, label in enumerate(labels, 1):
        answer = await ready.ask(question_from(label.question()))
        given[label.id] = Given.model_validate(answer.to_dict())
        if number % _TELL_EVERY == 0:
            print(f"  {number} of {len(labels)} answered", file=sys.stderr, flush=True)
    return given


def read_answers(path: Path) -> dict[str, Given]:
    """The answers in a file, by id. Raises LabelError for a line that is no answer."""
    given: dict[str, Given] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            answer = Given.model_validate_json(line)
        except ValidationError as error:
            raise LabelError(f"{path.name}, line {number}: this is not an answer as signpost ask writes it.") from error
        if answer.id is not None:
            given[answer.id] = answer
    return given
