"""Lets readers wait until something is true, without polling."""

import asyncio
from collections.abc import Callable


class Changes:
    """Counts changes and wakes those who wait for one."""

    def __init__(self) -> None:
        self.version = 0
        self._next = asyncio.Event()

    def mark(self) -> None:
        """Says that something has changed."""
        self.version += 1
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, ready: Callable[[], bool], seconds: float) -> bool:
        """True as soon as `ready` is; False when the seconds are over."""
        try:
            async with asyncio.timeout(seconds):
                while not ready():
                    await self._next.wait()
        except TimeoutError:
            return ready()
        return True
