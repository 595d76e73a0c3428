"""What every channel works with: the store, the rules, the assistant and the clock, given once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Concatenate

from sqlalchemy import Connection

from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.rules import Rules
from bot.store.database import Store
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area

type Workflow[**P, T] = Callable[Concatenate[Connection, Rules, datetime, str, P], T]


@dataclass
class Desk:
    """Runs workflows, each in one transaction, and wakes whoever waits for new work."""

    store: Store
    rules: Rules
    knowledge: Knowledge
    ask: Callable[[Question], Awaitable[Answer]]
    mask: Callable[[str], Awaitable[Masked]]
    clock: Callable[[], datetime]
    home_area: Area
    arrived: asyncio.Event = field(default_factory=asyncio.Event)  # something came in
    to_send: asyncio.Event = field(default_factory=asyncio.Event)  # something must go out

    async def do[**P, T](self, workflow: Workflow[P, T], who: str, *args: P.args, **named: P.kwargs) -> T:
        """The result of one workflow, done wholly or not at all. Raises Refused with the sentence for the person."""
        now = self.clock()
        result = await self.store.run(lambda tx: workflow(tx, self.rules, now, who, *args, **named))
        self.to_send.set()
        return result
