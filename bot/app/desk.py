"""The desk that every channel works with, made from the settings."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.app.assistant import NOWHERE, make_masker
from bot.assistant.assistant import AlwaysOff, AlwaysOn, Assistant, Switch
from bot.assistant.question import Question
from bot.assistant.rasa import RasaClient
from bot.masking import Masked
from bot.partnership.rules import load_rules
from bot.settings import Settings
from bot.store.database import Store
from bot.workflows.advice_switch import StoredSwitch
from bot.workflows.desk import Desk
from knowledge.answer import Answer
from knowledge.contacts import is_office_time
from knowledge.load import load


class Answers:
    """The assistant as soon as it is there. What is asked before waits; what Slack delivered is stored meanwhile.

    While advice is switched off nothing waits for Rasa: `while_off` answers without it.
    """

    def __init__(self) -> None:
        self._ready: asyncio.Future[Assistant] = asyncio.get_running_loop().create_future()
        self.switch: Switch = AlwaysOn()
        self.while_off: Assistant | None = None

    def arrive(self, ready: Assistant) -> None:
        """From now on questions are answered."""
        self._ready.set_result(ready)

    async def ask(self, question: Question) -> Answer:
        """The answer to a question."""
        if self.while_off and not self._ready.done() and not await self.switch.is_on():
            return await self.while_off.ask(question)
        return await (await asyncio.shield(self._ready)).ask(question)

    async def try_out(self, question: Question) -> Answer:
        """The answer to a question of the drill, also while advice is off."""
        return await (await asyncio.shield(self._ready)).try_out(question)

    async def rasa_is_up(self) -> bool:
        """Whether answers come from Rasa."""
        return self._ready.done() and await self._ready.result().rasa_is_up()


@asynccontextmanager
async def open_desk(settings: Settings, answers: Answers) -> AsyncIterator[Desk]:
    """The desk with its database and its masking, ready to take what arrives."""
    knowledge = load(documents=settings.signpost_documents)
    masker = await asyncio.to_thread(make_masker, settings, knowledge)
    # the first look at the bank holidays takes a moment for which no form in a chat should wait
    await asyncio.to_thread(is_office_time, knowledge, settings.signpost_home_area, _now())
    loop = asyncio.get_running_loop()
    store = await asyncio.to_thread(Store.open, settings.database_url)
    answers.switch = StoredSwitch(store)
    nobody = RasaClient(NOWHERE, settings.rasa_seconds)
    answers.while_off = Assistant(knowledge, masker, nobody, settings.signpost_home_area, AlwaysOff())
    with ThreadPoolExecutor(1, thread_name_prefix="masking") as masking:

        async def mask(text: str) -> Masked:
            return await loop.run_in_executor(masking, masker.mask, text)

        try:
            yield Desk(store, load_rules(), knowledge, answers.ask, mask, _now, settings.signpost_home_area)
        finally:
            store.close()


def _now() -> datetime:
    return datetime.now(UTC)
