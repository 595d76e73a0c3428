"""Latency of the two ways in, asked in turn so that both see the same machine, and throughput."""

import asyncio
import statistics
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

_AT_A_TIME = 4


@dataclass(frozen=True)
class Timing:
    """Milliseconds: the median and the value that 95 of 100 stay below."""

    p50: float
    p95: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> "Timing":
        """The figures of a series of at least two."""
        return cls(statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[-1])


async def latency_side_by_side(
    session: aiohttp.ClientSession, ask: str, rasa: str, questions: Sequence[str], rounds: int
) -> tuple[Timing, Timing]:
    """Ours and Rasa's own, one question at a time, first the one and then the other, changing who goes first."""
    ours: list[float] = []
    base: list[float] = []
    for turn in range(rounds):
        for question in questions:
            pair = [(ours, ask, "text"), (base, rasa, "message")]
            for times, url, key in pair if turn % 2 else reversed(pair):
                times.append(await _milliseconds(session, url, key, question))
    return Timing.of(ours), Timing.of(base)


async def throughput(session: aiohttp.ClientSession, url: str, key: str, questions: Sequence[str]) -> float:
    """Answers a second with four askers."""
    started, each = time.monotonic(), 3

    async def asker() -> None:
        for question in list(questions) * each:
            await _milliseconds(session, url, key, question)

    await asyncio.gather(*(asker() for _ in range(_AT_A_TIME)))
    return _AT_A_TIME * each * len(questions) / (time.monotonic() - started)


async def _milliseconds(session: aiohttp.ClientSession, url: str, key: str, question: str) -> float:
    body = {key: question} | ({"sender": uuid.uuid4().hex} if key == "message" else {})
    started = time.perf_counter()
    async with session.post(url, json=body) as response:
        assert await response.json()
    return (time.perf_counter() - started) * 1000
