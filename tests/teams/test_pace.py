"""How fast the bot speaks in Teams: a second between the messages of a conversation, and what Teams says of 429."""

import asyncio
from datetime import timedelta

import pytest

from bot.partnership.notices import TEAM as TO_TEAM
from bot.workflows.deliver import Courier
from tests.teams.office import Office
from tests.teams.test_delivery import TOM, news

pytestmark = pytest.mark.capability("the chat's pace is kept", "teams")

TEN = [f"number {number}" for number in range(10)]
BUSINESS = "19:business@thread.tacv2"


async def statuses(office: Office) -> list[int]:
    """What Teams answered to each message to the team."""
    return [one["status"] for one in await office.teams.calls("send") if one["conversation"] == BUSINESS]


async def test_ten_notices_are_sent_a_second_apart(office: Office) -> None:
    await office.say(TO_TEAM, *TEN)
    started = office.bot.clock()
    await office.settle()
    assert timedelta(seconds=9) <= office.bot.clock() - started < timedelta(seconds=12)
    assert await news(office) == TEN


async def test_under_a_strict_limit_ten_notices_come_in_their_order_and_once(office: Office) -> None:
    await office.teams.settings(rate_seconds=0.03)
    await office.say(TO_TEAM, *TEN)
    await office.settle(timedelta(minutes=10))
    assert await news(office) == TEN


@pytest.mark.parametrize("seconds", [40, 700])
async def test_429_holds_one_conversation_for_as_long_as_teams_says_and_no_other(office: Office, seconds: int) -> None:
    await office.say(TO_TEAM, "one", "two", "three")
    await office.say(TOM, "other")
    await office.teams.fault("429", "send", conversation=BUSINESS, retry_after=seconds)
    started = office.bot.clock()
    await office.settle(timedelta(seconds=seconds - 1))
    assert await news(office) == []
    assert await news(office, "tom") == ["other"]
    assert await statuses(office) == [429]
    await office.settle(timedelta(seconds=seconds + 10))
    assert office.bot.clock() - started >= timedelta(seconds=seconds)
    assert await news(office) == ["one", "two", "three"]
    assert await statuses(office) == [429, 201, 201, 201]


async def test_429_that_names_a_moment_instead_of_seconds_is_tried_again(office: Office) -> None:
    await office.say(TO_TEAM, "one")
    how = {"kind": "429", "operation": "send", "conversation": BUSINESS}
    await office.teams.post("fault", **how, retry_after="Mon, 23 Nov 2026 10:00:05 GMT")
    await office.settle()
    assert await news(office) == ["one"]
    assert await statuses(office) == [429, 201]


async def test_429_at_a_change_of_the_card_holds_what_is_said_below_it_too(office: Office) -> None:
    card = await office.raise_one()
    await office.teams.fault("429", "update", retry_after=40)
    before = len(await statuses(office))
    await office.teams.press("ben", card, "escalation.acknowledge")
    await office.settle(timedelta(seconds=39))
    assert "Acknowledged by" not in (await office.card()).words
    assert len(await statuses(office)) == before
    await office.settle()
    assert "Acknowledged by" in (await office.card()).words


async def test_two_workers_send_each_notice_once_and_in_order(office: Office) -> None:
    await office.say(TO_TEAM, *TEN)
    other = Courier(office.desk, office.bot.channels.senders, office.bot.channels.team, "another")
    for _ in range(12):
        await asyncio.gather(office.courier.step(), other.step())
        office.bot.clock.set(office.bot.clock() + timedelta(seconds=1))
    assert await news(office) == TEN
