"""Two bots on one PostgreSQL. Whatever both are told is kept once, answered once, and recorded once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Connection, select

from bot.masking import Masker
from bot.store import history
from bot.store.tables import inbox
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa
from tests.fake_teams import FakeTeams
from tests.fake_teams.seen import Delivery
from tests.teams.office import FORM
from tests.teams.pair import REFERENCE, STAFF, Pair, open_pair

pytestmark = pytest.mark.capability("what is delivered twice is done once", "teams")

WORDS = "8 year old came in with a belt mark on his leg, who do I ring"


@pytest.fixture
async def pair(
    teams: FakeTeams, postgresql_url: str, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[Pair]:
    """Both bots, running."""
    async with open_pair(teams, postgresql_url, masker, knowledge, rasa.url) as found:
        yield found


def keys(tx: Connection) -> list[str]:
    """The key of everything that was ever delivered."""
    return list(tx.execute(select(inbox.c.key)).scalars())


def deeds(tx: Connection) -> Counter[str]:
    """How often each thing was done with escalations."""
    return Counter(one.event.deed for one in history.every(tx) if one.event.subject.startswith("E-"))


def shown(sent: Delivery) -> list[str]:
    """What each bot answered."""
    assert [one["status"] for one in sent.attempts] == [200] * len(sent.attempts)
    return [str(one["body"]) for one in sent.attempts]


async def test_whoever_installed_it_is_welcomed_once_although_both_heard_of_it(pair: Pair) -> None:
    assert [len(await pair.teams.replies(user)) for user in STAFF] == [1, 1, 1, 1]


async def test_messages_that_both_hear_are_kept_once_and_answered_once(pair: Pair) -> None:
    asking = [pair.teams.message(user, WORDS) for user in STAFF for _ in range(2)]
    asking += [pair.teams.mention(user, "general", WORDS) for user in STAFF for _ in range(4)]
    sent = await asyncio.gather(*asking)
    assert [[one["status"] for one in each.attempts] for each in sent] == [[202, 202]] * 24
    await asyncio.gather(*(pair.teams.again(one) for one in sent))
    await pair.drained()
    wanted = {f"teams:{one.activity['conversation']['id']}:{one.activity['id']}" for one in sent}
    assert Counter(await pair.store.run(keys)) == Counter(wanted)
    assert [len(await pair.teams.replies(user)) for user in STAFF] == [3, 3, 3, 3]
    threads = Counter(one.thread for one in await pair.teams.replies("general"))
    assert threads == Counter(one.activity["id"] for one in sent[8:])


async def test_a_form_that_both_get_again_and_again_is_one_escalation_with_one_card(pair: Pair) -> None:
    await pair.form_is_open()
    await pair.both_hear_everything()
    sent = await pair.teams.submit("tom", FORM)
    pressed_twice = {**sent.activity, "id": "f:another-id"}
    again = await asyncio.gather(pair.teams.again(sent), pair.teams.send(pressed_twice), pair.teams.again(sent))
    refs = {ref for each in (sent, *again) for one in shown(each) for ref in REFERENCE.findall(one)}
    assert len(refs) == 1
    assert await pair.store.run(deeds) == {"raise": 1}
    assert refs == set(REFERENCE.findall((await pair.card()).words))


async def test_two_forms_that_one_person_opens_are_two_escalations(pair: Pair) -> None:
    await pair.form_is_open()
    first = await pair.teams.submit("tom", FORM)
    (shown_before,) = shown(first)
    await pair.teams.press("tom", (await pair.teams.replies("tom"))[1], "escalate.open")
    (shown_after,) = shown(await pair.teams.submit("tom", FORM | {"disputed": "Another matter."}))
    assert REFERENCE.findall(shown_before) != REFERENCE.findall(shown_after)
    assert await pair.store.run(deeds) == {"raise": 2}


async def test_two_who_press_acknowledge_at_once_are_one_acknowledgement(pair: Pair) -> None:
    await pair.form_is_open()
    await pair.teams.submit("tom", FORM)
    card = await pair.card()
    await asyncio.gather(*(pair.teams.press(user, card, "escalation.acknowledge") for user in ("ben", "asha")))
    assert await pair.store.run(deeds) == {"raise": 1, "acknowledge": 1}
    said = [*await pair.teams.told("ben"), *await pair.teams.told("asha")]
    assert ["was already acknowledged" in one for one in sorted(said)] == [False, True]
    changed = await pair.card()
    assert (changed.id, changed.words.count("Acknowledged by")) == (card.id, 1)


async def test_a_note_that_both_get_at_once_is_written_once(pair: Pair) -> None:
    await pair.form_is_open()
    await pair.teams.submit("tom", FORM)
    await pair.teams.press("ben", await pair.card(), "escalation.note")
    await pair.both_hear_everything()
    await pair.teams.again(await pair.teams.submit("ben", {"text": "I ring them today."}))
    assert await pair.store.run(deeds) == {"raise": 1, "note": 1}
    assert (await pair.card()).words.count("I ring them today.") == 1
