"""Delivers what waits, as the running Signpost does, and keeps what was said to whom."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.rules import load_rules
from bot.store import outbox
from bot.store.database import Store
from bot.wording.message import Message
from bot.workflows.deliver import Courier
from bot.workflows.desk import Desk
from bot.workflows.sending import Letter, Receipt
from bot.workflows.writing import message_of
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area


@dataclass
class PostRoom:
    """One chat channel that takes everything. `said` is cleared by whoever reads it."""

    store: Store
    knowledge: Knowledge
    said: list[tuple[str, Message]] = field(default_factory=list)

    async def send(self, letter: Letter) -> Receipt:
        """Keep the message; nothing is said when nothing is left to say."""
        if message := message_of(letter):
            self.said.append((letter.notice.to, message))
        return Receipt("C1", "1.1")

    async def deliver(self, now: datetime) -> list[tuple[str, Message]]:
        """What is said from this moment on, within a minute, and to whom."""
        self.said.clear()
        for second in range(60):
            desk = self._desk(now + timedelta(seconds=second))
            courier = Courier(desk, {"slack": self}, {"slack": "C_TEAM"}, "one")
            while await courier.step():
                pass
            if not [one for one in await self.store.run(outbox.waiting) if one.not_before <= desk.clock()]:
                break
        return list(self.said)

    def _desk(self, now: datetime) -> Desk:
        return Desk(self.store, load_rules(), self.knowledge, _no_answers, _no_masking, lambda: now, Area.THURROCK)


async def _no_answers(question: Question) -> Answer:
    raise AssertionError("nobody asks here")


async def _no_masking(text: str) -> Masked:
    raise AssertionError("nobody types here")
