"""Raising an escalation in Slack and what the business team does with it."""

from tests.slack.bot import Bot

FORM = {
    "kind": "disagreement",
    "area": "thurrock",
    "agency": "School or college",
    "other_agency": "Children's social care",
    "stage": "2",
    "danger_now": "no",
    "disputed": "The referral was closed without a visit.",
    "tried": "Two calls and a letter to the team manager.",
    "wanted": "An assessment.",
    "case_reference": "SCH-118",
}


async def test_a_sent_form_gets_a_reference_number_and_the_team_gets_a_card(bot: Bot) -> None:
    await bot.slack.command("U_TOM", "/escalate")
    await bot.slack.wait_for_view("U_TOM")
    sent = await bot.slack.submit("U_TOM", None, FORM)
    assert sent.ok
    receipt = await bot.slack.wait_for_view("U_TOM", "E-2026-0001")
    assert "business team" in receipt.words
    card = await bot.slack.wait_for_message("G_BUSINESS", "E-2026-0001")
    assert "The referral was closed without a visit." in card.words
    await bot.slack.press("U_BEN", card, "escalation.acknowledge")
    await bot.slack.wait_for_message("U_TOM", "acknowledged", seconds=5)
    changed = await bot.slack.wait_for_message("G_BUSINESS", "Acknowledged by", seconds=5)
    assert changed.ts == card.ts
