"""The processes are really stopped while questions are asked: each still gets 999 and the right duty line."""

import asyncio
import os
import signal
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.assistant.question import Question
from bot.runtime.services import Service
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.live.conftest import Live

pytestmark = pytest.mark.live
SUNDAY = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


async def _until_up(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url) as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)  # the service is starting again: nothing but its port tells when it is up


@pytest.mark.parametrize("name", ["actions", "rasa"])
def test_questions_asked_while_a_process_dies_are_all_answered(live: Live, knowledge: Knowledge, name: str) -> None:
    service: Service = getattr(live, name)

    async def ask_while_it_dies() -> list[Answer]:
        questions = [Question(f"a boy worries me, number {n}", area=area, at=SUNDAY) for n in range(4) for area in Area]
        process = live.services.processes[name]
        asked = [asyncio.create_task(live.assistant.ask(question)) for question in questions[:6]]
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        asked += [asyncio.create_task(live.assistant.ask(question)) for question in questions[6:]]
        return list(await asyncio.gather(*asked))

    answers = live.run(ask_while_it_dies)
    areas = list(Area) * 4
    for answer, area in zip(answers, areas, strict=True):
        duty_team = knowledge.contacts[knowledge.settings.duty_team[area]].phone
        assert "999" in answer.text and duty_team and duty_team in answer.text
    assert any(answer.kind == "fallback" for answer in answers)
    live.run(lambda: _until_up(service.ready_url))
    assert live.run(lambda: live.assistant.ask(Question("who is the LADO"))).kind != "fallback"


def test_no_words_of_a_question_are_in_the_logs(live: Live) -> None:
    live.run(lambda: live.assistant.ask(Question("the marzipan uncle of a boy in year 4 worries me")))
    for service in (live.rasa, live.actions):
        assert "marzipan" not in service.log.read_text(encoding="utf-8", errors="replace")
