"""The channel beside the page: tokens are asked for at /api/messages and nowhere else."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.assistant.question import Question
from bot.web.app import make_web_app
from knowledge.answer import Answer
from tests.teams.office import Office

type Client = TestClient[web.Request, web.Application]

WORDS = "An 8-year-old has a belt mark"


@pytest.fixture
async def page(office: Office) -> AsyncIterator[Client]:
    """The web server as `make up` starts it, with the page and the channel."""

    async def ask(question: Question) -> Answer:
        return await office.desk.ask(question)

    async def health() -> dict[str, object]:
        return {"ok": True}

    app = make_web_app(ask, health)
    office.bot.channels.add_routes(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_the_page_and_the_health_check_need_no_token(page: Client) -> None:
    for path in ("/", "/health"):
        assert (await page.get(path)).status == 200, path
    answer = await page.post("/api/ask", json={"text": WORDS})
    assert answer.status == 200
    assert "999" in await answer.text()


async def test_the_page_ignores_a_bad_token(page: Client) -> None:
    for path in ("/", "/health"):
        assert (await page.get(path, headers={"Authorization": "Bearer junk"})).status == 200, path


async def test_without_a_token_messages_are_refused_beside_the_page_too(page: Client, office: Office) -> None:
    activity, before = await office.teams.unsent("nadia", WORDS), office.tables()
    assert (await page.post("/api/messages", json=activity)).status == 401
    assert (await page.get("/api/messages")).status == 405
    assert office.tables() == before


async def test_the_longest_message_that_teams_sends_is_taken(page: Client, office: Office) -> None:
    signed = {"Authorization": f"Bearer {await office.teams.token()}"}
    html = {"contentType": "text/html", "content": "<p>é</p>" * 4_000}
    long = {**await office.teams.unsent("nadia", "é " * 14_000), "attachments": [html]}
    assert (await page.post("/api/messages", json=long, headers=signed)).status == 202


@pytest.mark.parametrize("content_type", ["application/json; charset=klingon", "text/plain", "application/json"])
async def test_a_body_that_cannot_be_read_is_refused(page: Client, office: Office, content_type: str) -> None:
    headers = {"Authorization": f"Bearer {await office.teams.token()}", "Content-Type": content_type}
    answer = await page.post("/api/messages", data=b'{"type": "message", "text": "\xff"}', headers=headers)
    assert answer.status == 400
