"""Whom a reminder goes to: the lead, the deputy, or the business team; and what each is asked to decide."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.notices import TEAM
from bot.partnership.people import Away, Person
from bot.store.database import Store
from bot.workflows import plan_deeds
from knowledge.knowledge import Knowledge
from tests.partnership.plan_people import BEN, CARA, NADIA, OMAR, TOM
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.planned import DUE as FRIDAY
from tests.workflows.planned import TUESDAY, Post, due, on, reminder, taken_over


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


def away(person: Person, first: date, last: date, deputy: str | None) -> Person:
    return replace(person, away=(Away(first, last),), deputy=deputy)


async def test_while_the_lead_is_away_the_deputy_is_reminded_together_with_the_own_actions(post: Post) -> None:
    absent = away(NADIA, TUESDAY, TUESDAY, "omar")
    given = (due("1.1"), due("1.2", lead="omar"), due("1.3", date(2026, 6, 3)))
    taken_over(post.store, *given, everyone=[BEN, CARA, absent, OMAR])
    assert await post.round(on(TUESDAY)) == [reminder("1.1", "1.2", to="omar")]
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.3")]


async def test_somebody_who_left_is_not_reminded_but_the_deputy_is(post: Post) -> None:
    taken_over(post.store, due("1.1"), everyone=[BEN, replace(NADIA, active=False), OMAR])
    assert await post.round(on(TUESDAY)) == [reminder("1.1", to="omar")]


async def test_where_nobody_is_there_the_business_team_hears_once_a_week(post: Post) -> None:
    gone = [BEN, replace(NADIA, active=False, deputy=None)]
    given = (due("1.1"), due("1.2", date(2026, 6, 4)), due("1.3", lead=None, lead_words="Head of service"))
    taken_over(post.store, *given, everyone=gone)
    assert await post.round(on(TUESDAY)) == [("plan_task", TEAM, ("1.2", "1.1", "1.3"))]
    for number in range(1, 6):
        assert await post.round(on(TUESDAY + timedelta(days=number))) == []
    sent = await post.round(on(date(2026, 6, 8)))  # the digest says it instead
    assert [(kind, to) for kind, to, _ in sent] == [("digest", TEAM)]
    digest = post.letters[0].digest
    assert digest is not None
    assert digest.unreachable == ("Health",)
    for number in range(1, 5):
        assert await post.round(on(date(2026, 6, 8) + timedelta(days=number))) == []


async def test_not_mine_goes_to_the_business_team_and_the_new_lead_is_reminded(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    do(post.store, plan_deeds.not_mine, RULES, on(TUESDAY, 8), "slack:U_NADIA", "PLAN/1.1", "Housing does it.")
    sent = await post.round(on(TUESDAY))
    assert {(kind, to) for kind, to, _ in sent} == {("plan_task", TEAM)}
    do(post.store, plan_deeds.assign_lead, RULES, on(TUESDAY, 11), "slack:U_BEN", "PLAN/1.1", "slack:U_TOM")
    told = ("plan_told", "person:tom", ("1.1",))
    assert sorted(await post.round(on(TUESDAY, 12))) == [told, reminder("1.1", to="tom")]


async def test_whom_no_way_leads_to_is_reported_to_the_team_once_for_each_reminder(post: Post) -> None:
    lost = replace(TOM, slack_id=None)
    taken_over(post.store, due("1.1", lead="tom"), everyone=[BEN, lost])
    assert [(kind, to) for kind, to, _ in await post.round(on(TUESDAY))] == [("undelivered", TEAM)]
    assert await post.round(on(TUESDAY + timedelta(days=1))) == []
    assert [(kind, to) for kind, to, _ in await post.round(on(FRIDAY))] == [("undelivered", TEAM)]


async def test_tasks_and_answers_wait_for_the_hours_too(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    night = on(TUESDAY, 22)
    do(post.store, plan_deeds.ask_new_date, RULES, night, "slack:U_NADIA", "PLAN/1.1", date(2026, 7, 1), "No trainer.")
    assert await post.deliver(night) == []
    sent = await post.round(on(TUESDAY + timedelta(days=1)))
    assert ("plan_task", "person:cara", ("1.1",)) in sent


async def test_a_task_that_was_settled_meanwhile_is_not_sent(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    arguments = (RULES, on(TUESDAY, 8), "slack:U_NADIA", "PLAN/1.1", date(2026, 7, 1), "No trainer.")
    do(post.store, plan_deeds.ask_new_date, *arguments)
    do(post.store, plan_deeds.approve_new_date, RULES, on(TUESDAY, 8), "slack:U_BEN", "PLAN/1.1")
    sent = await post.round(on(TUESDAY))
    assert sent == [("plan_told", "person:nadia", ("1.1",))]
