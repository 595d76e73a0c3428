"""Nothing of an answer is lost: the text for screen readers is complete, and "Show everything" shows the rest."""

import html
import re

from bot.workflows.questions import answer_of
from tests.slack.bot import Bot
from tests.slack.test_asking import QUESTION, asked


def plain(words: str) -> str:
    """The words as they are read: links by what they show, without Slack's escapes."""
    return html.unescape(re.sub(r"<[^|>]+\|([^>]*)>", r"\1", words)).replace("\u2217", "*")


async def test_the_plain_text_of_an_answer_is_complete(bot: Bot) -> None:
    await bot.slack.message("U_NADIA", QUESTION)
    message = await bot.slack.wait_for_message("U_NADIA", "999")
    answer, read = answer_of(await asked(bot, message)), html.unescape(message.text).replace("\u2217", "*")
    assert read == answer.text
    assert len(answer.sections) > 8
    for section in answer.sections:
        assert section.heading in read or section.key in {"danger", "lead", "question"}
        assert all(line.text in read for line in section.lines)


async def test_show_everything_holds_every_part_contact_and_source(bot: Bot) -> None:
    await bot.slack.message("U_NADIA", QUESTION)
    message = await bot.slack.wait_for_message("U_NADIA", "999")
    await bot.slack.press("U_NADIA", message, "question.more")
    shown = await bot.slack.wait_for_view("U_NADIA", "The whole answer")
    answer = answer_of(await asked(bot, message))
    parts = [part for part in answer.sections if part.key not in {"contacts", "question"}]
    everything, first = plain(shown.words), plain(message.words)
    assert len([part for part in parts if not all(line.text in first for line in part.lines)]) > 3
    for part in parts:
        assert part.heading in everything or part.key in {"danger", "lead"}
        assert all(line.text in everything for line in part.lines)
    assert all(contact.name in everything and (contact.phone or "") in everything for contact in answer.contacts)
    assert all(source.document in everything for source in answer.sources)
