"""Questions are deleted after a while; how many there were stays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.partnership.tally import NO_MODEL, Tally, tally
from bot.store import question_counts
from bot.store.database import Store
from bot.store.prune import prune
from tests.reports.samples import RULES, ask
from tests.store.samples import do

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
LONG_AFTER = datetime(2026, 12, 1, tzinfo=UTC)


def counted(store: Store) -> list[Tally]:
    return do(store, question_counts.between, FIRST, LAST)


@pytest.fixture
def asked(store: Store) -> Store:
    """Questions of two topics on two days."""
    with store.begin() as tx:
        ask(tx, "fgm", date(2026, 6, 1), 2)
        ask(tx, "fgm", date(2026, 6, 1), 1, kind="clarify", verdict="not_clear", told_team=True)
        ask(tx, "lado", date(2026, 6, 1), 1, verdict="right")
        ask(tx, "lado", date(2026, 11, 30), 1)
    return store


def test_questions_are_counted_by_day_and_topic(asked: Store) -> None:
    assert counted(asked) == [
        Tally(date(2026, 6, 1), "fgm", asked=3, unsure=1, not_right=1, told_team=1),
        Tally(date(2026, 6, 1), "lado", asked=1),
        Tally(date(2026, 11, 30), "lado", asked=1),
    ]


def test_the_counts_are_the_same_after_old_questions_were_deleted_however_often(asked: Store) -> None:
    before = counted(asked)
    assert do(asked, prune, LONG_AFTER, RULES.kept_days)["questions"] == 4
    assert counted(asked) == before
    assert do(asked, prune, LONG_AFTER, RULES.kept_days)["questions"] == 0
    assert counted(asked) == before


def test_questions_of_a_day_that_is_deleted_in_two_goes_are_added_up(store: Store) -> None:
    day = date(2026, 6, 1)
    with store.begin() as tx:
        ask(tx, "fgm", day, 2)
    do(store, prune, LONG_AFTER, RULES.kept_days)
    with store.begin() as tx:
        ask(tx, "fgm", day, 3, kind="handoff")
    do(store, prune, LONG_AFTER, RULES.kept_days)
    assert counted(store) == [Tally(day, "fgm", asked=5, unsure=3)]


def test_only_the_days_asked_for_are_counted(asked: Store) -> None:
    found = do(asked, question_counts.between, date(2026, 6, 2), date(2026, 11, 30))
    assert [one.day for one in found] == [date(2026, 11, 30)]


def test_a_day_begins_at_midnight_in_london() -> None:
    assert question_counts.midnight(date(2026, 7, 1)) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert question_counts.midnight(date(2026, 12, 1)) == datetime(2026, 12, 1, tzinfo=UTC)
    days = [question_counts.midnight(date(2026, 3, 29) + timedelta(days=n)) for n in (0, 1)]
    assert days[1] - days[0] == timedelta(hours=23)


def test_a_greeting_is_no_question_and_what_is_no_answer_is_not_counted() -> None:
    day = date(2026, 6, 1)
    assert tally(day, '{"kind": "smalltalk", "primary": "out_of_scope"}', None, False) is None
    assert tally(day, '{"kind": "fallback", "primary": "lado"}', None, False) == Tally(day, NO_MODEL, 1)
    for words in ("", "[]", "{}", "null"):
        assert tally(day, words, None, False) is None
