"""A moment is kept as a moment: in UTC, in order, whatever the clocks on the wall do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from bot.store import inbox, questions
from bot.store.database import Store
from bot.store.tables import asked
from tests.store.samples import NOW, delivery, do, question

LONDON = ZoneInfo("Europe/London")
TWICE = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)  # the clocks go back: this hour comes twice


def test_a_time_comes_back_in_utc_across_a_clock_change(store: Store) -> None:
    before, after = TWICE, TWICE.replace(fold=1)
    do(store, questions.add, question("after", after))
    do(store, questions.add, question("before", before))
    found = do(store, questions.conversation, "slack:D1", before)
    assert [(one.id, one.at.isoformat()) for one in found] == [
        ("before", "2026-10-25T00:30:00+00:00"),
        ("after", "2026-10-25T01:30:00+00:00"),
    ]
    assert [one.id for one in do(store, questions.conversation, "slack:D1", after)] == ["after"]
    assert {one.at.tzinfo for one in found} == {UTC}


def test_a_lease_runs_a_minute_while_the_clocks_go_forward(store: Store) -> None:
    spring = datetime(2026, 3, 29, 0, 59, 30, tzinfo=LONDON)
    do(store, inbox.receive, delivery("Ev1"), spring)
    do(store, inbox.claim, "w1", spring, 1)
    later = (spring.astimezone(UTC) + timedelta(seconds=59)).astimezone(LONDON)
    assert later.hour == 2
    assert do(store, inbox.claim, "w2", later, 1) == []
    assert len(do(store, inbox.claim, "w2", later + timedelta(seconds=1), 1)) == 1


def test_moments_sort_by_the_microsecond_in_every_zone(store: Store) -> None:
    moments = [NOW + timedelta(microseconds=step) for step in (0, 1, 10, 999_999, 1_000_000)]
    zones = (UTC, LONDON, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York"), UTC)
    for number, (at, zone) in enumerate(zip(moments, zones, strict=True)):
        do(store, questions.add, question(f"q{9 - number}", at.astimezone(zone)))
    with store.begin() as tx:
        assert tx.execute(select(asked.c.at).order_by(asked.c.at)).scalars().all() == moments


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="a time without a zone"):
        do(store, questions.add, question("q1", datetime(2026, 6, 3, 9, 0)))
