"""`signpost advice drill`: the drill put now, with a table, an exit code, and no switching unless it is asked for."""

import asyncio
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.store import advice, drills, outbox
from bot.store.database import Store
from knowledge.advise import Said, advise
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.assistant.fake_rasa import FakeRasa, fake_rasa
from tests.store.samples import do

ROOT = Path(__file__).parents[2]


@dataclass
class WellTaught(FakeRasa):
    """Knows the route of every question of the drill."""

    async def webhook(self, request: web.Request) -> web.StreamResponse:
        message = (await request.json())["message"]
        known = next(one for one in self.knowledge.drill.questions if one.text == message)
        ranking, urgency = {"early_help": 0.02, known.pathway: 0.98}, 0.9 if known.is_danger else 0.0
        said = Said(message, Area.THURROCK, datetime.now(UTC), ranking=ranking, urgency=urgency)
        return web.json_response([{"custom": advise(self.knowledge, said).to_dict()}])


@dataclass(frozen=True)
class Done:
    """How the command ended."""

    code: int | None
    out: str
    err: str


async def drill(url: str, rasa_url: str, *options: str) -> Done:
    env = {**os.environ, "DATABASE_URL": url, "RASA_URL": rasa_url}
    words = (sys.executable, "-m", "bot", "advice", "drill", *options)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, env=env, stdout=pipe, stderr=pipe)
    out, err = await asyncio.wait_for(process.communicate(), 180)
    return Done(process.returncode, out.decode(), err.decode())


@pytest.fixture
def store(sqlite_url: str) -> Store:
    return Store.open(sqlite_url)


async def test_a_drill_that_passes_shows_every_question_and_ends_with_0(
    sqlite_url: str, store: Store, knowledge: Knowledge
) -> None:
    async with fake_rasa(knowledge, WellTaught) as rasa:
        done = await drill(sqlite_url, rasa.url, "--switch")
    count = len(knowledge.drill.questions)
    assert done.code == 0, done.err
    assert f"{count} of {count} passed, 0 missed, 0 not run." in done.out
    assert [one.id for one in knowledge.drill.questions if one.id not in done.out] == []
    assert do(store, advice.last) is None


async def test_a_drill_that_fails_ends_with_1_and_switches_only_when_it_is_told_to(
    sqlite_url: str, store: Store, knowledge: Knowledge
) -> None:
    async with fake_rasa(knowledge) as rasa:  # it takes everything for an allegation
        done = await drill(sqlite_url, rasa.url)
        assert do(store, advice.last) is None
        switched = await drill(sqlite_url, rasa.url, "--switch")
    assert (done.code, switched.code) == (1, 1)
    assert "The drill missed more than it may" in done.err and done.err.count("\n") == 1
    last = do(store, advice.last)
    assert last is not None and (last.is_on, last.kind) == (False, "drill")
    assert [one.to for one in do(store, outbox.waiting)] == ["team", "team"]
    assert do(store, drills.latest, 1) == ()  # only the daily one stands in the digest


async def test_without_a_language_part_it_says_that_it_could_not_run(sqlite_url: str, store: Store) -> None:
    done = await drill(sqlite_url, "http://127.0.0.1:9", "--switch")
    assert done.code == 1 and "gave no answer to" in done.err
    assert do(store, advice.last) is None
