"""`python -m bench.ack`: how long Slack waits until an event is stored and acknowledged, Rasa idle and saturated."""

import asyncio
import json
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from sqlalchemy import Connection, select

from bench.outcome import drained
from bench.seen_slack import seen_in_slack
from bot.runtime.model import ensure_model
from bot.runtime.services import Services, action_server, free_port, rasa_server
from bot.store.database import Store
from bot.store.tables import inbox
from bot.workflows.questions import question_id
from tests.fake_slack import FakeSlack, fake_slack_process
from tests.fake_slack.envelopes import JSON
from tests.fake_slack.events import app_mention
from tests.fake_slack.people import BOT_USER, invented_users
from tests.fake_slack.signing import signed_headers
from tests.fake_slack.things import Message
from tests.slack.bot import SECRET
from tests.slack.process import SlackBotProcess, bot_process

TARGET_MS = 250
_EVENTS = 1000
_TWICE = 10  # every tenth event is sent twice
_ASKERS = 8  # they keep Rasa busy
_QUESTIONS = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8").splitlines()
_USERS = ("U_NADIA", "U_TOM", "U_BEN", "U_ASHA", "U_GREG")


@dataclass(frozen=True)
class Acknowledged:
    """What one series of events has shown. `lost`: acknowledged but not stored, or stored and never answered."""

    name: str
    milliseconds: Sequence[float]
    refused: int
    lost: int
    double: int
    rasa: float  # answers a second that the askers got meanwhile

    @property
    def p99(self) -> float:
        """Milliseconds that 99 of 100 stay below."""
        return self._below(99)

    def _below(self, percent: int) -> float:
        return statistics.quantiles(self.milliseconds, n=100)[percent - 1]

    @property
    def holds(self) -> bool:
        """Whether it is fast enough and exact."""
        return self.p99 <= TARGET_MS and not (self.refused or self.lost or self.double)

    def __str__(self) -> str:
        times = "   ".join(f"p{percent} {self._below(percent):4.0f} ms" for percent in (50, 95, 99))
        exact = f"{self.refused} refused, {self.lost} lost, {self.double} double"
        return f"acknowledged, {self.name:15s}{times}   {exact}   (target p99 {TARGET_MS}, 0, 0, 0)"


async def measure() -> list[Acknowledged]:
    """Idle first, then saturated: the same bot, the same words, new ids."""
    with tempfile.TemporaryDirectory(prefix="signpost-ack-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'signpost.db'}"
        async with (
            _rasa() as rasa_url,
            fake_slack_process() as slack,
            bot_process(slack, url, rasa_url, folder) as bot,
        ):
            await slack.settings(bots=[], echoes=False)
            await bot.start("http")
            store = Store.open(url)
            idle = await _series("Rasa idle", bot, slack, store, askers=0)
            saturated = await _series("Rasa saturated", bot, slack, store, askers=_ASKERS)
            store.close()
    return [idle, saturated]


@asynccontextmanager
async def _rasa() -> AsyncIterator[str]:
    """The real Rasa with its action server."""
    rasa, actions = free_port(), free_port()
    async with Services(action_server(actions), rasa_server(rasa, actions, ensure_model())):
        yield f"http://127.0.0.1:{rasa}"


async def _series(name: str, bot: SlackBotProcess, slack: FakeSlack, store: Store, askers: int) -> Acknowledged:
    """All events at concurrency 20; then, with nobody else asking, everything is answered and counted."""
    requests = _requests()
    async with _asking(bot.rasa_url, askers) as asked:
        started = time.monotonic()
        found = await _send(bot.url, requests)
        rate = len(asked) / (time.monotonic() - started)
    await drained(store)
    keys = [_key(body) for body, _ in requests]
    taken = {key for key, (_, status) in zip(keys, found, strict=True) if status == 200}
    seen = await seen_in_slack(slack)
    answers = {key: len(seen.get(f"answer:{question_id(key)}", ())) for key in set(keys)}
    stored = await store.run(_stored)
    return Acknowledged(
        name=name,
        milliseconds=[milliseconds for milliseconds, _ in found],
        refused=sum(status != 200 for _, status in found),
        lost=sum(key not in stored or not answers[key] for key in taken),
        double=sum(count - 1 for count in answers.values() if count > 1),
        rasa=rate,
    )


def _requests() -> list[tuple[str, dict[str, str]]]:
    """Signed mentions, each in a thread of its own; every tenth comes twice, the second time a little later."""
    users, now = invented_users(), time.time()
    signed: list[tuple[str, dict[str, str]]] = []
    for number in range(_EVENTS):
        words = f"<@{BOT_USER}> {_QUESTIONS[number % len(_QUESTIONS)]}"
        ts, user = f"{now + number / 1000:.6f}", users[_USERS[number % len(_USERS)]]
        event = app_mention(Message("C_GENERAL", ts, user.id, words, thread_ts=ts), user)
        body = json.dumps(event)
        signed.append((body, signed_headers(SECRET, body.encode(), JSON)))
        if number % _TWICE == _TWICE - 1:
            signed.append(signed[-_TWICE // 2])
    return signed


def _key(body: str) -> str:
    event = json.loads(body)["event"]
    return f"slack:{event['channel']}:{event['ts']}"


def _stored(tx: Connection) -> set[str]:
    return set(tx.execute(select(inbox.c.key)).scalars())


async def _send(url: str, requests: Sequence[tuple[str, dict[str, str]]]) -> list[tuple[float, int]]:
    client = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.ack_client", url), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await client.communicate(json.dumps(requests).encode())
    return [(milliseconds, status) for milliseconds, status in json.loads(output)]


@asynccontextmanager
async def _asking(rasa_url: str, askers: int) -> AsyncIterator[list[str]]:
    """So many people ask Rasa itself without a pause, while the context is open; yields what was answered so far."""
    answered: list[str] = []
    async with aiohttp.ClientSession() as session:

        async def asker(number: int) -> None:
            while True:
                body = {"sender": uuid.uuid4().hex, "message": _QUESTIONS[number % len(_QUESTIONS)]}
                async with session.post(f"{rasa_url}/webhooks/rest/webhook", json=body) as response:
                    answered.append(await response.text())

        tasks = [asyncio.create_task(asker(number)) for number in range(askers)]
        try:
            yield answered
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def report(found: Sequence[Acknowledged]) -> str:
    """The figures, one series a line."""
    lines = [str(one) for one in found]
    return "\n".join([*lines, f"Rasa meanwhile          {found[-1].rasa:6.1f} answers/s to {_ASKERS} others at a time"])


if __name__ == "__main__":
    series = asyncio.run(measure())
    print(report(series))
    sys.exit(0 if series[-1].holds else 1)
