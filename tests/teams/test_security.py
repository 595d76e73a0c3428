"""What arrives at /api/messages is believed only with a token that Microsoft signed for this bot and this service."""

import logging
from typing import Any

import aiohttp
import pytest

from bot.settings import Settings, SettingsError
from tests.fake_teams.people import OTHER_TENANT
from tests.fake_teams.tokens import KINDS
from tests.teams.office import Office

pytestmark = pytest.mark.capability("forged deliveries are refused", "teams")

WORDS = "An 8-year-old has a belt mark"
_GOOD = {"good", "list of audiences"}


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind not in _GOOD), "none"])
async def test_a_message_with_a_bad_token_is_refused_and_leaves_nothing(office: Office, kind: str) -> None:
    activity = await office.teams.unsent("nadia", WORDS)
    before = office.tables()
    token = None if kind == "none" else await office.teams.token(kind)
    assert (await office.teams.raw(activity, token)).status == 401
    assert office.tables() == before
    assert (await office.teams.raw(activity, await office.teams.token())).status == 202
    assert office.tables() != before  # the same with a good token is taken


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic c2VjcmV0", "Bearer a b", "bearer\tjunk", "Bearer a.b.c", "Bearer " * 900]
)
async def test_a_header_that_is_no_token_is_refused(office: Office, header: str) -> None:
    activity = await office.teams.unsent("nadia", WORDS)
    assert (await office.teams.raw(activity, authorization=header)).status == 401


@pytest.mark.parametrize(
    "claim", [None, "", "https://elsewhere.example/", "https://127.0.0.1.elsewhere.example/", "http://[", "http://a:b/"]
)
async def test_a_token_for_another_service_than_the_activity_names_is_refused(
    office: Office, claim: str | None
) -> None:
    activity = await office.teams.unsent("nadia", WORDS)
    before = office.tables()
    token = await office.teams.token(serviceurl=claim)
    assert (await office.teams.raw(activity, token)).status == 401
    assert office.tables() == before


@pytest.mark.parametrize(
    "named", [None, "", "https://elsewhere.example/", "https://127.0.0.1/", "http://[", "http://a:b/", 1, ["a"], {}]
)
async def test_an_activity_that_names_another_service_than_its_token_is_refused(office: Office, named: object) -> None:
    activity = await office.teams.unsent("nadia", WORDS)
    before = office.tables()
    sent = await office.teams.raw({**activity, "serviceUrl": named}, await office.teams.token())
    assert sent.status == 401
    assert office.tables() == before


RUBBISH: dict[str, Any] = {
    "nothing": "",
    "no JSON": "typed-rubbish",
    "half of it": '{"type": "message", "text": "typed-rubbish',
    "a list": ["typed-rubbish"],
    "a text": '"typed-rubbish"',
    "null": "null",
    "too deep": "[" * 100_000,
    "a huge number": '{"text": "typed-rubbish", "id": ' + "9" * 5_000 + "}",
}


@pytest.mark.parametrize("what", RUBBISH)
async def test_rubbish_is_refused_and_its_words_are_not_logged(
    office: Office, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    caplog.set_level(logging.DEBUG)
    before = office.tables()
    sent = await office.teams.raw(RUBBISH[what], await office.teams.token())
    assert sent.status == 400
    assert office.tables() == before
    assert "typed-rubbish" not in caplog.text + str(sent.body)
    assert "Traceback" not in caplog.text


PARTS: dict[str, dict[str, Any]] = {
    "no conversation": {"conversation": None},
    "a conversation without id": {"conversation": {"conversationType": "personal"}},
    "a conversation that is a text": {"conversation": "19:general"},
    "no type": {"type": None},
    "a sender that is a text": {"from": "nadia"},
    "a text that is a list": {"text": ["typed-rubbish"]},
    "members that are a text": {"membersAdded": "typed-rubbish"},
}


@pytest.mark.parametrize("what", PARTS)
async def test_an_activity_without_its_parts_is_refused(
    office: Office, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    caplog.set_level(logging.DEBUG)
    activity = {**await office.teams.unsent("nadia", "typed-rubbish"), **PARTS[what]}
    before = office.tables()
    assert (await office.teams.raw(activity, await office.teams.token())).status == 400
    assert office.tables() == before
    assert "typed-rubbish" not in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("where", ["conversation", "channelData"])
async def test_what_comes_from_another_tenant_leaves_nothing(office: Office, where: str) -> None:
    activity = await office.teams.unsent("nadia", WORDS)
    if where == "conversation":
        activity["conversation"]["tenantId"] = OTHER_TENANT
    else:
        del activity["conversation"]["tenantId"]
        activity["channelData"]["tenant"]["id"] = OTHER_TENANT
    before = office.tables()
    await office.teams.send(activity)
    await office.settle()
    assert office.tables() == before


async def test_only_what_is_posted_is_looked_at(office: Office) -> None:
    token = await office.teams.token()
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:
        for method in ("GET", "PUT", "DELETE", "OPTIONS"):
            async with session.request(method, f"{office.bot.address}/api/messages") as answer:
                assert answer.status == 405


@pytest.mark.parametrize("host", ["0.0.0.0", "signpost.example", "192.0.2.1", "::"])  # noqa: S104
def test_without_tokens_it_starts_on_this_machine_alone(host: str) -> None:
    given = {"TEAMS_APP_ID": "a", "TEAMS_TENANT_ID": "t", "TEAMS_BUSINESS_CHANNEL": "19:b", "TEAMS_ANONYMOUS": "yes"}
    with pytest.raises(SettingsError, match="TEAMS_ANONYMOUS"):
        Settings.from_env({**given, "SIGNPOST_HOST": host})
    assert Settings.from_env(given).teams_anonymous == "yes"
    with pytest.raises(SettingsError, match="TEAMS_ANONYMOUS"):
        Settings.from_env({**given, "TEAMS_ANONYMOUS": "true"})
