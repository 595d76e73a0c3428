"""Buttons, dialogs and commands in the stand-in behave as in a client of Teams."""

import pytest

from tests.fake_teams import FakeTeams, Seen, fixtures
from tests.fake_teams.small_bot import DO_IT, FORM, OPEN, Api, ScriptedBot, card, dialog, message, words

api, bot, teams = fixtures.api, fixtures.bot, fixtures.teams
SAYS = "19:business@thread.tacv2"
ADAPTIVE = "application/vnd.microsoft.card.adaptive"


@pytest.fixture
async def posted(teams: FakeTeams, api: Api, bot: ScriptedBot) -> Seen:
    """A card in the business team's channel."""
    other = DO_IT | {"data": {"value": "E-2"}}
    plain = {"type": "Action.Submit", "title": "Plain", "data": {"verb": "plain"}}
    await api.say(SAYS, message(card(words("A case"), actions=[DO_IT, other, OPEN, plain])))
    return await teams.wait_for_message("business")


async def test_an_execute_is_an_invoke_and_its_card_is_seen_by_who_pressed(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen
) -> None:
    bot.answers["adaptiveCard/action"] = {"statusCode": 200, "type": ADAPTIVE, "value": card(words("Done"))}
    pressed = await teams.press("ben", posted, "do.it", value="E-2")
    action = pressed.activity["value"]["action"]
    assert (action["verb"], action["data"], action["type"]) == ("do.it", {"value": "E-2"}, "Action.Execute")
    assert pressed.activity["replyToId"] == posted.id
    assert pressed.activity["conversation"]["id"] == f"{SAYS};messageid={posted.id}"
    assert (await teams.messages("business", user="ben"))[0].words == "Done"
    assert "A case" in (await teams.messages("business", user="asha"))[0].words


async def test_a_sentence_is_told_and_everything_else_is_an_error(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen
) -> None:
    kind = "application/vnd.microsoft.activity.message"
    bot.answers["adaptiveCard/action"] = {"statusCode": 200, "type": kind, "value": "Thank you"}
    await teams.press("ben", posted, "do.it")
    assert await teams.told("ben") == ["Thank you"] and await teams.errors() == []
    wrong = [{}, {"statusCode": 200, "type": kind, "value": 1}, {"statusCode": 200, "type": ADAPTIVE, "value": {}}]
    for number, answer in enumerate(wrong, 1):
        bot.answers["adaptiveCard/action"] = answer
        await teams.press("ben", posted, "do.it")
        assert len(await teams.errors("ben")) == number
    bot.status = 501
    assert not (await teams.press("ben", posted, "do.it")).ok
    assert "501" in (await teams.errors("ben"))[-1]["why"]


async def test_a_plain_submit_is_a_message_without_text(teams: FakeTeams, bot: ScriptedBot, posted: Seen) -> None:
    sent = (await teams.press("ben", posted, "plain", data={"ref": "forged"})).activity
    assert (sent["type"], sent["value"]) == ("message", {"verb": "plain", "ref": "forged"})
    assert sent["replyToId"] == posted.id and "text" not in sent


async def test_a_dialog_is_filled_in_and_sent(teams: FakeTeams, bot: ScriptedBot, posted: Seen) -> None:
    bot.answers |= {"task/fetch": dialog(FORM), "task/submit": {"task": {"type": "message", "value": "Raised"}}}
    fetched = await teams.press("ben", posted, "raise.open")
    assert fetched.activity["value"]["data"]["value"] == "E-1"
    shown = await teams.dialog("ben")
    assert shown and (shown.title, shown.buttons) == ("Raise it", ["raise"])
    assert shown.inputs == {"what": "", "area": "", "urgent": "", "since": ""}
    assert await teams.dialog("asha") is None
    sent = await teams.submit("ben", {"what": "A bruise", "area": "essex", "urgent": True})
    own = {"form": "raise", "carries": {"ref": "E-1"}}
    assert sent.activity["value"]["data"] == own | {"what": "A bruise", "area": "essex", "urgent": "yes"}
    assert await teams.dialog("ben") is None and await teams.told("ben") == ["Raised"]


