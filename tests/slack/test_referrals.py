"""The follow-up of a referral: noted without a child's data, asked for in working time, a few times, then no more."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.store import people, referrals
from bot.wording.referral import chase_text
from bot.wording.urgent import front_door_names
from tests.fake_slack import SeenMessage, SeenView
from tests.slack.bot import Bot
from tests.slack.test_asking import QUESTION

FRIDAY_16 = datetime(2026, 11, 20, 16, tzinfo=UTC)
QUESTION_DUE = datetime(2026, 11, 24, 9, tzinfo=UTC)  # the Tuesday: the decision was due until Monday's close
DUE = "Do you know the outcome of your referral?"


@pytest.fixture
def database(sqlite_url: str) -> Path:
    """The bot's database file."""
    return Path(sqlite_url.removeprefix("sqlite:///"))


async def open_form(bot: Bot, user: str = "U_TOM") -> SeenView:
    """The form, opened by the button under an answer."""
    await bot.slack.message(user, QUESTION)
    answer = await bot.slack.wait_for_message(user, "LADO")
    await bot.slack.press(user, answer, "referral.open")
    return await bot.slack.wait_for_view(user, "Note a referral")


async def note(bot: Bot, user: str = "U_TOM", **typed: str) -> SeenView | None:
    """What the person sees after the form was sent, on the Friday at four."""
    await bot.at(FRIDAY_16)
    form = await open_form(bot, user)
    door = front_door_names(bot.desk.knowledge)[0]
    values = {"front_door": door, "referred_on": "2026-11-20", "reference": "SCH-118", **typed}
    assert (await bot.slack.submit(user, form, values)).ok
    return await bot.slack.view(user)


def asked(database: Path) -> int:
    """How often the outcome was asked for so far."""
    with sqlite3.connect(database) as other:
        (number,) = other.execute("SELECT count(*) FROM outbox WHERE kind = 'referral_outcome'").fetchone()
    other.close()
    return int(number)


async def question(bot: Bot, count: int = 1) -> SeenMessage:
    """The question for the outcome that Tom gets when it is due, the first or a later one."""
    return await bot.slack.wait_for_message("U_TOM", DUE, count=count)


async def test_a_noted_referral_gets_a_receipt_with_the_day_of_the_question(bot: Bot) -> None:
    shown = await note(bot)
    assert shown is not None
    assert "Signpost asks you for the outcome on Tuesday 24 November." in shown.words
    assert "SCH-118" in shown.words and "999" in shown.words


async def test_the_form_starts_with_today(bot: Bot) -> None:
    await bot.at(FRIDAY_16)
    form = await open_form(bot)
    chosen = [state.get("selected_date") for block in form.values.values() for state in block.values()]
    assert "2026-11-20" in chosen


@pytest.mark.parametrize(
    ("day", "sentence"), [("2026-11-21", "lies in the future"), ("2026-08-01", "more than 60 days ago")]
)
async def test_a_date_that_cannot_be_is_refused_beside_its_field_and_the_rest_is_kept(
    bot: Bot, database: Path, day: str, sentence: str
) -> None:
    shown = await note(bot, referred_on=day)
    assert shown is not None and sentence in shown.errors["referred_on"]
    assert shown.values["reference"]["value"]["value"] == "SCH-118"
    door = front_door_names(bot.desk.knowledge)[0]
    assert await bot.desk.store.run(referrals.of, {"slack:U_TOM"}) == []
    await bot.slack.submit("U_TOM", shown, {"referred_on": "2026-11-20"})
    (noted,) = await bot.desk.store.run(referrals.of, {"slack:U_TOM"})
    assert (noted.front_door, noted.referred_on, noted.reference) == (door, date(2026, 11, 20), "SCH-118")


@pytest.mark.parametrize(
    ("reference", "place"),
    [("943 476 5919", "NHS number"), ("Kayleigh Osgood", "Kayleigh Osgood"), ("kosgood@example.org", "e-mail")],
)
async def test_a_reference_that_points_to_a_child_is_not_taken_and_kept_nowhere(
    bot: Bot, database: Path, reference: str, place: str
) -> None:
    shown = await note(bot, reference=reference)
    assert shown is not None
    assert place in shown.words + " ".join(shown.errors.values())
    assert shown.values["reference"]["value"]["value"] == reference
    assert await bot.desk.store.run(referrals.of, {"slack:U_TOM"}) == []
    files = "".join(path.read_bytes().decode("utf-8", "replace") for path in database.parent.glob("signpost.db*"))
    assert reference not in files and "Osgood" not in files


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


async def test_a_form_sent_twice_notes_one_referral(bot: Bot) -> None:
    await note(bot)
    sent = (await bot.slack.deliveries())[-1]
    assert sent.payload["type"] == "view_submission"
    assert (await bot.slack.again(sent)).ok
    assert len(await bot.desk.store.run(referrals.of, {"slack:U_TOM"})) == 1


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
