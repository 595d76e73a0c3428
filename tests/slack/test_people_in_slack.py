"""Who is who in Slack: nobody must be known to ask, an e-mail address in the people file is enough to be recognised."""

from dataclasses import replace

import pytest

from bot.partnership.people import Person
from bot.store import people
from tests.fake_slack import SeenMessage
from tests.slack.bot import ASHA, BEN, NADIA, Bot
from tests.slack.test_asking import QUESTION

FORM = {
    "kind": "concern",
    "area": "thurrock",
    "agency": "School or college",
    "other_agency": "Police",
    "danger_now": "no",
    "disputed": "The meeting was moved twice.",
    "tried": "Two calls.",
    "wanted": "A date.",
}
ASHA_BY_MAIL = replace(ASHA, slack_id=None, email="Asha@LSCP.example")


async def known(bot: Bot, *everyone: Person) -> None:
    """From now on these are the people file."""
    await bot.desk.store.run(people.replace_all, everyone)


async def slack_id(bot: Bot, person: Person) -> str | None:
    """The Slack account that is known to be this person's."""
    found = await bot.desk.store.run(people.by_address, f"person:{person.id}")
    assert found is not None
    return found.slack_id


async def a_card(bot: Bot, user: str = "U_TOM") -> SeenMessage:
    """The team's card of a concern that this person raised."""
    await bot.slack.command(user, "/escalate")
    await bot.slack.submit(user, await bot.slack.wait_for_view(user), FORM)
    await bot.slack.wait_for_message(user, "E-2026-0001")
    return await bot.slack.wait_for_message("G_BUSINESS", "E-2026-0001")


@pytest.mark.parametrize("user", ["U_GREG", "U_STRANGER", "U_TOM"], ids=["guest", "other organisation", "unknown"])
async def test_guests_other_organisations_and_unknown_people_can_ask_and_raise(bot: Bot, user: str) -> None:
    await bot.slack.message(user, QUESTION)
    await bot.slack.wait_for_message(user, "LADO")
    card = await a_card(bot, user)
    assert "a practitioner who is not in the people file" in card.words
    await bot.slack.press("U_BEN", card, "escalation.acknowledge")
    await bot.slack.wait_for_message(user, "E-2026-0001: acknowledged")


async def test_somebody_known_by_e_mail_is_recognised_at_the_first_contact_and_has_their_rights(bot: Bot) -> None:
    await known(bot, BEN, ASHA_BY_MAIL)
    card = await a_card(bot)
    await bot.slack.press("U_ASHA", card, "escalation.acknowledge")
    changed = await bot.slack.wait_for_message("G_BUSINESS", "Acknowledged by")
    assert "Asha Rahman" in changed.words
    assert await slack_id(bot, ASHA) == "U_ASHA"


async def test_without_the_role_in_the_people_file_the_same_button_is_refused(bot: Bot) -> None:
    card = await a_card(bot)
    await bot.slack.press("U_NADIA", card, "escalation.acknowledge")
    await bot.slack.wait_for_view("U_NADIA", "There is no escalation E-2026-0001 that you can see.")
    assert await slack_id(bot, NADIA) == "U_NADIA"
    (now,) = await bot.slack.replies("G_BUSINESS")
    assert "Open, not acknowledged yet" in now.words


async def test_somebody_who_asked_before_they_were_in_the_people_file_is_recognised_afterwards(bot: Bot) -> None:
    await known(bot, BEN)
    await bot.slack.message("U_ASHA", QUESTION)
    await bot.slack.wait_for_message("U_ASHA", "LADO")
    card = await a_card(bot)
    await known(bot, BEN, ASHA_BY_MAIL)
    await bot.slack.press("U_ASHA", card, "escalation.acknowledge")
    await bot.slack.wait_for_message("G_BUSINESS", "Acknowledged by")
    asked_of_slack = [call["arguments"]["user"] for call in await bot.slack.calls("users.info")]
    assert sorted(asked_of_slack) == ["U_ASHA", "U_TOM"]


async def test_an_account_that_the_people_file_gives_to_somebody_is_not_taken_by_another(bot: Bot) -> None:
    await known(bot, BEN, replace(ASHA, email="nadia@health.example"))
    await bot.slack.message("U_NADIA", QUESTION)
    await bot.slack.wait_for_message("U_NADIA", "LADO")
    assert await slack_id(bot, ASHA) == "U_ASHA"


@pytest.mark.parametrize("fault", ["slow", "500", "429", "drop", "html", "error:user_not_found"])
async def test_when_slack_does_not_say_who_it_is_the_answer_comes_all_the_same(bot: Bot, fault: str) -> None:
    await bot.slack.fault(fault, "users.info", times=9)
    await bot.slack.message("U_NADIA", QUESTION)
    await bot.slack.wait_for_message("U_NADIA", "LADO", seconds=3)
    assert await slack_id(bot, NADIA) is None
    await bot.slack.no_faults()
    await bot.slack.message("U_NADIA", "and do I need consent?")
    await bot.slack.wait_for_message("U_NADIA", "999", count=2)
    assert await slack_id(bot, NADIA) == "U_NADIA"