async def test_what_is_required_is_asked_for_before_anything_is_sent(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen
) -> None:
    bot.answers["task/fetch"] = dialog(FORM)
    await teams.press("ben", posted, "raise.open")
    heard = len(bot.heard)
    held = await teams.submit("ben", {"area": "essex"})
    shown = await teams.dialog("ben")
    assert held.held_back and not held.ok and len(bot.heard) == heard
    assert shown and shown.errors == {"what": "Say it"} and shown.inputs["area"] == "essex"


@pytest.mark.parametrize(
    "values",
    [{"what": "a" * 21}, {"area": "atlantis"}, {"since": "yesterday"}, {"urgent": "perhaps"}, {"nowhere": "a"}],
)
async def test_nobody_can_type_what_an_input_does_not_take(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen, values: dict[str, str]
) -> None:
    bot.answers["task/fetch"] = dialog(FORM)
    await teams.press("ben", posted, "raise.open")
    with pytest.raises(ValueError):
        await teams.submit("ben", {"what": "A bruise"} | values)


async def test_an_answer_can_bring_the_next_dialog_or_close_it(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen
) -> None:
    next_one = card(words("Sure?"), actions=[{"type": "Action.Submit", "title": "Yes", "data": {"verb": "yes"}}])
    bot.answers |= {"task/fetch": dialog(FORM), "task/submit": dialog(next_one, "Once more")}
    await teams.press("ben", posted, "raise.open")
    await teams.submit("ben", {"what": "A bruise"})
    shown = await teams.dialog("ben")
    assert shown and (shown.title, shown.words) == ("Once more", "Sure?\nYes")
    del bot.answers["task/submit"]
    await teams.submit("ben", button="yes")
    assert await teams.dialog("ben") is None and await teams.errors() == []


@pytest.mark.parametrize(
    "answer", [None, {}, {"task": {"type": "continue", "value": {"url": "https://a.example"}}}, dialog({"body": []})]
)
async def test_a_dialog_that_cannot_be_shown_is_an_error(
    teams: FakeTeams, bot: ScriptedBot, posted: Seen, answer: object
) -> None:
    bot.answers["task/fetch"] = answer
    await teams.press("ben", posted, "raise.open")
    assert await teams.dialog("ben") is None and len(await teams.errors("ben")) == 1


async def test_a_command_on_a_message_brings_its_words_and_sends_them_again(teams: FakeTeams, bot: ScriptedBot) -> None:
    bot.answers["composeExtension/fetchTask"] = dialog(FORM)
    chosen = await teams.command_on_message("nadia", "refer", "She said <no>", author="tom")
    value = chosen.activity["value"]
    assert (value["commandId"], value["commandContext"]) == ("refer", "message")
    assert value["messagePayload"]["body"] == {
        "contentType": "html",
        "content": "<div><p>She said &lt;no&gt;</p></div>",
    }
    assert value["messagePayload"]["from"]["user"]["id"] == (await teams.person("tom"))["aadObjectId"]
    sent = (await teams.submit("nadia", {"what": "A bruise"})).activity
    assert sent["name"] == "composeExtension/submitAction"
    assert sent["value"]["messagePayload"] == value["messagePayload"] and sent["value"]["data"]["what"] == "A bruise"
    assert await teams.dialog("nadia") is None and await teams.errors() == []


async def test_a_button_that_is_not_there_cannot_be_pressed(teams: FakeTeams, posted: Seen) -> None:
    with pytest.raises(ValueError, match=r"there are .*do\.it"):
        await teams.press("ben", posted, "escalate")
    with pytest.raises(ValueError, match="is not in business"):
        await teams.press("nadia", posted, "do.it")
