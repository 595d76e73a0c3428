"""The follow-up of a referral: asked for in working time, a few times, then no more."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from bot.store import people, referrals
from bot.wording.referral import chase_text
from tests.fake_slack import SeenMessage
from tests.slack.bot import Bot
from tests.slack.test_noting_a_referral import note

QUESTION_DUE = datetime(2026, 11, 24, 9, tzinfo=UTC)  # the Tuesday: the decision was due until Monday's close
DUE = "Do you know the outcome of your referral?"


def asked(database: Path) -> int:
    """How often the outcome was asked for so far."""
    with sqlite3.connect(database) as other:
        (number,) = other.execute("SELECT count(*) FROM outbox WHERE kind = 'referral_outcome'").fetchone()
    other.close()
    return int(number)


async def question(bot: Bot, count: int = 1) -> SeenMessage:
    """The question for the outcome that Tom gets when it is due, the first or a later one."""
    return await bot.slack.wait_for_message("U_TOM", DUE, count=count)


async def test_nothing_is_asked_before_the_time_for_a_decision_has_passed_in_working_time(
    bot: Bot, database: Path
) -> None:
    await note(bot)
    for moment in ("2026-11-21T12:00", "2026-11-22T23:00", "2026-11-23T16:59", "2026-11-23T20:00", "2026-11-24T08:59"):
        await bot.at(datetime.fromisoformat(moment).replace(tzinfo=UTC))
        assert asked(database) == 0, moment
    await bot.at(QUESTION_DUE)
    shown = await question(bot)
    assert "SCH-118" in shown.words and "999" in shown.words
    assert shown.actions == ["referral.answered", "referral.not_yet", "escalate.open"]


async def test_not_yet_gives_the_text_to_chase_with_and_the_way_to_escalate(bot: Bot) -> None:
    await note(bot)
    await bot.at(QUESTION_DUE)
    await bot.slack.press("U_TOM", await question(bot), "referral.not_yet")
    shown = await bot.slack.wait_for_view("U_TOM", "Ring the front door")
    (referral,) = await bot.desk.store.run(referrals.of, {"slack:U_TOM"})
    assert chase_text(referral, bot.desk.rules) in shown.words
    await bot.slack.press("U_TOM", shown, "escalate.open")
    assert "What is disputed" in (await bot.slack.wait_for_view("U_TOM", "disputed")).words


async def test_an_answered_referral_is_not_asked_about_again(bot: Bot, database: Path) -> None:
    await note(bot)
    await bot.at(QUESTION_DUE)
    await bot.slack.press("U_TOM", await question(bot), "referral.answered")
    await bot.slack.wait_for_view("U_TOM", "Signpost asks no more about this referral")
    await bot.at(datetime(2026, 12, 20, 10, tzinfo=UTC))
    assert asked(database) == 1


async def test_the_outcome_is_asked_for_three_times_and_then_no_more(bot: Bot, database: Path) -> None:
    await note(bot)
    days = [QUESTION_DUE, datetime(2026, 11, 27, 9, tzinfo=UTC), datetime(2026, 12, 2, 9, tzinfo=UTC)]
    for count, day in enumerate(days, 1):
        await bot.at(day.replace(hour=8))
        assert asked(database) == count - 1
        await bot.at(day)
        await bot.slack.press("U_TOM", await question(bot, count), "referral.not_yet")
    await bot.at(datetime(2027, 3, 1, 10, tzinfo=UTC))
    assert asked(database) == 3


async def test_only_whoever_noted_a_referral_can_answer_for_it(bot: Bot) -> None:
    await note(bot)
    await bot.at(QUESTION_DUE)
    shown = await question(bot)
    for action in ("referral.answered", "referral.not_yet"):
        await bot.slack.press("U_BEN", shown, action)
        await bot.slack.wait_for_view("U_BEN", "There is no such referral of yours.")
        await bot.slack.close("U_BEN", everything=True)


async def test_somebody_known_by_e_mail_only_gets_the_question_in_slack(bot: Bot) -> None:
    await note(bot, "U_NADIA")
    assert (await bot.desk.store.run(people.actor, "slack:U_NADIA")).id == "person:nadia"
    await bot.at(QUESTION_DUE)
    await bot.slack.wait_for_message("U_NADIA", DUE)
