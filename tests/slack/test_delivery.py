"""The way out to Slack when it fails: nothing is lost, nothing comes twice without need, and another way is found."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.masking import Masker
from bot.partnership.notices import TEAM as TO_TEAM
from bot.partnership.notices import Notice
from bot.slack.sender import SlackSender
from bot.store import outbox
from bot.store.database import Store
from bot.workflows.deliver import Courier
from bot.workflows.letters import Way, letter_for
from bot.workflows.sending import Later, Letter, Receipt
from knowledge.knowledge import Knowledge
from tests.fake_slack import FakeSlack
from tests.partnership.samples import clock
from tests.slack.office import FORM, MAILBOX, REF, TEAM, Office, open_office

POST, UPDATE = "chat.postMessage", "chat.update"
PASSING = ["429", "500", "502", "503", "html", "drop", "error:internal_error", "error:fatal_error"]


@pytest.fixture
async def without_mail(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> AsyncIterator[Office]:
    """An office that has no mail server."""
    async with open_office(slack, sqlite_store, masker, knowledge, mail_host="") as opened:
        yield opened


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


async def a_letter(office: Office) -> Letter:
    """A letter to the team."""
    notice = Notice("plain:late", "plain", TO_TEAM, "late", data={"title": "News", "text": "late"})
    way, desk = Way("slack", TEAM), office.bot.desk
    return await office.store.run(lambda tx: letter_for(tx, notice, way, desk, desk.clock()))


async def test_an_answer_that_comes_too_late_counts_as_none(office: Office) -> None:
    await office.slack.fault("slow", POST, seconds=0.5)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.1)) as session:
        client = AsyncWebClient("xoxb-fake", office.slack.api_url, session=session)
        client.proxy = None
        with pytest.raises(Later):
            await SlackSender(client).send(await a_letter(office))


class Hanging:
    """A way out that never comes to an end the first time."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    async def send(self, letter: Letter) -> Receipt:
        self.tried.append(letter.notice.key)
        if len(self.tried) == 1:
            await asyncio.Event().wait()
        return Receipt("C1", "1.1")


async def test_a_way_that_hangs_is_given_up_after_its_time_and_tried_again(office: Office) -> None:
    hanging = Hanging()
    office.courier = Courier(office.bot.desk, {"slack": hanging}, {"slack": TEAM}, "test", send_seconds=0.05)
    await say(office, TO_TEAM, "late")
    await office.send()
    assert hanging.tried == ["plain:team:late"] * 2
    assert await office.waiting() == []


async def test_ten_notices_to_one_channel_under_the_strict_limit_come_in_their_order_and_once(office: Office) -> None:
    await office.slack.settings(rate_seconds=0.03, rate_burst=1)
    texts = [f"number {number}" for number in range(10)]
    await say(office, TO_TEAM, *texts)
    await office.send(within=timedelta(minutes=10))
    assert [one.text.splitlines()[-1] for one in await office.slack.replies(TEAM)] == texts


async def test_ten_notices_are_sent_a_second_apart_so_that_the_strict_limit_is_never_met(office: Office) -> None:
    await say(office, TO_TEAM, *(f"number {number}" for number in range(10)))
    started = office.bot.clock()
    await office.send()
    assert timedelta(seconds=9) <= office.bot.clock() - started < timedelta(seconds=12)
    assert {one["outcome"] for one in await office.slack.calls(POST)} == {"ok"}


async def test_removed_from_its_channel_the_bot_tells_the_team_by_mail(office: Office) -> None:
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    (mail,) = office.mail.arrived
    assert mail["To"] == MAILBOX
    assert REF in mail["Subject"]
    assert len(await office.told("U_TOM")) == 1
    assert await office.waiting() == []


