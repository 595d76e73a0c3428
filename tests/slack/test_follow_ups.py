"""What follows an answer: the clarifying buttons, and a message that belongs to the one before."""

import asyncio
from datetime import timedelta
from itertools import groupby
from typing import Any

from aiohttp import web

from tests.assistant.fake_rasa import FakeRasa, silent
from tests.fake_slack import Delivery, SeenMessage
from tests.slack.bot import MONDAY_10, Bot
from tests.slack.test_asking import QUESTION, asked

CONSENT = "and do I need consent?"
OTHER = "where do I send an early help form?"


def conversations(rasa: FakeRasa) -> list[list[str]]:
    """What Rasa was sent, each conversation by itself: for every question those before it, and then the question."""
    sent: list[tuple[str, str]] = [(one["sender"], one["message"]) for one in rasa.received]
    return [[words for _, words in group] for _, group in groupby(sent, key=lambda one: one[0])]


def ts(sent: Delivery) -> str:
    """The id of a message that somebody wrote."""
    event: dict[str, Any] = sent.payload["event"]
    return str(event["ts"])


async def answered(bot: Bot, place: str, sent: Delivery, count: int = 1) -> SeenMessage:
    """The answer to what was just asked."""
    assert sent.ok, sent.failure
    return await bot.slack.wait_for_message(place, "999", count=count)


async def test_a_clarifying_button_leads_to_a_new_answer_that_knows_the_question(bot: Bot, rasa: FakeRasa) -> None:
    first = await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    await bot.slack.press("U_NADIA", first, "question.option:0")
    await bot.slack.wait_for_message("U_NADIA", "999", after=first)
    assert conversations(rasa) == [[QUESTION], [QUESTION, "Yes, now"]]


async def test_a_button_pressed_hours_later_still_belongs_to_its_own_question(bot: Bot, rasa: FakeRasa) -> None:
    first = await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    await bot.at(MONDAY_10 + timedelta(hours=3))
    second = await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", OTHER), count=2)
    await bot.slack.press("U_NADIA", first, "question.option:2")
    await bot.slack.wait_for_message("U_NADIA", "999", after=second)
    assert conversations(rasa)[-1] == [QUESTION, "No, the child is safe"]


async def test_a_button_under_a_private_answer_is_answered_privately_at_its_new_reply_address(bot: Bot) -> None:
    await bot.slack.settings(response_url_uses=1)
    await bot.slack.command("U_TOM", "/refer", QUESTION, channel="C_PRACTICE")
    first = await bot.slack.wait_for_message("C_PRACTICE", "LADO", user="U_TOM")
    await bot.slack.press("U_TOM", first, "question.option:0")
    second = await bot.slack.wait_for_message("C_PRACTICE", "LADO", user="U_TOM", after=first)
    assert second.ephemeral_to == "U_TOM"


async def test_a_button_under_an_answer_in_a_thread_is_answered_in_that_thread(bot: Bot, rasa: FakeRasa) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", QUESTION, thread="1.000001")
    first = await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM")
    await bot.slack.press("U_TOM", first, "question.option:0")
    second = await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM", after=first)
    assert (second.thread_ts, second.ephemeral_to) == ("1.000001", "U_TOM")
    assert conversations(rasa)[-1] == [QUESTION, "Yes, now"]


async def test_a_message_that_follows_soon_is_asked_with_the_one_before(bot: Bot, rasa: FakeRasa) -> None:
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    await bot.at(MONDAY_10 + timedelta(minutes=29))
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", CONSENT), count=2)
    assert conversations(rasa)[-1] == [QUESTION, CONSENT]


async def test_a_message_after_half_an_hour_is_a_new_matter(bot: Bot, rasa: FakeRasa) -> None:
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    await bot.at(MONDAY_10 + timedelta(minutes=31))
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", CONSENT), count=2)
    assert conversations(rasa)[-1] == [CONSENT]


async def test_two_messages_written_at_once_are_answered_one_after_the_other(bot: Bot, rasa: FakeRasa) -> None:
    both_sent = asyncio.Event()

    async def held() -> web.StreamResponse:
        await both_sent.wait()
        rasa.behaviour = None
        return await silent()

    rasa.behaviour = held
    await bot.slack.message("U_NADIA", "A baby has a bruise")
    await bot.slack.message("U_NADIA", "he is 4 months old")
    both_sent.set()
    await bot.slack.wait_for_message("U_NADIA", "999", count=2)
    assert conversations(rasa) == [["A baby has a bruise"], ["A baby has a bruise", "he is 4 months old"]]


async def test_other_people_and_other_places_have_conversations_of_their_own(bot: Bot, rasa: FakeRasa) -> None:
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    await answered(bot, "U_TOM", await bot.slack.message("U_TOM", CONSENT))
    await answered(bot, "C_GENERAL", await bot.slack.mention("U_NADIA", "C_GENERAL", OTHER))
    assert conversations(rasa) == [[QUESTION], [CONSENT], [OTHER]]


async def test_a_thread_keeps_its_own_conversation_for_hours(bot: Bot, rasa: FakeRasa) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", QUESTION, thread="1.000001")
    await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM")
    await bot.slack.mention("U_TOM", "C_GENERAL", OTHER, thread="2.000002")
    await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM", count=2)
    await bot.at(MONDAY_10 + timedelta(hours=5))
    await bot.slack.mention("U_TOM", "C_GENERAL", CONSENT, thread="1.000001")
    await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM", count=3)
    assert conversations(rasa)[-1] == [QUESTION, CONSENT]


async def test_a_thread_below_ones_own_question_knows_the_question(bot: Bot, rasa: FakeRasa) -> None:
    question = await bot.slack.message("U_NADIA", QUESTION)
    await answered(bot, "U_NADIA", question)
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", OTHER), count=2)
    await bot.at(MONDAY_10 + timedelta(hours=2))
    await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", CONSENT, thread=ts(question)), count=3)
    assert conversations(rasa)[-1] == [QUESTION, CONSENT]


async def test_a_button_under_somebody_elses_answer_is_refused_with_a_sentence(bot: Bot, rasa: FakeRasa) -> None:
    answer = await answered(bot, "U_NADIA", await bot.slack.message("U_NADIA", QUESTION))
    for action in ("question.option:0", "question.more", "question.right", "question.wrong", "question.tell_team"):
        assert (await bot.slack.press("U_TOM", answer, action)).ok
        await bot.slack.wait_for_view("U_TOM", "Only the person who asked can do this.")
        await bot.slack.close("U_TOM", everything=True)
    assert conversations(rasa) == [[QUESTION]]
    assert (await asked(bot, answer)).verdict is None
