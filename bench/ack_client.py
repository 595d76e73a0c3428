"""`python -m bench.ack_client URL`: sends signed requests from standard input and says how long each took.

It is a process of its own, so that nothing else that the benchmark does is measured too.
"""

import asyncio
import json
import sys
import time
from collections.abc import Sequence

import aiohttp

AT_ONCE = 20


async def send_all(url: str, requests: Sequence[tuple[str, dict[str, str]]]) -> list[tuple[float, int]]:
    """Milliseconds and status of each request, in the order given; `AT_ONCE` are always on their way."""
    found: list[tuple[float, int]] = [(0.0, 0)] * len(requests)
    left = iter(enumerate(requests))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:

        async def sender() -> None:
            for number, (body, headers) in left:
                started = time.perf_counter()
                async with session.post(url, data=body, headers=headers) as answer:
                    await answer.read()
                    found[number] = (time.perf_counter() - started) * 1000, answer.status

        await asyncio.gather(*(sender() for _ in range(AT_ONCE)))
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(send_all(sys.argv[1], json.load(sys.stdin)))))
