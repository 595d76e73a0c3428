"""Reminders on both databases: one message for each person and date, written as things stand, never on a day off."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.partnership.notices import TEAM
from bot.partnership.people import Away, Person
from bot.partnership.plan import Action
from bot.store import outbox, people
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows import plan_deeds
from bot.workflows.due import tick
from bot.workflows.sending import Later, Unreachable
from knowledge.knowledge import Knowledge
from tests.partnership.plan_people import BEN, CARA, EVERYONE, NADIA, OMAR, PLAN_RULES, TOM, action
from tests.partnership.samples import RULES, clock
from tests.store.samples import at_once, do
from tests.workflows.planned import Post, on, stands, taken_over

TUESDAY = date(2026, 6, 2)
DUE = date(2026, 6, 5)  # three working days after the Tuesday
FRIDAY, NEXT_TUESDAY = DUE, date(2026, 6, 9)


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


def due(number: str = "6.2", day: date = DUE, **rest: object) -> Action:
    """An action that was told of until the day before the Tuesday, so that its next occasion is the next reminder."""
    return action(number, due=day, reminded_on=TUESDAY - timedelta(days=1), **rest)


def reminder(*numbers: str, to: str = "nadia") -> tuple[str, str, tuple[str, ...]]:
    return ("reminder", f"person:{to}", numbers)


async def test_however_many_actions_there_is_one_message_a_day(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 2)), due("1.10"), due("9.9", date(2026, 8, 3)))
    assert await post.round(on(TUESDAY)) == [reminder("1.2", "1.1", "1.10")]
    for hour in (9, 12, 16):
        assert await post.round(on(TUESDAY, hour, 59)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == []
    assert await post.round(on(FRIDAY)) == [reminder("1.1", "1.10")]


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (clock(2026, 6, 2, 8, 59), clock(2026, 6, 2, 9)),
        (clock(2026, 6, 2, 17), clock(2026, 6, 3, 9)),
        (clock(2026, 6, 6, 12), clock(2026, 6, 9, 9)),  # a Saturday; the Monday's digest comes before
    ],
)
async def test_nothing_goes_out_at_night_or_on_days_off(post: Post, moment: object, opens: object) -> None:
    taken_over(post.store, due("1.1"), due("9.9", date(2026, 7, 31)))
    assert isinstance(moment, type(opens))
    assert await post.round(moment) == []  # type: ignore[arg-type]
    if opens.date() == TUESDAY:  # type: ignore[attr-defined]
        assert await post.round(opens) == [reminder("1.1")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 12, 29), date(2026, 12, 28)),  # the bank holiday in place of Boxing Day
        (date(2026, 12, 24), date(2026, 12, 25)),
        (date(2027, 3, 25), date(2027, 3, 26)),  # Good Friday
    ],
)
async def test_bank_holidays_are_kept(post: Post, day: date, off: date) -> None:
    taken_over(post.store, due("1.1", off))
    for hour in range(7, 20):
        assert await post.round(on(off, hour)) == []
    assert (await post.round(on(day)))[-1][2] == ("1.1",) if day < off else True


@pytest.mark.parametrize("day", [date(2026, 10, 26), date(2027, 3, 30)])  # after both nights in which clocks change
async def test_nine_is_nine_by_the_clock_in_london_after_both_clock_changes(post: Post, day: date) -> None:
    taken_over(post.store, due("1.1", day))
    assert await post.round(on(day, 8, 59)) == []
    sent = await post.round(on(day, 9))
    assert [(to, numbers) for kind, to, numbers in sent if to == "person:nadia"] == [("person:nadia", ("1.1",))]


async def test_what_was_done_before_it_went_out_is_not_in_it(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2"))
    await post.store.run(tick, RULES, on(TUESDAY))
    do(post.store, plan_deeds.done, RULES, on(TUESDAY), "slack:U_NADIA", "PLAN/1.1", "On the web site.")
    assert await post.deliver(on(TUESDAY)) == [reminder("1.2")]


async def test_when_nothing_is_left_nothing_is_sent_and_nothing_failed(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    await post.store.run(tick, RULES, on(TUESDAY))
    do(post.store, plan_deeds.done, RULES, on(TUESDAY), "slack:U_NADIA", "PLAN/1.1", "On the web site.")
    assert await post.deliver(on(TUESDAY)) == []
    assert do(post.store, outbox.waiting) == []


async def test_days_of_downtime_are_caught_up_with_one_message(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 3)))
    back = date(2026, 6, 12)  # down from before the 2nd of June; the digest of the 8th comes with the start
    sent = await post.round(on(back))
    assert [one for one in sent if one[1] == "person:nadia"] == [("digest", "person:nadia", ("1.2", "1.1"))]
    assert await post.round(on(date(2026, 6, 16))) == []


async def test_a_reminder_that_waited_over_night_is_not_sent_beside_the_new_one(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 3)))
    post.trouble = [Later(900, "rate limited")]
    assert await post.round(on(TUESDAY, 16, 55)) == []
    assert await post.round(on(TUESDAY, 18)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.2", "1.1")]
    assert await post.round(on(TUESDAY + timedelta(days=1), 12)) == []


async def test_after_a_refusal_the_same_day_is_tried_again(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    post.trouble = [Later(1, "rate limited"), Unreachable("user_not_found")]
    assert await post.round(on(TUESDAY)) == []  # e-mail is no way here: given up after the second
    assert [one.kind for one in do(post.store, outbox.waiting)] == ["reminder"]


class Killed(BaseException):
    """The process ends in the middle of a send."""


@pytest.mark.parametrize("trouble", [Killed(), TimeoutError(), Later(1, "closed", may_have_arrived=True), ValueError()])
async def test_after_a_send_that_may_have_arrived_nothing_more_is_said_that_day(
    post: Post, trouble: BaseException
) -> None:
    taken_over(post.store, due("1.1"))
    post.trouble = [trouble]
    try:
        await post.round(on(TUESDAY))
    except Killed:
        assert do(post.store, outbox.release, "one") == 1
    for hour in (10, 16):
        assert await post.round(on(TUESDAY, hour)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.1")]  # and nothing is lost


def test_several_replicas_add_one_reminder(store: Store, store_url: str) -> None:
    taken_over(store, due("1.1"), due("1.2"))

    def look(_: int) -> int:
        other = Store(make_engine(store_url))
        try:
            return do(other, tick, RULES, on(TUESDAY))
        finally:
            other.close()

    assert sorted(at_once(4, look)) == [0, 0, 0, 1]


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


async def test_a_snooze_silences_the_reminder_until_it_ends_and_moves_no_date(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    until = date(2026, 6, 4)
    do(post.store, plan_deeds.snooze, RULES, on(TUESDAY, 8), "slack:U_NADIA", "PLAN/1.1", until, "Waiting.")
    assert await post.round(on(TUESDAY)) == []
    assert await post.round(on(date(2026, 6, 3))) == []
    assert await post.round(on(until)) == [reminder("1.1")]
    assert stands(post.store, "1.1").due == DUE


async def test_whom_no_way_leads_to_is_reported_to_the_team_once_for_each_reminder(post: Post) -> None:
    lost = replace(TOM, slack_id=None)
    taken_over(post.store, due("1.1", lead="tom"), everyone=[BEN, lost])
    assert [(kind, to) for kind, to, _ in await post.round(on(TUESDAY))] == [("undelivered", TEAM)]
    assert await post.round(on(TUESDAY + timedelta(days=1))) == []
    assert [(kind, to) for kind, to, _ in await post.round(on(FRIDAY))] == [("undelivered", TEAM)]


async def test_an_action_that_becomes_due_after_todays_message_waits_for_tomorrow(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    assert await post.round(on(TUESDAY)) == [reminder("1.1")]
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 2)), now=on(TUESDAY, 11))
    assert await post.round(on(TUESDAY, 12)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.2")]


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


async def test_a_day_with_nothing_due_reads_no_action(post: Post, tmp_path: Path) -> None:
    taken_over(post.store, due("1.1", date(2026, 9, 30)))
    assert await post.store.run(tick, RULES, on(TUESDAY)) == 0
    assert PLAN_RULES.remind.before_working_days == (10, 3)
    assert do(post.store, people.everyone) != EVERYONE[:1]
