"""`python -m bench.crash`: kills the bot again and again while people use it, and shows that nothing is lost."""

import argparse
import asyncio
import secrets
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.crash_chat import Chat
from bench.crash_check import Kept, faults, mark_of, read
from bench.crash_people import People, Said
from bench.crash_seen import Seen, repeats
from bench.crash_slack import slack_chat
from bench.crash_teams import teams_chat
from bench.outcome import drained
from bot.store import people as people_file
from bot.store.database import Store
from knowledge.load import load
from tests.assistant.fake_rasa import fake_rasa

type OpenChat = Callable[[str, str, Path], AbstractAsyncContextManager[Chat]]

_CHATS: dict[str, OpenChat] = {"slack": slack_chat, "teams": teams_chat}
_LONGEST_LIFE = 3.0  # seconds from the moment the chat reaches the bot until it is killed
_LATE = 1.0  # seconds in which the last words of a killed bot arrive; no bot says anything so soon after its start
_CALM_SECONDS = 60.0
_DRAIN_SECONDS = 300.0


@dataclass(frozen=True)
class Outcome:
    """What a run has shown."""

    said: Said
    kept: Kept
    seen: Seen
    kills: Sequence[float]
    faults: Sequence[str]


async def crash(rounds: int, seed: int, folder: Path, channel: str = "slack") -> Outcome:
    """Run so many rounds in one chat and look at what is left."""
    url = f"sqlite:///{folder / 'signpost.db'}"
    store = Store.open(url)
    async with fake_rasa(load()) as rasa, _CHATS[channel](url, rasa.url, folder) as chat:
        await store.run(people_file.replace_all, chat.cast.known)
        people = People(chat, seed)
        living = asyncio.create_task(people.live())
        kills = [await _round(chat, people, number, seed) for number in range(rounds)]
        await chat.hear(chat.modes[0])
        await people.leave(_CALM_SECONDS)
        await living
        try:
            async with asyncio.timeout(_DRAIN_SECONDS):
                await drained(store)
        except TimeoutError:
            print("not everything came out in time", file=sys.stderr)
        kept, seen = await store.run(read), await chat.seen()
    store.close()
    return Outcome(people.said, kept, seen, kills, faults(people.said, kept, seen, kills))


async def _round(chat: Chat, people: People, number: int, seed: int) -> float:
    """One life of the bot; returns a moment between what it said and what the next one says."""
    chance = Random(f"{seed} {number}")  # noqa: S311 - no secret: a seed must give the same run again
    mode, life = chat.modes[number % len(chat.modes)], chance.uniform(0.02, _LONGEST_LIFE)
    await chat.hear(mode)
    people.may_act.set()
    await asyncio.sleep(life)  # the moment is chance, not an event
    await chat.bot.end(signal.SIGKILL)
    killed = time.time()
    print(f"round {number + 1:4d}  {mode:6s}  killed {life:4.2f} s after it was reached", flush=True)
    await asyncio.sleep(chance.uniform(0, 0.3))  # people take a moment to notice
    people.may_act.clear()
    return killed + _LATE


def table(outcome: Outcome) -> str:
    """The figures, one a line."""
    said, kept, seen = outcome.said, outcome.kept, outcome.seen
    caused, _ = repeats(seen, outcome.kills)
    answered = sum(mark.startswith("answer:") for mark in seen)
    delivered = sum(bool(seen.get(mark_of(row))) for row in kept.notices if row.state == "sent")
    superseded = sum(row.state == "superseded" for row in kept.notices)
    figures = [
        ("kills", f"{len(outcome.kills)}"),
        ("told to people as failed", f"{said.failed}"),
        ("questions", f"{len(said.asked)} acknowledged, {len(kept.deliveries)} stored, {answered} answered"),
        ("escalation forms", f"{len(said.forms)} with a receipt, {len(kept.items)} stored"),
        ("acknowledge buttons", f"{len(said.pressed)} pressed, {kept.acknowledged.total()} in the log"),
        ("notices", f"{len(kept.notices)} stored, {delivered} delivered, {superseded} replaced by a newer card"),
        ("repeats", f"{caused.total()}, most after one kill {max(caused.values(), default=0)}"),
        ("lines of the log", f"{kept.lines}, {'the chain holds' if not kept.log_faults else 'THE CHAIN IS BROKEN'}"),
        ("lost, double or missing", f"{len(outcome.faults)}"),
    ]
    return "\n".join(f"{name:26s}{value}" for name, value in figures)


def main() -> int:
    """0 when everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--channel", choices=list(_CHATS), default="slack", help="slack or teams")
    parser.add_argument("--seed", type=int, default=None, help="the seed of an earlier run, to repeat it")
    options = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="signpost-crash-") as folder:
        outcome = asyncio.run(crash(options.rounds, seed, Path(folder), options.channel))
        print(table(outcome), *outcome.faults, sep="\n")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
