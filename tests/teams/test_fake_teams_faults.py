"""The stand-in's Bot Connector fails as it is told to, and records every call."""

import aiohttp
import pytest

from tests.fake_teams import FakeTeams, fixtures
from tests.fake_teams.small_bot import Api, ScriptedBot

api, bot, teams = fixtures.api, fixtures.bot, fixtures.teams
HELLO = {"type": "message", "text": "Hello"}
SAYS, GENERAL = "/19:business@thread.tacv2/activities", "/19:general@thread.tacv2/activities"


@pytest.mark.parametrize("kind", ["403", "404", "429", "502"])
async def test_the_next_calls_to_a_conversation_are_refused(teams: FakeTeams, api: Api, kind: str) -> None:
    await teams.fault(kind, "send", conversation="business", times=2, retry_after=7)
    assert (await api("POST", GENERAL, HELLO))[0] == 201
    answers = [await api("POST", SAYS, HELLO) for _ in range(3)]
    assert [status for status, *_ in answers] == [int(kind), int(kind), 201]
    assert answers[0][2].get("Retry-After") == ("7" if kind == "429" else None)
    assert [call["status"] for call in await teams.calls("send")] == [201, int(kind), int(kind), 201]
    assert await teams.faults_left() == []


@pytest.mark.parametrize(("kind", "stored"), [("drop", 0), ("drop_after", 1), ("hang", 0)])
async def test_a_connection_is_cut_before_or_after_the_message_is_taken(
    teams: FakeTeams, api: Api, kind: str, stored: int
) -> None:
    await teams.fault(kind, seconds=0.1)
    with pytest.raises(aiohttp.ClientError):
        await api("POST", SAYS, HELLO)
    assert len(await teams.messages("business")) == stored
    assert [call["status"] for call in await teams.calls()] == [None]


async def test_a_slow_answer_comes_after_the_message_is_there(teams: FakeTeams, api: Api) -> None:
    await teams.fault("slow", seconds=0.3)
    assert (await api("POST", SAYS, HELLO))[0] == 201
    (seen,), (call,) = await teams.messages("business"), await teams.calls()
    assert call["answered_at"] - seen.at >= 0.29


async def test_messages_that_come_too_fast_are_refused_in_their_conversation_only(teams: FakeTeams, api: Api) -> None:
    await teams.settings(rate_seconds=30)
    assert (await api("POST", SAYS, HELLO))[0] == 201
    status, _, headers = await api("POST", SAYS, HELLO)
    assert (status, headers["Retry-After"]) == (429, "30")
    assert (await api("POST", GENERAL, HELLO))[0] == 201


async def test_faults_can_be_taken_away_and_unknown_ones_are_refused(teams: FakeTeams, api: Api) -> None:
    await teams.fault("502", times=9)
    await teams.no_faults()
    assert (await api("POST", SAYS, HELLO))[0] == 201
    with pytest.raises(ValueError, match="no such fault"):
        await teams.fault("flood")
    with pytest.raises(ValueError, match="no such setting"):
        await teams.settings(speed=1)


async def test_a_fault_for_somebody_does_not_give_them_the_app(teams: FakeTeams, api: Api) -> None:
    await teams.fault("502", conversation="greg")
    assert await teams.messages("greg") == []
    with pytest.raises(ValueError, match="no conversation greg"):
        await teams.conversation("greg")


async def test_whoever_waits_in_vain_is_told_what_is_there(teams: FakeTeams, api: Api) -> None:
    await api.say("19:business@thread.tacv2", HELLO)
    with pytest.raises(TimeoutError, match="Hello"):
        await teams.wait_for_message("business", "Goodbye", seconds=0.05)
    assert (await teams.wait_for_calls(1, "send", where="business", status=201))[0]["body"] == HELLO


async def test_a_reset_forgets_everything(teams: FakeTeams, api: Api, bot: ScriptedBot) -> None:
    await teams.install("nadia")
    await api.say("19:business@thread.tacv2", HELLO)
    await teams.reset()
    assert not await teams.calls() and not await teams.deliveries() and not await teams.messages("business")
