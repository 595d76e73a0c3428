"""`signpost ask`: one question in words, or a stream of questions as JSON lines."""

import json
from typing import BinaryIO, TextIO

from bot.app.assistant import assistant
from bot.app.switch import stored_switch
from bot.assistant.question import QuestionError, question_from, read_question
from bot.settings import Settings


async def ask_once(settings: Settings, text: str, area: str | None, at: str | None, *, as_json: bool) -> int:
    """Print the answer to one question. Raises QuestionError before anything is started."""
    question = question_from({"text": text, "area": area, "at": at})
    async with stored_switch(settings) as switch, assistant(settings, own_ports=False, switch=switch) as ready:
        answer = await ready.ask(question)
    print(answer.to_json() if as_json else answer.text)
    return 0


async def ask_lines(settings: Settings, lines: BinaryIO, out: TextIO) -> int:
    """One answer a line, in order; for a line that is no question `{"error": ...}`, and the exit code is 1."""
    failed = 0
    async with stored_switch(settings) as switch, assistant(settings, own_ports=False, switch=switch) as ready:
        for line in lines:
            if not line.strip():
                continue
            try:
                written = (await ready.ask(read_question(line))).to_json()
            except QuestionError as error:
                failed = 1
                written = json.dumps({"id": _id_in(line), "error": str(error)})
            print(written, file=out, flush=True)
    return failed


def _id_in(line: bytes) -> str | None:
    """The id of a line that is no question, where one can be read, so that the asker can tell which it was."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found["id"] if isinstance(found, dict) and isinstance(found.get("id"), str) else None
