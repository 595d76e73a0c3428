"""Questions about the plan in Slack: the list that the asker may see, alone or after Rasa's advice."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from aiohttp import web

from bot.masking import Masker
from bot.store import outbox
from bot.store.database import Store
from bot.workflows import plan_deeds
from knowledge.advise import Said, advise
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.assistant.fake_rasa import FakeRasa, silent
from tests.fake_slack import FakeSlack, SeenMessage
from tests.partnership.plan_samples import action
from tests.slack.office import open_office
from tests.slack.planned import PlanOffice, numbers

LATE, SOON, THEIRS, NOBODYS = (
    action("6.2"),
    action("7.1", date(2026, 12, 4)),
    action("8.1", lead="asha", group="mag"),
    action("9.1", lead=None, lead_words="Police"),
)


@pytest.fixture
async def plan(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[PlanOffice]:
    """An office with a Rasa that understands each question as one about the plan, and four actions."""

    async def about_the_plan() -> web.StreamResponse:
        words = rasa.received[-1]["message"]
        said = Said(
            words,
            Area.THURROCK,
            datetime.now(UTC),
            intent="delivery_plan",
            ranking={"delivery_plan": 0.9},
            urgency=0.04,
        )
        return web.json_response([{"custom": advise(knowledge, said).to_dict()}])

    rasa.behaviour = about_the_plan
    async with open_office(slack, sqlite_store, masker, knowledge, rasa.url) as office:
        opened = PlanOffice(office)
        await opened.plan(LATE, SOON, THEIRS, NOBODYS)
        yield opened


def lists(messages: list[SeenMessage]) -> list[SeenMessage]:
    """Those that show the plan, not an answer."""
    return [one for one in messages if "From the plan as it stood" in one.text]


@pytest.mark.parametrize(
    ("user", "words", "title", "shown"),
    [
        ("U_NADIA", "what do I owe?", "Your open actions: 2", ["6.2", "7.1"]),
        ("U_NADIA", "which of my actions are overdue?", "Your overdue actions: 1", ["6.2"]),
        ("U_TOM", "what is overdue for MACE?", "Overdue actions of Multi-Agency Child Exp", ["6.2", "9.1"]),
        ("U_NADIA", "what is overdue for MACE?", "Overdue actions of Multi-Agency Child Exp", ["6.2"]),
        ("U_TOM", "who leads 6.2?", "Action 6.2", ["6.2"]),
        ("U_NADIA", "status of 6.2", "Action 6.2", ["6.2"]),
        ("U_BEN", "what is overdue?", "Overdue actions: 3", ["6.2", "8.1", "9.1"]),
        ("U_TOM", "what's overdue", "Overdue actions: 2", ["6.2", "9.1"]),
        ("U_BEN", "what is due this month", "Actions due this month: 3", ["6.2", "8.1", "9.1"]),
    ],
)
async def test_a_question_about_the_plan_gets_the_list_that_the_asker_may_see(
    plan: PlanOffice, user: str, words: str, title: str, shown: list[str]
) -> None:
    (found,) = await plan.asks(user, words)
    assert "999" in found.text.partition(title)[0]
    assert sorted(numbers(found)) == shown


async def test_who_leads_it_is_said_by_name_or_as_the_plan_writes_it(plan: PlanOffice) -> None:
    assert "Lead: Nadia Shaw (Health)" in (await plan.asks("U_TOM", "who leads 6.2?"))[-1].text
    assert "Lead: Police" in (await plan.asks("U_TOM", "who leads 9.1?"))[-1].text


async def test_ones_own_actions_have_their_buttons_and_those_of_others_none(plan: PlanOffice) -> None:
    own = (await plan.asks("U_NADIA", "action 6.2"))[-1]
    assert "plan.done" in own.actions
    await plan.do("U_NADIA", own, "comment", text="All but one.")
    assert (await plan.action()).comment == "All but one."
    assert "plan.done" not in (await plan.asks("U_TOM", "action 6.2"))[-1].actions


@pytest.mark.parametrize("words", ["who leads 6.2?", "what is overdue for MACE?", "what do I owe?", "who leads 77.7?"])
async def test_somebody_without_a_part_in_it_reads_that_there_is_nothing_to_see_and_whom_to_ask(
    plan: PlanOffice, words: str
) -> None:
    (found,) = lists(await plan.asks("U_GREG", words))
    assert "nothing that you can see" in found.text and "business team" in found.text
    assert "Map" not in found.text and "Nadia" not in found.text


async def test_what_is_not_there_reads_like_what_may_not_be_seen(plan: PlanOffice) -> None:
    hidden = (await plan.asks("U_GREG", "who leads 6.2?"))[-1].text
    missing = (await plan.asks("U_GREG", "who leads 7.7?"))[-1].text
    assert hidden.replace("6.2", "") == missing.replace("7.7", "")


@pytest.mark.parametrize("words", ["who leads 6.2?", "what do I owe?", "what is overdue for MACE?"])
async def test_somebody_unknown_gets_the_answer_alone(plan: PlanOffice, words: str) -> None:
    (answer,) = await plan.asks("U_STRANGER", words)
    assert "999" in answer.text


async def test_a_question_about_how_the_plan_works_gets_the_answer_alone(plan: PlanOffice) -> None:
    assert lists(await plan.asks("U_NADIA", "what does amber mean")) == []


async def test_plain_words_bring_the_list_also_when_rasa_understood_something_else(
    plan: PlanOffice, rasa: FakeRasa
) -> None:
    rasa.behaviour = None
    answer, found = await plan.asks("U_NADIA", "what do I owe?")
    assert lists([answer]) == [] and "999" in answer.text
    assert numbers(found) == ["6.2", "7.1"]


async def test_when_rasa_sees_nothing_of_ours_in_it_the_list_stands_alone(
    plan: PlanOffice, rasa: FakeRasa, knowledge: Knowledge
) -> None:
    async def out_of_scope() -> web.StreamResponse:
        shares = {"out_of_scope": 0.9, "delivery_plan": 0.1}
        said = Said(rasa.received[-1]["message"], Area.THURROCK, datetime.now(UTC), ranking=shares)
        return web.json_response([{"custom": advise(knowledge, said).to_dict()}])

    rasa.behaviour = out_of_scope
    (found,) = await plan.asks("U_NADIA", "what do I owe?")
    assert numbers(found) == ["6.2", "7.1"] and "999" in found.text
    (answer,) = await plan.asks("U_NADIA", "what is for lunch?")
    assert lists([answer]) == [] and "999" in answer.text


async def test_a_number_in_an_ordinary_worry_brings_no_list(plan: PlanOffice, rasa: FakeRasa) -> None:
    rasa.behaviour = None
    (answer,) = await plan.asks("U_NADIA", "She is 16.5 weeks pregnant and 15.2 years old")
    assert lists([answer]) == []


async def test_while_there_may_be_danger_nothing_stands_below_the_answer(plan: PlanOffice) -> None:
    words = "who leads 6.2? she has a knife and says she will kill him now"
    assert lists(await plan.asks("U_NADIA", words)) == []


async def test_without_rasa_the_safe_answer_stands_alone(plan: PlanOffice, rasa: FakeRasa) -> None:
    rasa.behaviour = silent
    (answer,) = await plan.asks("U_NADIA", "what do I owe?")
    assert "999" in answer.text and lists([answer]) == []


async def test_a_question_in_a_channel_is_answered_to_the_asker_alone(plan: PlanOffice) -> None:
    await plan.office.slack.mention("U_NADIA", "C_GENERAL", "what do I owe?")
    await plan.answered("U_NADIA")
    (found,) = lists(await plan.office.slack.messages("C_GENERAL", user="U_NADIA"))
    assert found.ephemeral_to == "U_NADIA"
    assert lists(await plan.office.slack.messages("C_GENERAL", user="U_TOM")) == []


async def test_a_slash_command_is_answered_in_the_same_place(plan: PlanOffice) -> None:
    await plan.office.slack.command("U_NADIA", "/refer", "what do I owe?", channel="C_GENERAL")
    await plan.answered("U_NADIA")
    (found,) = lists(await plan.office.slack.messages("C_GENERAL", user="U_NADIA"))
    assert found.ephemeral_to == "U_NADIA"


async def test_the_list_is_written_when_it_is_sent(plan: PlanOffice) -> None:
    office = plan.office
    await office.slack.message("U_NADIA", "what do I owe?")
    await plan.take_in()
    assert [one.kind for one in await office.waiting()] == ["plan_list"]
    await office.bot.desk.do(plan_deeds.done, "slack:U_NADIA", LATE.id, "Minutes.")
    await office.send()
    assert numbers(await plan.last("U_NADIA")) == ["7.1"]


async def test_what_waits_to_be_sent_holds_no_word_of_the_question(plan: PlanOffice) -> None:
    await plan.office.slack.message("U_NADIA", "my actions for MACE, it is about Kayleigh")
    await plan.take_in()
    with plan.office.store.begin() as tx:
        rows = tx.exec_driver_sql("SELECT data FROM outbox WHERE kind = 'plan_list'").scalars().all()
        assert outbox.counts(tx) != {}
    assert len(rows) == 1 and "Kayleigh" not in str(rows) and "about" not in str(rows)
