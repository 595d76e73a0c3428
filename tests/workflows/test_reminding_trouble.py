"""Reminders that meet trouble on their way: nothing is lost, and nobody hears twice on one day."""

from datetime import date, timedelta

import pytest

from bot.partnership.notices import TEAM
from bot.store import outbox, told_on
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows.due import tick
from bot.workflows.sending import Later, Unreachable
from knowledge.knowledge import Knowledge
from tests.partnership.samples import RULES
from tests.store.samples import at_once, do
from tests.workflows.planned import TUESDAY, Post, due, on, reminder, taken_over


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


async def test_a_reminder_that_waited_over_night_is_not_sent_beside_the_new_one(post: Post) -> None:
    taken_over(post.store, due("1.1"), due("1.2", date(2026, 6, 3)))
    post.trouble = [Later(900, "rate limited")]
    assert await post.round(on(TUESDAY, 16, 55)) == []
    assert await post.round(on(TUESDAY, 18)) == []
    assert await post.round(on(TUESDAY + timedelta(days=1))) == [reminder("1.2", "1.1")]
    assert await post.round(on(TUESDAY + timedelta(days=1), 12)) == []


async def test_after_a_refusal_the_same_day_is_tried_again(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    post.trouble = [Later(1, "rate limited"), Later(1, "rate limited")]
    assert await post.round(on(TUESDAY)) == [reminder("1.1")]
    assert await post.round(on(TUESDAY, 12)) == []


async def test_where_no_other_way_is_left_the_team_is_told_and_the_day_is_free_again(post: Post) -> None:
    taken_over(post.store, due("1.1"))
    post.trouble = [Later(1, "rate limited"), Unreachable("user_not_found")]  # e-mail is no way here
    assert [(kind, to) for kind, to, _ in await post.round(on(TUESDAY))] == [("undelivered", TEAM)]
    assert [one.kind for one in do(post.store, outbox.waiting)] == ["reminder"]
    assert do(post.store, told_on.taken, ["person:nadia"], TUESDAY) == set()


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
