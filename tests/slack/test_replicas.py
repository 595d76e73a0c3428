"""Two bots on one PostgreSQL. Whatever both are told is kept once, answered once, and both know the same."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import Connection, select

from bench.crash_seen import REFERENCE
from bench.outcome import drained
from bench.seen_slack import seen_in_slack
from bot.store import escalations, history
from bot.store.database import Store
from bot.store.tables import inbox
from bot.workflows.questions import question_id
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import fake_rasa
from tests.fake_slack import Delivery, FakeSlack, SeenMessage, fake_slack_process
from tests.postgresql import Postgres
from tests.slack.bot import with_people
from tests.slack.office import FORM
from tests.slack.process import SlackBotProcess, bot_process

pytestmark = pytest.mark.asyncio(loop_scope="module")

PEOPLE = ("U_NADIA", "U_TOM", "U_BEN", "U_ASHA", "U_GREG", "U_STRANGER")
WORDS = "8 year old came in with a belt mark on his leg, who do I ring"


@dataclass(frozen=True)
class Pair:
    """Two running bots with what they share."""

    slack: FakeSlack
    store: Store
    first: SlackBotProcess
    second: SlackBotProcess

    async def both_hear_everything(self) -> None:
        """Each delivery goes to both."""
        await self.slack.replicas([self.first.url, self.second.url], to="all")

    async def they_take_turns(self) -> None:
        """Each delivery goes to one of them, the next to the other."""
        await self.slack.replicas([self.first.url, self.second.url], to="one")

    async def send_form(self, reference: str) -> Delivery:
        """A filled form, sent to both at the same moment."""
        await self.they_take_turns()
        await self.slack.command("U_TOM", "/escalate")
        await self.both_hear_everything()
        sent = await self.slack.submit("U_TOM", None, {**FORM, "case_reference": reference})
        assert [attempt.status for attempt in sent.attempts] == [200, 200]
        return sent

    async def cards(self, ref: str) -> list[SeenMessage]:
        """The team's cards with that number, once nothing is to be sent any more."""
        await drained(self.store)
        return [card for card in await self.slack.replies("G_BUSINESS") if ref in card.text]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pair(
    postgres: Postgres, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Pair]:
    """Both bots, started at the same moment on an empty database, with the invented people known."""
    folder: Path = tmp_path_factory.mktemp("replicas")
    url = postgres.create("signpost_replicas")
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack_process())
        rasa = await stack.enter_async_context(fake_rasa(knowledge))
        bots = [await stack.enter_async_context(bot_process(slack, url, rasa.url, folder, name)) for name in "ab"]
        await asyncio.gather(*(bot.start("http") for bot in bots))
        store = Store.open(url)
        stack.callback(store.close)
        await with_people(store)
        yield Pair(slack, store, *bots)
    postgres.drop("signpost_replicas")


def keys(tx: Connection) -> list[str]:
    """The key of everything that was ever delivered."""
    return list(tx.execute(select(inbox.c.key)).scalars())


def numbers_for(tx: Connection, reference: str) -> list[str]:
    """The escalations that were raised with this case reference."""
    items = [escalations.load(tx, ref) for ref in escalations.all_refs(tx)]
    return [item.ref for item in items if item and item.raised.case_reference == reference]


def deeds(tx: Connection, ref: str) -> Counter[str]:
    """How often each thing was done with an escalation."""
    return Counter(one.event.deed for one in history.of_subject(tx, ref))


async def test_a_hundred_events_that_both_hear_are_kept_once_and_answered_once(pair: Pair) -> None:
    await pair.both_hear_everything()
    asking = [pair.slack.message(user, WORDS) for user in PEOPLE for _ in range(3)]
    people = itertools.cycle(PEOPLE)
    asking += [pair.slack.mention(next(people), "C_GENERAL", WORDS, f"1.{number}") for number in range(82)]
    sent = await asyncio.gather(*asking)
    assert [len({attempt.to for attempt in one.attempts}) for one in sent] == [2] * 100
    assert all(one.ok for one in sent)
    events = [one.payload["event"] for one in sent]
    wanted = {f"slack:{event['channel']}:{event['ts']}" for event in events}
    await drained(pair.store)
    assert Counter(await pair.store.run(keys)) == Counter(wanted)
    seen = await seen_in_slack(pair.slack)
    assert {mark: len(moments) for mark, moments in seen.items()} == {f"answer:{question_id(key)}": 1 for key in wanted}


async def test_a_form_that_both_get_twice_is_one_escalation_with_one_number_and_one_card(pair: Pair) -> None:
    sent = await pair.send_form("SCH-201")
    again = await pair.slack.again(sent)
    shown = [REFERENCE.findall(attempt.body)[0] for attempt in (*sent.attempts, *again.attempts)]
    refs = await pair.store.run(numbers_for, "SCH-201")
    assert len(refs) == 1
    assert shown == refs * 4
    assert await pair.store.run(deeds, refs[0]) == {"raise": 1}
    assert len(await pair.cards(refs[0])) == 1


async def test_two_who_press_acknowledge_at_once_are_one_acknowledgement_and_the_other_is_told(pair: Pair) -> None:
    await pair.send_form("SCH-202")
    (ref,) = await pair.store.run(numbers_for, "SCH-202")
    (card,) = await pair.cards(ref)
    await pair.they_take_turns()
    pressed = [pair.slack.press(user, card, "escalation.acknowledge") for user in ("U_BEN", "U_ASHA")]
    sent = await asyncio.gather(*pressed)
    assert {attempt.to for one in sent for attempt in one.attempts} == {pair.first.url, pair.second.url}
    assert await pair.store.run(deeds, ref) == {"raise": 1, "acknowledge": 1}
    views = [view for user in ("U_BEN", "U_ASHA") if (view := await pair.slack.view(user))]
    assert [f"{ref} was already acknowledged" in view.words for view in views] == [True]
    (changed,) = await pair.cards(ref)
    assert changed.ts == card.ts
    assert changed.words.count("Acknowledged by") == 1
