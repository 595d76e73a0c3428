"""Switching advice off by the command, and what is refused to others however they send it."""

import pytest

from bot.partnership.advice import is_on
from bot.store import advice
from tests.assistant.fake_rasa import FakeRasa
from tests.slack.bot import Bot
from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import Office

pytestmark = pytest.mark.capability("switch advice off and on", "slack")
WHY = "A wrong number is shown."
ONLY_TEAM = "Only the partnership's business team can do this."


async def test_refer_stop_advice_opens_the_form_and_start_advice_ends_it(bot: Bot, rasa: FakeRasa) -> None:
    sent = await bot.slack.command("U_BEN", "/refer", "stop-advice")
    shown = await bot.slack.view("U_BEN")
    assert sent.ok and shown is not None and "Switch advice off" in shown.words
    await bot.slack.submit("U_BEN", None, {"why": WHY})
    told = await bot.slack.wait_for_message("G_BUSINESS", WHY)
    assert "Ben Okoro" in told.words
    await bot.slack.command("U_TOM", "/refer", "allegation against a teaching assistant", channel="C_GENERAL")
    answer = await bot.slack.wait_for_message("C_GENERAL", "Automatic advice is switched off", user="U_TOM")
    assert "999" in answer.words and not rasa.received
    await bot.slack.command("U_ASHA", "/refer", "start-advice")
    await bot.slack.submit("U_ASHA", None, {"why": "Put right."})
    await bot.slack.wait_for_message("G_BUSINESS", "Put right.")
    assert is_on(await bot.desk.store.run(advice.last))


async def test_the_command_is_refused_to_everybody_else_in_a_sentence(bot: Bot, rasa: FakeRasa) -> None:
    for words in ("stop-advice", "Start-Advice"):
        await bot.slack.command("U_GREG", "/refer", words)
        shown = await bot.slack.view("U_GREG")
        assert shown is not None and ONLY_TEAM in shown.words
    assert not rasa.received and await bot.desk.store.run(advice.last) is None


async def test_a_button_or_form_that_somebody_made_up_switches_nothing(office: Office) -> None:
    for user in ("U_TOM", "U_NADIA", "U_GREG"):
        assert ONLY_TEAM in await pressed_elsewhere(office, user, "advice.off", "advice")
        await sent_elsewhere(office, user, "advice.off", "{}", why=WHY)
    assert await office.store.run(advice.last) is None
    await sent_elsewhere(office, "U_BEN", "advice.off", "{}", why=" ")
    assert await office.store.run(advice.last) is None
    await sent_elsewhere(office, "U_BEN", "advice.off", "{}", why=WHY)
    assert not is_on(await office.store.run(advice.last))
