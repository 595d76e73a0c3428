"""The weekly digest on both databases: who gets one, and when; silent when there is nothing to tell."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.digest import Digest
from bot.partnership.notices import TEAM
from bot.partnership.people import Away, Person
from bot.store import outbox
from bot.store.database import Store
from bot.workflows.digests import TEAM_READER, digest_for, digests_due, send_digests
from bot.workflows.due import tick
from bot.workflows.sending import Later
from knowledge.knowledge import Knowledge
from tests.partnership.plan_people import BEN, CARA, NADIA, OMAR, PLAN_RULES, TOM, action
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.planned import Post, on, taken_over

MONDAY = date(2026, 6, 8)
LATE, SOON, FAR = date(2026, 6, 4), date(2026, 6, 19), date(2026, 9, 30)
NADIA_SAID = "slack:U_NADIA"


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


def digest(store: Store, reader: str = "nadia", role: str = "lead", day: date = MONDAY, hour: int = 9) -> Digest:
    return do(store, digest_for, PLAN_RULES, on(day, hour), reader, role)


def team(store: Store, day: date = MONDAY) -> Digest:
    return digest(store, TEAM_READER, "business team", day)


def numbers(found: tuple[object, ...]) -> list[str]:
    return [getattr(one, "number", "") for one in found]


def readers(sent: list[tuple[str, str, tuple[str, ...]]]) -> set[str]:
    return {to for kind, to, _ in sent if kind == "digest"}


async def test_on_monday_at_nine_everybody_with_something_gets_one(post: Post) -> None:
    taken_over(post.store, action("1.1", due=LATE), action("1.2", due=FAR, lead="omar"))
    await post.round(on(MONDAY - timedelta(days=3)))
    assert await post.round(on(MONDAY, 8, 59)) == []
    assert readers(await post.round(on(MONDAY))) == {TEAM, "person:nadia", "person:cara"}
    for hour in (9, 12, 16):
        assert await post.round(on(MONDAY, hour, 30)) == []


async def test_with_nothing_to_tell_it_is_silent(post: Post) -> None:
    taken_over(post.store, action("1.1", due=FAR))
    assert await post.round(on(MONDAY)) == []
    assert digest(post.store).is_empty
    assert team(post.store).is_empty


async def test_on_its_day_it_takes_the_reminders_place_and_the_next_reminder_counts_from_it(post: Post) -> None:
    taken_over(post.store, action("1.1", due=date(2026, 6, 11), reminded_on=date(2026, 6, 1)))
    sent = await post.round(on(MONDAY))  # three working days before
    assert [one for one in sent if one[1] == "person:nadia"] == [("digest", "person:nadia", ("1.1",))]
    assert await post.round(on(MONDAY, 14)) == []
    assert await post.round(on(date(2026, 6, 9))) == []
    assert await post.round(on(date(2026, 6, 11))) == [("reminder", "person:nadia", ("1.1",))]


async def test_after_a_bank_holiday_it_goes_on_the_next_working_day(post: Post) -> None:
    taken_over(post.store, action("1.1", due=date(2026, 8, 28)))
    assert await post.round(on(date(2026, 8, 31))) == []  # the summer bank holiday
    assert "person:nadia" in readers(await post.round(on(date(2026, 9, 1))))
    assert await post.round(on(date(2026, 9, 2))) == []


async def test_after_downtime_it_goes_once_with_the_state_of_that_day(post: Post) -> None:
    taken_over(post.store, action("1.1", due=LATE), action("1.2", due=SOON))
    sent = await post.round(on(MONDAY + timedelta(days=3), 14))
    assert readers(sent) == {TEAM, "person:nadia", "person:cara"}
    assert await post.round(on(MONDAY + timedelta(days=4))) == []


async def test_one_that_could_not_be_sent_waits_for_the_next_hours_and_holds_the_reminder_back(post: Post) -> None:
    given = action("1.1", due=date(2026, 6, 9), reminded_on=date(2026, 6, 5))
    taken_over(post.store, given, everyone=[NADIA])
    post.trouble = [Later(600, "rate limited")] * 2
    assert await post.round(on(MONDAY, 16, 50)) == []
    assert await post.round(on(MONDAY, 17, 30)) == []
    assert await post.round(on(MONDAY + timedelta(days=1), 8)) == []
    assert await post.round(on(MONDAY + timedelta(days=1))) == [
        ("digest", TEAM, ()),
        ("digest", "person:nadia", ("1.1",)),
    ]


async def test_sent_by_hand_after_a_reminder_it_waits_for_tomorrow(post: Post) -> None:
    taken_over(post.store, action("1.1", due=date(2026, 6, 5), reminded_on=date(2026, 6, 1)), everyone=[NADIA, BEN])
    assert await post.round(on(date(2026, 6, 2))) == [("reminder", "person:nadia", ("1.1",))]
    assert do(post.store, send_digests, PLAN_RULES, on(date(2026, 6, 2), 11)) == 1
    assert await post.round(on(date(2026, 6, 2), 11)) == []
    assert readers(await post.round(on(date(2026, 6, 3)))) == {"person:nadia"}


def test_sending_again_adds_nothing(store: Store) -> None:
    taken_over(store, action("1.1", due=LATE))
    now = on(MONDAY, 9)
    assert do(store, digests_due, PLAN_RULES, now) == 3
    assert do(store, digests_due, PLAN_RULES, now) == do(store, send_digests, PLAN_RULES, now) == 0
    assert do(store, tick, RULES, now) == 0


def test_one_who_chairs_and_leads_gets_one_digest(store: Store) -> None:
    taken_over(store, action("1.1", due=LATE), action("2.1", due=LATE, lead="cara"))
    do(store, digests_due, PLAN_RULES, on(MONDAY))
    sent = [one.to for one in do(store, outbox.waiting) if one.kind == "digest"]
    assert sorted(sent) == ["person:cara", "person:nadia", TEAM]


def absent(person: Person, deputy: str | None = None) -> Person:
    return replace(person, away=(Away(MONDAY, MONDAY),), deputy=deputy)


async def test_the_deputy_gets_one_digest_with_both(post: Post) -> None:
    given = (action("1.1", due=LATE), action("1.2", due=LATE, lead="omar"))
    taken_over(post.store, *given, everyone=[BEN, absent(NADIA, "omar"), OMAR])
    sent = await post.round(on(MONDAY))
    assert {to: numbers for _, to, numbers in sent if to != TEAM} == {"person:omar": ("1.1", "1.2")}


async def test_an_absent_chairs_deputy_reads_for_the_chair(post: Post) -> None:
    taken_over(post.store, action("1.1", due=LATE), everyone=[BEN, NADIA, absent(CARA, "tom"), TOM])
    await post.round(on(MONDAY))
    found = {one.notice.to: one.digest for one in post.letters}["person:tom"]
    assert found is not None
    assert (found.role, numbers(found.overdue)) == ("chair", ["1.1"])


def test_somebody_who_is_not_there_has_nothing_to_read(store: Store) -> None:
    taken_over(store, action("1.1", due=LATE), everyone=[absent(NADIA)])
    assert digest(store).is_empty
    assert digest(store, "nobody").is_empty
