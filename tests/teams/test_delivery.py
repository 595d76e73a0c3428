"""The way out to Teams when it fails: nothing is lost, and nothing comes twice without need."""

import aiohttp
import pytest

from bot.partnership.notices import TEAM as TO_TEAM
from bot.partnership.notices import Notice
from bot.store import outbox
from bot.workflows import escalations
from tests.fake_teams.people import BOT_TOKEN
from tests.fake_teams.seen import Seen
from tests.teams.office import FORM, REF, Office

pytestmark = pytest.mark.capability("nothing is lost when the chat fails", "teams")

TOM = "teams:00000000-0000-4000-8000-0000000000a2"


async def news(office: Office, where: str = "business") -> list[str]:
    """The last words of each plain message there."""
    return [one.words.splitlines()[-1] for one in await office.teams.replies(where) if "News" in one.words]


async def take_away(office: Office, message: Seen) -> None:
    """Somebody deletes a message of the bot."""
    url = f"{office.teams.url}/v3/conversations/{message.conversation}/activities/{message.id}"
    signed = {"Authorization": f"Bearer {BOT_TOKEN}"}
    async with aiohttp.ClientSession(headers=signed) as session, session.delete(url) as answer:
        assert answer.status == 200


async def acknowledged(office: Office) -> Seen:
    """The card, after Ben has acknowledged it."""
    await office.teams.press("ben", await office.card(), "escalation.acknowledge")
    await office.settle()
    return await office.card()


@pytest.mark.parametrize("fault", ["401", "412", "429", "500", "502", "503", "504", "drop"])
async def test_a_fault_that_passes_delays_the_card_and_the_receipt_and_loses_neither(
    office: Office, fault: str
) -> None:
    await office.fill_in()
    before = len(await office.told("tom"))
    await office.teams.fault(fault, "send", times=4)
    await office.settle()
    assert len(await office.cards()) == 1
    assert len(await office.told("tom")) == before + 1
    assert await office.waiting() == []
    assert office.mail.arrived == []
    assert await office.teams.faults_left() == []


@pytest.mark.parametrize("fault", ["429", "502", "503", "drop", "drop_after"])
async def test_a_fault_while_the_card_is_changed_leaves_one_card(office: Office, fault: str) -> None:
    card = await office.raise_one()
    await office.teams.fault(fault, "update")
    changed = await acknowledged(office)
    assert changed.id == card.id
    assert "Acknowledged by" in changed.words
    assert await office.waiting() == []


@pytest.mark.parametrize("fault", ["drop_after", "slow"])
async def test_a_message_that_was_taken_but_never_answered_is_repeated_once_rather_than_lost(
    office: Office, fault: str
) -> None:
    office.courier_of(0.3)
    await office.say(TO_TEAM, "once")
    await office.teams.fault(fault, "send", seconds=0.6)
    await office.settle()
    assert 1 <= len(await news(office)) <= 2
    assert await office.waiting() == []


async def test_a_call_that_hangs_is_given_up_after_its_time_and_said_once(office: Office) -> None:
    office.courier_of(0.3)
    await office.say(TO_TEAM, "one", "two")
    await office.say(TOM, "other")
    await office.teams.fault("hang", "send", conversation="19:business@thread.tacv2", seconds=0.6)
    await office.settle()
    assert sorted(await news(office)) == ["one", "two"]
    assert await news(office, "tom") == ["other"]
    assert await office.waiting() == []


async def test_a_deleted_card_is_posted_anew_and_changed_there_from_then_on(office: Office) -> None:
    card = await office.raise_one()
    await office.teams.press("ben", card, "escalation.note")
    await take_away(office, card)
    await office.teams.submit("ben", {"text": "I ring them today."})
    await office.settle()
    anew = await office.card()
    assert anew.id != card.id
    assert "I ring them today." in anew.words
    assert (await acknowledged(office)).id == anew.id
    assert office.mail.arrived == []


async def test_what_is_said_below_a_deleted_card_is_said_in_the_channel(office: Office) -> None:
    await take_away(office, await office.raise_one())
    below = Notice("plain:below", "plain", TO_TEAM, REF, data={"title": "News", "text": "below"})
    await office.store.run(outbox.add, [below], office.bot.clock())
    await office.settle()
    assert await news(office) == ["below"]
    assert office.mail.arrived == []
    await office.raise_one(disputed="Another matter.")  # the channel is not taken for closed
    assert len(await office.cards()) == 1


async def test_an_answer_to_a_question_that_was_deleted_comes_to_whoever_asked_and_closes_no_channel(
    office: Office,
) -> None:
    await office.teams.mention("tom", "general", "An 8-year-old has a belt mark")
    await office.teams.mention("nadia", "general", "A 9-year-old has a bite mark")
    before = len(await office.told("tom"))
    await office.teams.fault("404", "send", conversation="19:general@thread.tacv2")
    await office.settle()
    assert "999" in (await office.told("tom"))[before]
    assert len(await office.teams.replies("general")) == 1
    assert await office.waiting() == []


@pytest.mark.parametrize("status", ["400", "413"])
async def test_what_teams_will_not_draw_arrives_in_words(faulty: Office, status: str) -> None:
    await faulty.teams.fault(status, "send", conversation="19:business@thread.tacv2")
    card = await faulty.raise_one()
    assert card.card is None
    assert FORM["disputed"] in card.text
    await faulty.teams.fault(status, "update")
    await faulty.desk.do(escalations.acknowledge, "person:ben", REF)
    await faulty.settle()
    changed = await faulty.card()
    assert (changed.id, changed.card) == (card.id, None)
    assert "cknowledged" in changed.text
    assert await faulty.waiting() == []
