"""`signpost advice drill`: the questions of the drill, put now to the language part that `signpost ask` would use."""

import argparse
import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.app.assistant import assistant
from bot.commands.advice_shown import show_drill
from bot.commands.shown import failed, with_store
from bot.partnership.drill import Drilled, Result, Tried, drilled
from bot.settings import Settings
from bot.store.database import Store
from bot.workflows.drill import act_on, put_all
from knowledge.drill import Drill
from knowledge.hours import LONDON
from knowledge.load import load

_NOT_RUN = "The language part (Rasa) gave no answer to {} of {} questions, so the drill says nothing of them."
_MISSED = "The drill missed more than it may: {} of {} answers were not what they must be."


def add(parts: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to those of `signpost advice`."""
    parser = parts.add_parser("drill", help="put the invented questions now and show what came of each")
    parser.add_argument("--switch", action="store_true", help="switch advice off when it fails, as the daily one does")
    parser.set_defaults(run=drill)


def drill(options: argparse.Namespace, settings: Settings) -> int:
    """The table; the exit code is 1 when the drill failed or could not run."""
    questions = load().drill
    every = asyncio.run(_put(settings, questions))
    now = datetime.now(UTC)
    found = drilled(now.astimezone(LONDON).date(), now, every, questions.ordinary_misses)
    show_drill(every, found)
    if options.switch and (code := with_store(settings, lambda store: _act(store, now, found))):
        return code
    if found.result == Result.PASSED.value:
        return 0
    return failed((_MISSED if found.result == Result.FAILED.value else _NOT_RUN).format(_count(found), found.asked))


async def _put(settings: Settings, questions: Drill) -> Sequence[Tried]:
    async with assistant(settings, own_ports=False) as ready:
        return await put_all(questions, ready.try_out) or ()


def _act(store: Store, now: datetime, found: Drilled) -> int:
    with store.begin() as tx:
        act_on(tx, now, found, now.isoformat())
    return 0


def _count(found: Drilled) -> int:
    return len(found.missed) if found.result == Result.FAILED.value else found.not_run