async def test_without_a_mailbox_of_the_team_its_members_get_the_mail(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> None:
    async with open_office(slack, sqlite_store, masker, knowledge, business_team_email="") as office:
        await slack.kick(TEAM)
        await office.fill_in()
        await office.send()
        assert office.mail.to == [["ben@lscp.example", "asha@lscp.example"]]


async def test_back_in_its_channel_the_bot_posts_the_next_card_there(office: Office) -> None:
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    await office.slack.administer(invite=TEAM)
    await office.raise_one(disputed="Another matter.")
    assert len(await office.cards()) == 1


async def test_without_mail_what_a_removed_bot_has_to_say_is_kept_and_can_be_sent_again(without_mail: Office) -> None:
    office = without_mail
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    (kept,) = await office.waiting()
    assert (kept.kind, kept.state, kept.error) == ("card", "failed", "slack: channel_not_found")
    await office.slack.administer(invite=TEAM)
    assert await office.store.run(outbox.resend, kept.id, office.bot.clock())
    await office.send()
    assert len(await office.cards()) == 1


async def test_somebody_who_left_slack_is_told_by_mail(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.administer(deactivate="U_NADIA")
    await office.press("U_BEN", card, "acknowledge")
    assert office.mail.to == [["nadia@health.example"]]
    assert "could not be delivered" not in "".join(await office.thread())


async def test_when_no_way_to_somebody_is_left_the_team_hears_whom_to_ring(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.administer(deactivate="U_NADIA")
    office.mail.refused["nadia@health.example"] = "550 no such mailbox"
    await office.press("U_BEN", card, "acknowledge")
    (said,) = await office.thread()
    assert said.startswith(f"{REF}: a message could not be delivered")
    assert "Nadia Shaw (Health) did not get news for the person who raised it. Ring them" in said
    (kept,) = await office.waiting()
    assert (kept.kind, kept.state) == ("told", "failed")
    assert str(kept.error).startswith("email: ")


async def test_a_way_that_fails_again_and_again_gives_place_to_the_next(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.fault("503", POST, channel="U_NADIA", times=99)
    await office.press("U_BEN", card, "acknowledge")
    await office.send(within=timedelta(minutes=2))
    assert office.mail.to == [["nadia@health.example"]]
    assert len(await office.told("U_NADIA")) == 1  # the receipt of before


async def test_without_another_way_it_is_tried_until_slack_is_back(without_mail: Office) -> None:
    office = without_mail
    await office.slack.fault("503", POST, channel=TEAM, times=12)
    await office.fill_in()
    await office.send(within=timedelta(hours=2))
    assert len(await office.cards()) == 1


async def test_the_mail_to_the_team_falls_back_to_its_channel(without_mail: Office) -> None:
    office = without_mail
    await office.fill_in()
    await office.at(office.bot.clock() + timedelta(minutes=241))
    assert f"{REF}: nobody has acknowledged it" in [one.splitlines()[0] for one in await said_in(office)]


async def said_in(office: Office) -> list[str]:
    """What stands in the team's channel, in plain words."""
    return [one.text for one in await office.slack.replies(TEAM)]


async def test_a_deleted_card_is_posted_anew_and_changed_there_from_then_on(office: Office) -> None:
    card = await office.raise_one()
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-fake", office.slack.api_url, session=session)
        client.proxy = None
        await client.chat_delete(channel=card.channel, ts=card.ts)
    await office.pressed_elsewhere("U_BEN", "escalation.acknowledge", REF)
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
    await office.pressed_elsewhere("U_BEN", "escalation.acknowledge", REF)
    now = await office.card()
    assert (now.ts, now.blocks) == (card.ts, [])
    assert "Acknowledged by" in now.text
    await office.sent_elsewhere("U_BEN", "escalation.note", f'{{"ref": "{REF}"}}', text="I ring them today.")
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


async def test_two_workers_send_each_notice_once(office: Office) -> None:
    await say(office, TO_TEAM, "one", "two", "three")
    other = Courier(office.bot.desk, office.bot.channels.senders, office.bot.channels.team, "another")
    for _ in range(6):
        await asyncio.gather(office.courier.step(), other.step())
        office.bot.clock.set(office.bot.clock() + timedelta(seconds=1))
    assert [one.text.splitlines()[-1] for one in await office.slack.replies(TEAM)] == ["one", "two", "three"]
