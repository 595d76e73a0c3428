"""How fast the bot speaks: Slack's limit for a channel, and what happens when an answer does not come."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.notices import TEAM as TO_TEAM
from bot.partnership.notices import Notice
from bot.slack.sender import SlackSender
from bot.workflows.deliver import Courier
from bot.workflows.letters import Way, letter_for
from bot.workflows.sending import Later, Letter, Receipt
from tests.slack.office import TEAM, Office
from tests.slack.test_delivery import say

pytestmark = pytest.mark.capability("the chat's pace is kept", "slack")

POST = "chat.postMessage"


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


async def test_two_workers_send_each_notice_once(office: Office) -> None:
    await say(office, TO_TEAM, "one", "two", "three")
    other = Courier(office.bot.desk, office.bot.channels.senders, office.bot.channels.team, "another")
    for _ in range(6):
        await asyncio.gather(office.courier.step(), other.step())
        office.bot.clock.set(office.bot.clock() + timedelta(seconds=1))
    assert [one.text.splitlines()[-1] for one in await office.slack.replies(TEAM)] == ["one", "two", "three"]
