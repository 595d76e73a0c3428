"""A test client on this machine without tokens: it is answered without one, and no other machine is."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.masking import Masker
from bot.store import people
from bot.store.database import Store
from bot.workflows.deliver import Courier
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa
from tests.channels.chat import Behind
from tests.fake_teams import FakeTeams
from tests.fake_teams.people import TENANT
from tests.teams.bot import PATH, PEOPLE, running_bot, settings_for

type Posts = list[tuple[str, dict[str, Any]]]  # the Authorization header of each, and the activity


@pytest.fixture
async def behind(
    teams: FakeTeams, sqlite_store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[Behind]:
    """A bot that takes activities without a token and knows no stand-in for Microsoft."""
    given = settings_for(teams, teams_stand_in="", teams_anonymous="yes")
    await sqlite_store.run(people.replace_all, PEOPLE)
    opened = running_bot(teams, sqlite_store, masker, knowledge, rasa.url, settings=given, workers=False)
    async with opened as bot:
        yield Behind(bot, Courier(bot.desk, bot.channels.senders, bot.channels.team, "test"))


@pytest.fixture
async def client() -> AsyncIterator[tuple[str, Posts]]:
    """The address of a test client's service, and what it was sent."""
    posts: Posts = []

    async def post(request: web.Request) -> web.Response:
        posts.append((request.headers.get("Authorization", ""), await request.json()))
        return web.json_response({"id": f"m{len(posts)}"}, status=201)

    page = web.Application()
    page.router.add_post("/v3/conversations/{id}/activities", post)
    async with TestServer(page) as server:
        yield str(server.make_url("/")), posts


async def test_a_question_without_a_token_is_answered_without_one(behind: Behind, client: tuple[str, Posts]) -> None:
    service, posts = client
    assert await _asked(behind, service) == 202
    await behind.settle()
    (token, answer), *more = posts
    assert (token, more) == ("", [])
    assert "LADO" in str(answer["attachments"])


@pytest.mark.parametrize("service", ["https://smba.trafficmanager.net/teams/", "http://127.0.0.1.example/", "", None])
async def test_an_activity_without_a_token_names_a_service_on_this_machine(
    behind: Behind, client: tuple[str, Posts], service: str | None
) -> None:
    assert await _asked(behind, service) == 401
    assert await _asked(behind, client[0]) == 202  # the same from here is taken


async def _asked(behind: Behind, service: str | None) -> int:
    """The status of the answer to a question from there."""
    activity = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": service,
        "text": "allegation against a teaching assistant",
        "from": {"id": "29:nadia", "aadObjectId": "00000000-0000-0000-0000-00000000a000"},
        "recipient": {"id": "28:signpost"},
        "conversation": {"id": "personal", "conversationType": "personal", "tenantId": TENANT},
    }
    asking = aiohttp.ClientSession(trust_env=False)
    async with asking as http, http.post(behind.bot.address + PATH, json=activity) as said:
        return said.status
