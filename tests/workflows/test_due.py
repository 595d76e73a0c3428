"""The clock's work on both databases: what is due is added once, however often and by however many it is asked."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.partnership.notices import TEAM
from bot.partnership.people import Away
from bot.partnership.referral import ReferralState
from bot.store import outbox, people, referrals
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows import escalations
from bot.workflows.due import clean, tick
from bot.workflows.referrals import note_referral, outcome
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.escalated import ASHA, BEN, MINUTE, NADIA, NOW, OMAR, REF, added, opened


def all_sent(tx: Connection, now: datetime) -> None:
    """Everything that waits has gone out."""
    for one in outbox.waiting(tx):
        outbox.settle(tx, one.id, now, {})


NEAR = [("limit_near", "person:nadia"), ("limit_near", TEAM)]
PASSED = [("limit_passed", "person:nadia"), ("limit_passed", "slack:U_TOM"), ("limit_passed", TEAM)]


@pytest.mark.parametrize(
    ("raised_at", "limit"),
    [
        (clock(2026, 11, 20, 10), clock(2026, 11, 23, 17)),  # over a weekend
        (clock(2026, 12, 24, 10), clock(2026, 12, 29, 17)),  # over Christmas 2026
        (clock(2027, 3, 25, 10), clock(2027, 3, 30, 17)),  # over Easter 2027, when summer time begins
        (clock(2026, 10, 23, 10), clock(2026, 10, 26, 17)),  # over the end of summer time
    ],
)
def test_the_warning_and_the_limit_are_each_told_once(known: Store, raised_at: datetime, limit: datetime) -> None:
    opened(known, raised_at)
    assert added(known, limit - 121 * MINUTE) == []
    assert added(known, limit - 120 * MINUTE) == NEAR
    assert added(known, limit - MINUTE) == []
    assert added(known, limit) == PASSED
    assert added(known, limit + timedelta(days=5)) == []


def test_a_passed_limit_draws_the_card_anew_once(known: Store) -> None:
    opened(known)
    do(known, all_sent, NOW)
    for _ in range(3):
        do(known, tick, RULES, clock(2026, 11, 24, 17))
    assert [one.kind for one in do(known, outbox.waiting)].count("card") == 1


async def test_several_replicas_that_ask_at_once_add_each_notice_once(known: Store, store_url: str) -> None:
    opened(known)
    replicas = [known, *(Store(make_engine(store_url)) for _ in range(2))]
    counts = await asyncio.gather(*(one.run(tick, RULES, clock(2026, 11, 24, 17)) for one in replicas * 3))
    for other in replicas[1:]:
        other.close()
    assert sum(counts) == len(PASSED) + 1
    kinds = [one.kind for one in do(known, outbox.waiting)]
    assert kinds.count("limit_passed") == len(PASSED)


def test_a_resolved_one_is_left_alone_and_a_reopened_one_has_its_limit_anew(known: Store) -> None:
    opened(known)
    do(known, escalations.resolve, RULES, NOW, "slack:U_BEN", REF, "agreed", "Both signed.")
    assert added(known, clock(2026, 11, 30, 12)) == []
    do(known, escalations.reopen, RULES, clock(2026, 11, 30, 12), "slack:U_BEN", REF, "Not kept.")
    do(known, escalations.acknowledge, RULES, clock(2026, 11, 30, 12), "slack:U_BEN", REF)
    assert added(known, clock(2026, 12, 1, 14)) == []
    assert added(known, clock(2026, 12, 1, 15)) == NEAR


def test_a_moved_stage_has_its_limit_anew(known: Store) -> None:
    opened(known)
    do(known, escalations.move_stage, RULES, clock(2026, 11, 24, 16), "slack:U_BEN", REF, 2, "No answer.")
    assert added(known, clock(2026, 11, 24, 17)) == []
    assert added(known, clock(2026, 11, 26, 15)) == NEAR


def test_while_the_owner_is_away_the_deputy_hears_and_the_owner_again_afterwards(known: Store) -> None:
    opened(known)
    day = Away(date(2026, 11, 24), date(2026, 11, 24))
    do(known, people.replace_all, [BEN, ASHA, replace(NADIA, away=(day,), deputy="omar"), OMAR])
    assert added(known, clock(2026, 11, 24, 15)) == [("limit_near", "person:omar"), ("limit_near", TEAM)]
    assert added(known, clock(2026, 11, 25, 9)) == PASSED


def test_what_was_told_is_not_told_again_when_old_notices_are_deleted(known: Store) -> None:
    opened(known)
    assert added(known, clock(2026, 11, 24, 17)) == PASSED
    do(known, all_sent, clock(2026, 11, 24, 17))
    later = clock(2026, 11, 24, 17) + timedelta(days=RULES.kept_days.notices + 1)
    do(known, clean, RULES, later)
    assert added(known, later) == []


def test_the_outcome_of_a_referral_is_asked_for_three_times_and_then_no_more(known: Store) -> None:
    arguments = (RULES, NOW, "slack:U_TOM", "Thurrock MASH", date(2026, 11, 23), "SCH-118", "form")
    number = do(known, note_referral, *arguments).id
    mornings = [clock(2026, 11, 23, 9) + timedelta(days=day, minutes=early) for day in range(14) for early in (-1, 0)]
    asked = [moment for moment in mornings if added(known, moment)]
    assert asked == [clock(2026, 11, 25, 9), clock(2026, 11, 30, 9), clock(2026, 12, 3, 9)]
    found = do(known, referrals.load, number)
    assert found is not None
    assert (found.state, found.asked) == (ReferralState.STOPPED, 3)


def test_a_known_outcome_is_not_asked_for(known: Store) -> None:
    arguments = (RULES, NOW, "slack:U_TOM", "Thurrock MASH", date(2026, 11, 23), "SCH-118", "form")
    number = do(known, note_referral, *arguments).id
    assert added(known, clock(2026, 11, 25, 9)) == [("referral_outcome", "slack:U_TOM")]
    do(known, outcome, RULES, clock(2026, 11, 25, 9), "slack:U_TOM", number, True)
    assert added(known, clock(2026, 12, 24, 9)) == []
