"""What the asker says of an answer: right or not and why, and a question that the business team shall see."""

import pytest

from bot.workflows.due import clean
from tests.fake_slack import SeenMessage
from tests.slack.bot import MONDAY_10, Bot
from tests.slack.test_asking import asked

QUESTION = "Kayleigh Osgood says her teaching assistant hit her"


@pytest.fixture
async def answer(bot: Bot) -> SeenMessage:
    """An answer that Nadia has."""
    await bot.slack.message("U_NADIA", QUESTION)
    return await bot.slack.wait_for_message("U_NADIA", "Was this right?")


async def test_yes_it_was_right_is_kept_with_thanks(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.right")
    await bot.slack.wait_for_view("U_NADIA", "Thank you")
    assert (await asked(bot, answer)).verdict == "right"


async def test_no_asks_for_a_reason_and_keeps_the_words_without_names(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.wrong")
    form = await bot.slack.wait_for_view("U_NADIA", "What was wrong?")
    given = {"reason": "wrong_contact", "words": "Mrs Philippa Snodgrass at that number has left"}
    await bot.slack.submit("U_NADIA", form, given)
    await bot.slack.wait_for_view("U_NADIA", "Thank you")
    kept = await asked(bot, answer)
    assert kept.verdict == "wrong_contact"
    assert "Snodgrass" not in kept.verdict_words and kept.verdict_words.endswith("at that number has left")


async def test_a_reason_must_be_given_but_words_need_not(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.wrong")
    form = await bot.slack.wait_for_view("U_NADIA", "What was wrong?")
    assert (await bot.slack.submit("U_NADIA", form)).held_back
    await bot.slack.submit("U_NADIA", form, {"reason": "not_clear"})
    await bot.slack.wait_for_view("U_NADIA", "Thank you")
    kept = await asked(bot, answer)
    assert (kept.verdict, kept.verdict_words) == ("not_clear", "")


async def test_the_last_word_about_an_answer_counts(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.wrong")
    await bot.slack.submit("U_NADIA", None, {"reason": "other", "words": "no idea"})
    await bot.slack.press("U_NADIA", answer, "question.right")
    kept = await asked(bot, answer)
    assert (kept.verdict, kept.verdict_words) == ("right", "")


async def test_telling_the_business_team_shows_first_what_it_will_read(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.tell_team")
    form = await bot.slack.wait_for_view("U_NADIA", "It does not get your name.")
    assert (await asked(bot, answer)).masked in form.words.replace("&lt;", "<").replace("&gt;", ">")
    assert "Osgood" not in form.words and "not a duty line" in form.words
    assert not await bot.slack.replies("G_BUSINESS")


async def test_the_business_team_gets_the_masked_question_once(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.tell_team")
    await bot.slack.submit("U_NADIA")
    thanks = await bot.slack.wait_for_view("U_NADIA", "The business team has your question")
    assert "ring" in thanks.words
    told = await bot.slack.wait_for_message("G_BUSINESS", "teaching assistant hit her")
    assert not [word for word in ("Osgood", "Kayleigh", "Nadia", "U_NADIA") if word in f"{told.raw}"]
    await bot.slack.close("U_NADIA", everything=True)
    await bot.slack.press("U_NADIA", answer, "question.tell_team")
    await bot.slack.submit("U_NADIA")
    await bot.slack.wait_for_view("U_NADIA", "The business team has this question already.")
    assert len(await bot.slack.replies("G_BUSINESS")) == 1


async def test_the_reason_goes_to_the_business_team_with_the_question(bot: Bot, answer: SeenMessage) -> None:
    await bot.slack.press("U_NADIA", answer, "question.wrong")
    await bot.slack.submit("U_NADIA", None, {"reason": "wrong_route"})
    await bot.slack.press("U_NADIA", answer, "question.tell_team")
    await bot.slack.submit("U_NADIA")
    told = await bot.slack.wait_for_message("G_BUSINESS", "teaching assistant hit her")
    assert "Wrong route" in told.words


async def test_an_answer_that_is_no_longer_kept_says_so_when_a_button_is_pressed(bot: Bot, answer: SeenMessage) -> None:
    later = MONDAY_10.replace(year=MONDAY_10.year + 1)
    await bot.at(later)
    await bot.desk.store.run(clean, bot.desk.rules, later)
    await bot.slack.press("U_NADIA", answer, "question.more")
    await bot.slack.wait_for_view("U_NADIA", "This answer is no longer kept. Ask again")
