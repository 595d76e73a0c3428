"""Asking in Slack: wherever it is asked, the answer comes, to the asker only, with the danger line, once."""

import asyncio

import pytest
from aiohttp import web

from bot.partnership.asked import Asked
from bot.store import questions
from bot.workflows.questions import answer_of
from tests.assistant.fake_rasa import Behaviour, FakeRasa, an_error, silent
from tests.fake_slack import SeenMessage, SeenView
from tests.fake_slack.things import elements_of
from tests.slack.bot import Bot

QUESTION = "allegation against a teaching assistant"


async def asked(bot: Bot, answer: SeenMessage) -> Asked:
    """The question behind an answer, by the value of its buttons."""
    buttons = [element for block in answer.blocks for element in elements_of(block)]
    number = next(one["value"] for one in buttons if one["action_id"] == "question.more")
    found = await bot.desk.store.run(questions.load, number)
    assert found is not None
    return found


def offers_help(shown: SeenMessage | SeenView) -> bool:
    """Whether it says what Signpost does, with 999."""
    return all(word in shown.words for word in ("999", "/refer", "/escalate", "Never write names"))


async def test_a_direct_message_is_answered_with_the_route_and_the_danger_line(bot: Bot) -> None:
    sent = await bot.slack.message("U_NADIA", "An 8-year-old has a belt mark, who do I ring?")
    assert sent.ok
    answer = await bot.slack.wait_for_message("U_NADIA", "999")
    assert "MASH" in answer.words
    assert not [one for one in answer.notifies if one.startswith(("<@", "<!"))]


async def test_a_message_in_a_thread_is_answered_in_that_thread(bot: Bot) -> None:
    first = await bot.slack.message("U_NADIA", QUESTION)
    answer = await bot.slack.wait_for_message("U_NADIA", "999")
    assert answer.thread_ts is None
    thread = first.payload["event"]["ts"]
    await bot.slack.message("U_NADIA", "and do I need consent?", thread=thread)
    below = await bot.slack.wait_for_message("U_NADIA", "999", after=answer)
    assert below.thread_ts == thread


async def test_a_message_without_words_gets_the_help(bot: Bot) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", "")
    shown = await bot.slack.wait_for_message("C_GENERAL", "What Signpost does", user="U_TOM")
    assert offers_help(shown) and shown.ephemeral_to == "U_TOM"


async def test_a_mention_in_a_channel_is_answered_to_the_asker_alone(bot: Bot) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", QUESTION)
    answer = await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM")
    assert answer.ephemeral_to == "U_TOM" and answer.thread_ts is None
    assert not [one for one in await bot.slack.messages("C_GENERAL", user="U_NADIA") if one.user == "U_BOT"]


async def test_a_mention_in_a_thread_is_answered_there_to_the_asker_alone(bot: Bot) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", QUESTION, thread="1.000001")
    answer = await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM")
    assert (answer.ephemeral_to, answer.thread_ts) == ("U_TOM", "1.000001")


async def test_when_the_bot_was_removed_from_the_channel_the_answer_comes_as_a_direct_message(
    bot: Bot, rasa: FakeRasa
) -> None:
    removed = asyncio.Event()

    async def held() -> web.StreamResponse:
        await removed.wait()
        return await silent()

    rasa.behaviour = held
    await bot.slack.mention("U_TOM", "C_GENERAL", QUESTION, thread="1.000001")
    await bot.slack.kick("C_GENERAL")
    removed.set()
    answer = await bot.slack.wait_for_message("U_TOM", "999")
    assert answer.channel == "D_TOM" and answer.thread_ts is None
    assert not await bot.slack.replies("C_GENERAL")


async def test_refer_says_at_once_999_and_then_answers_to_the_asker_alone(bot: Bot) -> None:
    sent = await bot.slack.command("U_TOM", "/refer", QUESTION, channel="C_PRACTICE")
    assert "999" in str(sent.answer) and "looking" in str(sent.answer)
    answer = await bot.slack.wait_for_message("C_PRACTICE", "LADO", user="U_TOM")
    assert answer.ephemeral_to == "U_TOM"
    assert [call["outcome"] for call in await bot.slack.calls("response_url")] == ["ok"]


@pytest.mark.parametrize("words", ["", "  ", "help", "Help"])
async def test_refer_without_a_question_says_what_signpost_does(bot: Bot, rasa: FakeRasa, words: str) -> None:
    sent = await bot.slack.command("U_TOM", "/refer", words)
    (shown,) = await bot.slack.replies("U_TOM")
    assert sent.ok and offers_help(shown) and shown.ephemeral_to == "U_TOM"
    assert not rasa.received


@pytest.mark.parametrize("changed", [{"response_url_seconds": 0.0}, {"response_url_uses": 0}], ids=["old", "used up"])
async def test_an_answer_whose_reply_address_has_expired_comes_as_a_direct_message(
    bot: Bot, changed: dict[str, float]
) -> None:
    await bot.slack.settings(**changed)
    await bot.slack.command("U_TOM", "/refer", QUESTION, channel="C_GENERAL")
    answer = await bot.slack.wait_for_message("U_TOM", "LADO")
    assert answer.channel == "D_TOM" and answer.ephemeral_to is None


async def test_a_shortcut_on_a_message_asks_its_words_and_answers_in_a_direct_message(bot: Bot) -> None:
    await bot.slack.shortcut("U_NADIA", "refer_message", "Our coach hit a child, where does this go?")
    shown = await bot.slack.wait_for_view("U_NADIA", "direct message")
    assert "999" in shown.words
    answer = await bot.slack.wait_for_message("U_NADIA", "LADO")
    assert answer.channel == "D_NADIA"
    assert (await asked(bot, answer)).masked == "Our coach hit a child, where does this go?"


async def test_a_shortcut_on_a_message_without_words_says_how_to_ask(bot: Bot, rasa: FakeRasa) -> None:
    await bot.slack.shortcut("U_NADIA", "refer_message", "")
    shown = await bot.slack.wait_for_view("U_NADIA", "no words")
    assert "/refer" in shown.words and "999" in shown.words
    assert not rasa.received


@pytest.mark.parametrize("behaviour", [silent, an_error], ids=["silent", "failing"])
async def test_without_rasa_the_answer_comes_from_the_red_flag_rules(
    bot: Bot, rasa: FakeRasa, behaviour: Behaviour
) -> None:
    rasa.behaviour = behaviour
    await bot.slack.message("U_NADIA", "she is not breathing properly and her lips are blue")
    answer = await bot.slack.wait_for_message("U_NADIA", "999")
    given = answer_of(await asked(bot, answer))
    assert (given.kind, given.primary, given.urgent) == ("fallback", "emergency_999", True)
    assert answer.words.startswith("*Ring <tel:999|999> now:")
