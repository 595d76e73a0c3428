"""The way out to Slack when it fails: nothing is lost, and nothing comes twice without need."""

from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.notices import TEAM as TO_TEAM
from bot.partnership.notices import Notice
from bot.store import outbox
from tests.partnership.samples import clock
from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import FORM, REF, TEAM, Office

pytestmark = pytest.mark.capability("nothing is lost when the chat fails", "slack")

POST, UPDATE = "chat.postMessage", "chat.update"
PASSING = ["429", "500", "502", "503", "html", "drop", "error:internal_error", "error:fatal_error"]


async def say(office: Office, to: str, *texts: str) -> None:
    """Plain words for somebody, one notice for each."""
    notices = [Notice(f"plain:{to}:{text}", "plain", to, text, data={"title": "News", "text": text}) for text in texts]
    await office.store.run(outbox.add, notices, office.bot.clock())


@pytest.mark.parametrize("fault", PASSING)
async def test_a_fault_that_passes_delays_the_card_and_the_receipt_and_loses_neither(
    office: Office, fault: str
) -> None:
    await office.slack.fault(fault, POST, times=4)
    await office.raise_one()
    assert len(await office.cards()) == 1
    assert len(await office.told("U_TOM")) == 1
    assert await office.waiting() == []


@pytest.mark.parametrize("fault", ["429", "503", "html", "drop"])
async def test_a_fault_while_the_card_is_changed_leaves_one_card(office: Office, fault: str) -> None:
    card = await office.raise_one()
    await office.slack.fault(fault, UPDATE, times=2)
    await office.press("U_BEN", card, "acknowledge")
    assert "Acknowledged by" in (await office.card()).words


async def test_429_holds_the_whole_channel_for_as_long_as_slack_says_and_no_other(office: Office) -> None:
    await say(office, TO_TEAM, "one", "two")
    await say(office, "slack:U_TOM", "other")
    await office.slack.fault("429", POST, channel=TEAM, retry_after=40)
    started = office.bot.clock()
    await office.send(within=timedelta(seconds=39))
    assert await office.slack.replies(TEAM) == []
    assert len(await office.told("U_TOM")) == 1
    calls = [one["outcome"] for one in await office.slack.calls(POST) if one["arguments"]["channel"] == TEAM]
    assert calls == ["fault:429"]
    await office.send()
    assert office.bot.clock() - started >= timedelta(seconds=40)
    assert [one.text.splitlines()[-1] for one in await office.slack.replies(TEAM)] == ["one", "two"]


async def test_a_call_that_was_carried_out_but_never_answered_is_repeated_rather_than_lost(office: Office) -> None:
    await say(office, TO_TEAM, "once")
    await office.slack.fault("drop_after", POST)
    await office.send()
    assert 1 <= len(await office.slack.replies(TEAM)) <= 2
    assert await office.waiting() == []


async def test_a_change_of_the_card_that_was_never_answered_is_repeated_on_the_same_card(office: Office) -> None:
    card = await office.raise_one()
    await office.slack.fault("drop_after", UPDATE)
    await office.press("U_BEN", card, "acknowledge")
    assert (await office.card()).ts == card.ts
    assert await office.waiting() == []


async def said_in(office: Office) -> list[str]:
    """What stands in the team's channel, in plain words."""
    return [one.text for one in await office.slack.replies(TEAM)]


async def test_a_deleted_card_is_posted_anew_and_changed_there_from_then_on(office: Office) -> None:
    card = await office.raise_one()
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-fake", office.slack.api_url, session=session)
        client.proxy = None
        await client.chat_delete(channel=card.channel, ts=card.ts)
    await pressed_elsewhere(office, "U_BEN", "escalation.acknowledge", REF)
    anew = await office.card()
    assert anew.ts != card.ts
    assert "Acknowledged by" in anew.words
    await office.do("U_BEN", anew, "note", text="I ring them today.")
    assert (await office.card()).ts == anew.ts


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long"])
async def test_what_slack_will_not_draw_arrives_in_words(office: Office, code: str) -> None:
    await office.slack.fault(f"error:{code}", POST, channel=TEAM)
    card = await office.raise_one()
    assert card.blocks == []
    assert str(FORM["disputed"]) in card.text
    await office.slack.fault(f"error:{code}", UPDATE)
    await pressed_elsewhere(office, "U_BEN", "escalation.acknowledge", REF)
    now = await office.card()
    assert (now.ts, now.blocks) == (card.ts, [])
    assert "Acknowledged by" in now.text
    await sent_elsewhere(office, "U_BEN", "escalation.note", f'{{"ref": "{REF}"}}', text="I ring them today.")
    assert "escalation.resolve" in (await office.card()).actions  # the next change is drawn again


async def test_the_longest_words_fit_on_a_card_that_is_changed(office: Office) -> None:
    long = "The referral was closed without a visit. " * 36
    card = await office.raise_one(disputed=long, tried=long, wanted=long)
    for number in range(3):
        await office.do("U_BEN", await office.card(), "note", text=f"{number}. " + "I ring them again. " * 52)
    await office.press("U_BEN", await office.card(), "acknowledge")
    now = await office.card()
    assert now.ts == card.ts
    assert "Acknowledged by" in now.words
    assert await office.waiting() == []


async def test_a_late_reminder_says_how_it_stands_now(office: Office) -> None:
    card = await office.raise_one()
    await office.bot.at(clock(2026, 11, 25, 15))  # the warning waits, as if Slack were down
    await office.do("U_BEN", card, "resolve", outcome="agreed", reason="Both signed the plan.")
    said = "\n".join(await said_in(office))
    assert f"{REF}: closed" in said
    assert "the limit passes soon" not in said
    assert "nobody has acknowledged it" not in "\n".join(await office.told("U_BEN"))


async def test_a_notice_that_cannot_be_written_holds_up_nobody(office: Office) -> None:
    broken = Notice("bad", "a kind of a later version", TO_TEAM, REF)
    await office.fill_in()
    await office.store.run(outbox.add, [replace(broken, urgent=True)], office.bot.clock())
    await office.send(within=timedelta(seconds=20))
    assert len(await office.cards()) == 1
    (kept,) = await office.waiting()
    assert (kept.kind, kept.error) == ("a kind of a later version", "ValueError")
