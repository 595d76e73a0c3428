"""What Slack sends twice, late or for nothing, what must never be kept, and a question that cannot be answered yet."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import inbox
from tests.assistant.fake_rasa import FakeRasa
from tests.slack.bot import MONDAY_10, Bot
from tests.slack.test_asking import QUESTION

NAMES = ("Kayleigh", "Osgood", "07700 900123", "943 476 5919")
PERSONAL = "Kayleigh Osgood (NHS 943 476 5919, mum on 07700 900123) was hit by her teaching assistant"


@pytest.fixture
def full_disk(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the bot's database, which takes no question until its trigger `full` is dropped."""
    with sqlite3.connect(database, autocommit=True) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON asked BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
        yield other
    other.close()


async def received(bot: Bot) -> int:
    """How many deliveries were kept."""
    return sum((await bot.desk.store.run(inbox.counts)).values())


async def answers_after(bot: Bot, question: str = "where do I send an early help form?") -> int:
    """How many answers Nadia has once one more question, asked now, is answered too."""
    before = len(await bot.slack.replies("U_NADIA"))
    await bot.slack.message("U_NADIA", question)
    await bot.slack.wait_for_message("U_NADIA", "999", count=before + 1)
    return len(await bot.slack.replies("U_NADIA"))


async def test_an_event_that_slack_sends_again_is_answered_once(bot: Bot, rasa: FakeRasa) -> None:
    sent = await bot.slack.message("U_NADIA", QUESTION)
    assert (await bot.slack.again(sent)).ok
    await bot.slack.wait_for_message("U_NADIA", "999")
    assert (await bot.slack.again(sent)).ok
    assert await received(bot) == 1
    assert await answers_after(bot) == 2
    assert [one["message"] for one in rasa.received].count(QUESTION) == 2  # the second time as what came before


async def test_a_message_that_comes_late_under_a_new_event_id_is_answered_once(bot: Bot) -> None:
    sent = await bot.slack.message("U_NADIA", QUESTION)
    await bot.slack.wait_for_message("U_NADIA", "999")
    await bot.at(MONDAY_10 + timedelta(hours=20))
    assert (await bot.slack.send(sent.kind, {**sent.payload, "event_id": "Ev_ANOTHER"})).ok
    assert await received(bot) == 1
    assert await answers_after(bot) == 2


async def test_edits_other_bots_and_the_bots_own_words_are_no_questions(bot: Bot) -> None:
    await bot.slack.message("U_NADIA", QUESTION)
    await bot.slack.wait_for_message("U_NADIA", "999")
    await bot.slack.wait_for(deliveries=2)  # the answer comes back to the bot as an event
    (written, *_) = await bot.slack.messages("U_NADIA")
    assert (await bot.slack.edit("U_NADIA", written, "allegation against a coach")).ok
    assert (await bot.slack.message("U_NADIA", QUESTION, more={"subtype": "bot_message", "bot_id": "B_OTHER"})).ok
    assert (await bot.slack.message("U_NADIA", QUESTION, more={"subtype": "message_deleted"})).ok
    assert await received(bot) == 1
    assert await answers_after(bot) == 2


async def test_a_message_with_a_file_is_a_question(bot: Bot) -> None:
    await bot.slack.message("U_NADIA", QUESTION, more={"subtype": "file_share", "files": [{"id": "F1"}]})
    await bot.slack.wait_for_message("U_NADIA", "LADO")


async def test_personal_data_reaches_neither_the_database_nor_rasa_nor_the_log_nor_the_answer(
    bot: Bot, rasa: FakeRasa, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await bot.slack.message("U_NADIA", PERSONAL)
    await bot.slack.mention("U_TOM", "C_GENERAL", PERSONAL)
    await bot.slack.command("U_GREG", "/refer", PERSONAL)
    await bot.slack.shortcut("U_ASHA", "refer_message", PERSONAL)
    answers = [
        await bot.slack.wait_for_message(place, "LADO") for place in ("U_NADIA", "C_GENERAL", "U_GREG", "U_ASHA")
    ]
    await bot.slack.press("U_NADIA", answers[0], "question.wrong")
    await bot.slack.submit("U_NADIA", None, {"reason": "other", "words": PERSONAL})
    files = {path.name: path.read_bytes().decode("utf-8", "replace") for path in database.parent.glob("signpost.db*")}
    assert len(files) >= 2 and "teaching assistant" in "".join(files.values())
    assert len(rasa.received) == 4
    places = {**files, "rasa": json.dumps(rasa.received), "log": caplog.text}
    places |= {f"answer {number}": str(answer.raw) for number, answer in enumerate(answers)}
    assert [(name, where) for where, found in places.items() for name in NAMES if name in found] == []


async def test_when_a_question_cannot_be_answered_the_person_hears_at_once_and_it_is_tried_again(
    bot: Bot, full_disk: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    await bot.slack.message("U_NADIA", QUESTION)
    told = await bot.slack.wait_for_message("U_NADIA", "I could not answer that yet")
    front_door = bot.desk.knowledge.contacts[bot.desk.knowledge.settings.front_door[bot.desk.home_area]]
    assert front_door.phone and front_door.phone in told.text
    assert "ring 999" in told.text
    assert "IntegrityError" in caplog.text and "teaching assistant" not in caplog.text
    full_disk.execute("DROP TRIGGER full")
    await bot.at(MONDAY_10 + timedelta(minutes=1))
    bot.desk.arrived.set()
    answer = await bot.slack.wait_for_message("U_NADIA", "LADO", after=told)
    assert [one.ts for one in await bot.slack.replies("U_NADIA")] == [told.ts, answer.ts]
