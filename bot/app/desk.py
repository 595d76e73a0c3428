"""The desk that every channel works with, made from the settings."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.app.assistant import make_masker
from bot.assistant.assistant import Assistant
from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.rules import load_rules
from bot.settings import Settings
from bot.store.database import Store
from bot.workflows.desk import Desk
from knowledge.answer import Answer
from knowledge.load import load


class Answers:
    """The assistant as soon as it is there. What is asked before waits; what Slack delivered is stored meanwhile."""

    def __init__(self) -> None:
        self._ready: asyncio.Future[Assistant] = asyncio.get_running_loop().create_future()

    def arrive(self, ready: Assistant) -> None:
        """From now on questions are answered."""
        self._ready.set_result(ready)

    async def ask(self, question: Question) -> Answer:
        """The answer to a question."""
        return await (await asyncio.shield(self._ready)).ask(question)

    async def rasa_is_up(self) -> bool:
        """Whether answers come from Rasa."""
        return self._ready.done() and await self._ready.result().rasa_is_up()


@asynccontextmanager
async def open_desk(settings: Settings, answers: Answers) -> AsyncIterator[Desk]:
    """The desk with its database and its masking, ready to take what arrives."""
    knowledge = load()
    masker = await asyncio.to_thread(make_masker, settings, knowledge)
    loop = asyncio.get_running_loop()
    store = await asyncio.to_thread(Store.open, settings.database_url)
    with ThreadPoolExecutor(1, thread_name_prefix="masking") as masking:

        async def mask(text: str) -> Masked:
            return await loop.run_in_executor(masking, masker.mask, text)

        try:
            yield Desk(store, load_rules(), knowledge, answers.ask, mask, _now, settings.signpost_home_area)
        finally:
            store.close()


def _now() -> datetime:
    return datetime.now(UTC)
