"""Noting a referral in Slack: the day, the front door and an own reference, and nothing of a child."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.store import referrals
from bot.wording.urgent import front_door_names
from tests.fake_slack import SeenView
from tests.slack.bot import Bot
from tests.slack.test_asking import QUESTION

FRIDAY_16 = datetime(2026, 11, 20, 16, tzinfo=UTC)


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


async def test_a_form_sent_twice_notes_one_referral(bot: Bot) -> None:
    await note(bot)
    sent = (await bot.slack.deliveries())[-1]
    assert sent.payload["type"] == "view_submission"
    assert (await bot.slack.again(sent)).ok
    assert len(await bot.desk.store.run(referrals.of, {"slack:U_TOM"})) == 1
