"""What people do in the stand-in reaches the bot as Teams would send it."""

import aiohttp
import jwt
import pytest

from tests.fake_teams import FakeTeams, fixtures
from tests.fake_teams.people import APP_ID, TENANT
from tests.fake_teams.small_bot import Api, ScriptedBot, claims, served
from tests.fake_teams.tokens import KINDS

api, bot, teams = fixtures.api, fixtures.bot, fixtures.teams


async def _keys(teams: FakeTeams) -> dict[str, object]:
    async with aiohttp.ClientSession(trust_env=False) as session, session.get(teams.keys_url) as answer:
        return dict(await answer.json())


async def test_an_installation_begins_a_personal_chat(teams: FakeTeams, bot: ScriptedBot) -> None:
    installed, added = await teams.install("nadia")
    assert installed.ok and added.ok and bot.heard == [installed.activity, added.activity]
    assert (bot.heard[0]["type"], bot.heard[0]["action"]) == ("installationUpdate", "add")
    assert bot.heard[1]["membersAdded"] == [{"id": f"28:{APP_ID}", "name": "Signpost"}]
    place = bot.heard[0]["conversation"]
    assert (place["conversationType"], place["tenantId"]) == ("personal", TENANT)
    assert place["id"] == (await teams.conversation("nadia"))["id"]
    (gone, _) = await teams.remove("nadia")
    assert gone.activity["action"] == "remove"


async def test_every_activity_is_signed_for_the_bot_and_its_service_url(teams: FakeTeams, bot: ScriptedBot) -> None:
    await teams.install("nadia")
    said = (await teams.message("nadia", "child with a bruise")).activity
    sender = {"id": said["from"]["id"], "name": "Nadia Begum", "aadObjectId": said["from"]["aadObjectId"]}
    assert (said["text"], said["from"], said["channelId"]) == ("child with a bruise", sender, "msteams")
    found = claims(bot.tokens[-1].removeprefix("Bearer "), await _keys(teams), APP_ID)
    assert found["serviceurl"] == said["serviceUrl"] == teams.service_url


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("good", "other service url")])
async def test_a_bad_token_does_not_pass_a_bot_that_checks_it(teams: FakeTeams, kind: str) -> None:
    token = await teams.token(kind)
    with pytest.raises((jwt.InvalidTokenError, KeyError)):
        found = claims(token, await _keys(teams), APP_ID)
        if not isinstance(found["aud"], str):
            raise jwt.InvalidAudienceError


async def test_anything_can_be_posted_with_any_token(teams: FakeTeams, bot: ScriptedBot) -> None:
    await teams.install("nadia")
    forged = await teams.unsent("nadia", "never typed")
    other = await teams.token("other service url")
    for token, header in [(None, ""), ("junk", "Bearer junk"), (other, f"Bearer {other}")]:
        assert (await teams.raw(forged, token)).ok
        assert bot.tokens[-1] == header
    assert (await teams.raw("[1", authorization="Basic a")).status == 500
    assert bot.tokens[-1] == "Basic a"
    assert claims(other, await _keys(teams), APP_ID)["serviceurl"] != teams.service_url
    assert [seen.text for seen in await teams.messages("nadia")] == []


async def test_a_mention_names_the_bot_and_its_thread(teams: FakeTeams, bot: ScriptedBot) -> None:
    posted = (await teams.mention("tom", "general", "who do I ring?")).activity
    assert posted["text"] == "<at>Signpost</at> who do I ring?"
    assert posted["entities"][0]["mentioned"]["id"] == posted["recipient"]["id"]
    assert posted["conversation"]["id"] == f"19:general@thread.tacv2;messageid={posted['id']}"
    below = (await teams.mention("nadia", "general", "and I?", thread=posted["id"])).activity
    assert below["conversation"]["id"] == posted["conversation"]["id"] and below["id"] != posted["id"]
    grouped = (await teams.mention("tom", "group", "hello")).activity
    assert grouped["conversation"]["id"] == "19:group@thread.v2"


async def test_people_can_do_only_what_teams_lets_them(teams: FakeTeams, bot: ScriptedBot) -> None:
    wrong = [
        (teams.message("nadia", "not installed"), "no conversation nadia"),
        (teams.message("tom", "no mention", conversation="group"), "only what mentions it"),
        (teams.mention("nadia", "business", "not a member"), "is not in business"),
        (teams.install("gwen"), "cannot use Teams"),
        (teams.install("nobody"), "nobody is called"),
        (teams.submit("nadia"), "no dialog open"),
    ]
    for act, why in wrong:
        with pytest.raises(ValueError, match=why):
            await act
    await teams.remove("tom", "general")
    bot.heard.clear()
    with pytest.raises(ValueError, match="not in practice"):
        await teams.mention("tom", "practice", "the app has left the whole team")
    assert bot.heard == []


async def test_typing_and_reactions_reach_the_bot(teams: FakeTeams, bot: ScriptedBot, api: Api) -> None:
    await teams.settings(installed=["nadia"])
    await api.say((await teams.conversation("nadia"))["id"], {"type": "message", "text": "Hello"})
    (hello,) = await teams.messages("nadia")
    await teams.react("nadia", hello)
    await teams.typing("nadia")
    reacted, typed = bot.heard
    assert (reacted["type"], reacted["replyToId"], typed["type"]) == ("messageReaction", hello.id, "typing")


async def test_the_same_activity_comes_again_and_to_every_replica(teams: FakeTeams, bot: ScriptedBot) -> None:
    await teams.install("nadia")
    async with served(ScriptedBot()) as second:
        await teams.replicas([bot.url, second.url])
        first = await teams.message("nadia", "once")
        await teams.again(first)
        assert [bot.heard[-1], second.heard[-1]] == [first.activity] * 2
        await teams.replicas(to="all")
        assert len((await teams.message("nadia", "to both")).attempts) == 2
        assert bot.heard[-1] == second.heard[-1]
    dead = await teams.message("nadia", "one is gone")
    assert not dead.ok and {one["failure"] for one in dead.attempts} == {None, "connection failed"}
