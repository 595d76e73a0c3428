"""The page and the JSON interface while advice is switched off."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.assistant.question import Question
from bot.web.app import make_web_app
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from knowledge.switched_off import answer_while_off

from .answers import FRIDAY, HUB
from .client import Client, post_form

pytestmark = [pytest.mark.asyncio, pytest.mark.capability("answers while advice is off", "page")]
OFF = "Automatic advice is switched off at the moment"


@pytest.fixture
async def off(knowledge: Knowledge) -> AsyncIterator[Client]:
    """A client of the page while advice is off."""

    async def ask(question: Question) -> Answer:
        return answer_while_off(knowledge, question.text, question.area or Area.ESSEX, FRIDAY)

    async def health() -> dict[str, object]:
        return {"ok": True, "advice": "switched off"}

    app = make_web_app(ask, health, front_doors=(HUB,), now=lambda: FRIDAY)
    async with TestClient(TestServer(app)) as started:
        yield started


async def test_the_page_says_so_above_the_route_and_shows_999_and_who_is_there(off: Client) -> None:
    page = await (await post_form(off, text="a worry about a boy", area="southend", history="")).text()
    assert OFF in page and 'href="tel:999"' in page
    assert "0345 606 1212" in page and page.index(OFF) < page.index("0345 606 1212")


async def test_the_json_interface_says_so_with_the_kind_fallback(off: Client) -> None:
    answer = await (await off.post("/api/ask", json={"text": "she took an overdose just now"})).json()
    assert (answer["kind"], answer["urgent"]) == ("fallback", True)
    assert OFF in answer["text"] and "999" in answer["text"]


async def test_health_says_whether_advice_is_on_and_stays_well(off: Client) -> None:
    response = await off.get("/health")
    assert response.status == 200 and (await response.json())["advice"] == "switched off"
