"""The daily drill by the clock: once a day whatever restarts, acted on once, never a person's question."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import func, select

from bot.assistant.question import Question
from bot.partnership.advice import is_on
from bot.store import advice, drills, people
from bot.store.database import Store
from bot.store.tables import asked
from bot.workflows import advice as deeds
from bot.workflows.drill import drill_when_due
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.drilling import DRILL_TIME, Answering, desk_at
from tests.workflows.escalated import BEN
from tests.workflows.post_room import PostRoom

AT = time(6, 30)
DANGER = "flag-overdose"
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def answering(knowledge: Knowledge) -> Answering:
    return Answering(knowledge)


def stays_on(store: Store) -> bool:
    return is_on(do(store, advice.last))


async def news(store: Store, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Title and whole text of what the business team is told."""
    said = await PostRoom(store, knowledge).deliver(DRILL_TIME + timedelta(minutes=5))
    assert {to for to, _ in said} <= {"team"}
    return [(message.title, message.text) for _, message in said]


async def test_a_drill_that_passes_is_kept_and_nobody_is_told(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    found = await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    assert found is not None and found.result == "passed", found
    assert found.passed == found.asked == len(knowledge.drill.questions) == len(answering.asked)
    assert do(store, drills.latest, 5) == (found,)
    assert stays_on(store) and await news(store, knowledge) == []


async def test_one_missed_danger_switches_off_and_the_team_reads_which_expected_and_got(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    answering.spoilt = {DANGER}
    await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    last = do(store, advice.last)
    assert last is not None and (last.is_on, last.kind, last.who) == (False, "drill", "clock")
    told = dict(await news(store, knowledge))
    assert "The daily drill switched it off" in told["Automatic advice is switched off"]
    wrong = told["The daily drill found wrong answers"]
    assert f"{DANGER}: expected emergency_999 or mental_health, urgent; got delivery_plan." in wrong


async def test_a_few_wrong_ordinary_routes_leave_advice_on_and_are_kept(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    answering.spoilt = {"lado-other", "plan-practitioner"}
    found = await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    assert found is not None and found.result == "passed"
    assert [one["id"] for one in found.missed] == ["lado-other", "plan-practitioner"]
    assert stays_on(store) and await news(store, knowledge) == []


async def test_more_than_a_share_of_wrong_ordinary_routes_switches_off(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    ordinary = [one.id for one in knowledge.drill.questions if not one.is_danger]
    answering.spoilt = set(ordinary[: int(len(ordinary) * knowledge.drill.ordinary_misses) + 1])
    await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    assert not stays_on(store)


async def test_a_silent_language_part_is_told_of_and_nothing_is_switched(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    answering.silent = {one.id for one in knowledge.drill.questions}
    found = await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    assert found is not None and (found.result, found.not_run) == ("not run", found.asked)
    assert len(answering.asked) == 5  # then it gives up: each may take seconds
    assert stays_on(store)
    ((title, text),) = await news(store, knowledge)
    assert title == "The daily drill could not run" and f"{found.asked} of {found.asked} questions" in text


async def test_two_replicas_put_the_questions_once_a_day(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    desk = desk_at(store, knowledge, DRILL_TIME)
    runs = [drill_when_due(desk, answering, name, AT) for name in ("one", "two", "three")]
    found = [one for one in await asyncio.gather(*runs) if one]
    assert len(found) == 1 and len(answering.asked) == found[0].asked
    assert await drill_when_due(desk_at(store, knowledge, DRILL_TIME + MINUTE), answering, "two", AT) is None
    assert await drill_when_due(desk_at(store, knowledge, DRILL_TIME + DAY), answering, "two", AT) is not None


async def test_before_its_hour_and_long_after_it_nothing_is_asked(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    for moment in (DRILL_TIME - MINUTE, DRILL_TIME + timedelta(hours=2)):
        assert await drill_when_due(desk_at(store, knowledge, moment), answering, "one", AT) is None
    assert answering.asked == [] and do(store, drills.latest, 5) == ()


async def test_a_replica_that_is_killed_in_the_middle_is_replaced_and_it_is_acted_on_once(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    async def killed(question: Question) -> Answer:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await drill_when_due(desk_at(store, knowledge, DRILL_TIME), killed, "one", AT)
    answering.spoilt = {DANGER}
    soon, later = DRILL_TIME + MINUTE, DRILL_TIME + 4 * MINUTE
    assert await drill_when_due(desk_at(store, knowledge, soon), answering, "two", AT) is None  # it may still live
    found = await drill_when_due(desk_at(store, knowledge, later), answering, "two", AT)
    assert found is not None and found.result == "failed"
    assert await drill_when_due(desk_at(store, knowledge, later), answering, "one", AT) is None
    assert len(do(store, advice.everything)) == 1
    assert len(await news(store, knowledge)) == 2


async def test_a_replica_that_slept_while_another_took_over_stops_and_acts_on_nothing(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    slow = Answering(knowledge, spoilt={DANGER})

    async def sleeping(question: Question) -> Answer:
        if not answering.asked:  # while it slept its lease ran out
            await drill_when_due(desk_at(store, knowledge, DRILL_TIME + 10 * MINUTE), answering, "two", AT)
        return await slow(question)

    assert await drill_when_due(desk_at(store, knowledge, DRILL_TIME), sleeping, "one", AT) is None
    assert len(slow.asked) == 1 and stays_on(store)
    assert [one.result for one in do(store, drills.latest, 5)] == ["passed"]


async def test_it_stays_off_until_a_person_switches_on_whatever_later_drills_show(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    do(store, people.replace_all, [BEN])
    answering.spoilt = {DANGER}
    await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    answering.spoilt = set()
    found = await drill_when_due(desk_at(store, knowledge, DRILL_TIME + DAY), answering, "one", AT)
    assert found is not None and found.result == "passed" and not stays_on(store)
    do(store, deeds.switch, RULES, DRILL_TIME + DAY, "slack:U_BEN", True, "The words are mended.")
    assert stays_on(store)


async def test_a_drill_that_fails_while_advice_is_off_changes_nothing_but_is_told(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    do(store, people.replace_all, [BEN])
    do(store, deeds.switch, RULES, DRILL_TIME - MINUTE, "slack:U_BEN", False, "A wrong number.")
    answering.spoilt = {DANGER}
    await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    assert [one.kind for one in do(store, advice.everything)] == ["person"]
    said = await PostRoom(store, knowledge).deliver(DRILL_TIME + 5 * MINUTE)
    assert "The daily drill found wrong answers" in [message.title for _, message in said]


async def test_no_question_of_the_drill_is_stored_as_a_persons(
    store: Store, knowledge: Knowledge, answering: Answering
) -> None:
    await drill_when_due(desk_at(store, knowledge, DRILL_TIME), answering, "one", AT)
    with store.begin() as tx:
        assert tx.execute(select(func.count()).select_from(asked)).scalar_one() == 0
