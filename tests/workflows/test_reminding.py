"""Reminders on both databases: one message for each person and date, written as things stand, never on a day off."""

from datetime import date, datetime, timedelta

import pytest

from bot.store import outbox
from bot.store.database import Store
from bot.workflows import plan_deeds
from bot.workflows.due import tick
from knowledge.knowledge import Knowledge
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.planned import DUE, TUESDAY, Post, due, on, reminder, stands, taken_over

FRIDAY = DUE


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


async def test_however_many_actions_there_is_one_message_a_day(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 2)), due("1.10"), due("9.9", date(2026, 8, 3)))
    assert await post.round(on(TUESDAY)) == [reminder("1.2", "1.1", "1.10")]
    for hour in (9, 12, 16):
        assert await post.round(on(TUESDAY, hour, 59)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == []
    assert await post.round(on(FRIDAY)) == [reminder("1.1", "1.10")]


def to_nadia(sent: list[tuple[str, str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """What she was told of, and by which kind of message."""
    return [(kind, numbers) for kind, to, numbers in sent if to == "person:nadia"]


@pytest.mark.parametrize(
    ("moment", "opens", "kind"),
    [
        (clock(2026, 6, 2, 8, 59), clock(2026, 6, 2, 9), "reminder"),
        (clock(2026, 6, 2, 17), clock(2026, 6, 3, 9), "reminder"),
        (clock(2026, 6, 6, 12), clock(2026, 6, 8, 9), "digest"),  # a Saturday; the Monday's digest tells of it
    ],
)
async def test_nothing_goes_out_at_night_or_on_days_off(
    post: Post, moment: datetime, opens: datetime, kind: str
) -> None:
    taken_over(post.store, due("1.1"), due("9.9", date(2026, 7, 31)))
    assert await post.round(moment) == []
    assert to_nadia(await post.round(opens)) == [(kind, ("1.1",))]


@pytest.mark.parametrize(
    ("off", "opens"),
    [
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 12, 28), date(2026, 12, 29)),  # the bank holiday in place of Boxing Day
        (date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday and Easter Monday
    ],
)
async def test_bank_holidays_are_kept(post: Post, off: date, opens: date) -> None:
    taken_over(post.store, due("1.1", off))
    for hour in range(7, 20):
        assert await post.round(on(off, hour)) == []
    assert to_nadia(await post.round(on(opens))) == [("digest", ("1.1",))]


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
    assert await post.round(on(back, 14)) == []
    weekly = await post.round(on(date(2026, 6, 15)))  # the digest of the next Monday: no reminder is due on it
    assert [one for one in weekly if one[1] == "person:nadia"] == [("digest", "person:nadia", ())]
    assert await post.round(on(date(2026, 6, 16))) == []


async def test_a_snooze_silences_the_reminder_until_it_ends_and_moves_no_date(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    until = date(2026, 6, 4)
    do(post.store, plan_deeds.snooze, RULES, on(TUESDAY, 8), "slack:U_NADIA", "PLAN/1.1", until, "Waiting.")
    assert await post.round(on(TUESDAY)) == []
    assert await post.round(on(date(2026, 6, 3))) == []
    assert await post.round(on(until)) == [reminder("1.1")]
    assert stands(post.store, "1.1").due == DUE


async def test_an_action_that_becomes_due_after_todays_message_waits_for_tomorrow(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    assert await post.round(on(TUESDAY)) == [reminder("1.1")]
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 2)), now=on(TUESDAY, 11))
    assert await post.round(on(TUESDAY, 12)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.2")]


async def test_on_a_day_with_nothing_due_nothing_is_added(post: Post) -> None:
    taken_over(post.store, due("1.1", date(2026, 9, 30)))
    assert await post.store.run(tick, RULES, on(TUESDAY)) == 0
    assert await post.deliver(on(TUESDAY)) == []
