"""Asking in Slack: wherever it is asked, the answer comes, to the asker only, with the danger line, once."""

from tests.slack.bot import Bot


async def test_a_direct_message_is_answered_with_the_route_and_the_danger_line(bot: Bot) -> None:
    sent = await bot.slack.message("U_NADIA", "An 8-year-old has a belt mark, who do I ring?")
    assert sent.ok
    answer = await bot.slack.wait_for_message("U_NADIA", "999")
    assert "MASH" in answer.words
    assert not [one for one in answer.notifies if one.startswith(("<@", "<!"))]


async def test_a_mention_in_a_channel_is_answered_to_the_asker_alone(bot: Bot) -> None:
    await bot.slack.mention("U_TOM", "C_GENERAL", "<@U_BOT> allegation against a teaching assistant")
    answer = await bot.slack.wait_for_message("C_GENERAL", "999", user="U_TOM")
    assert answer.ephemeral_to == "U_TOM"
