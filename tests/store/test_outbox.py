"""A notice is kept with the change that caused it, and goes out once."""

from bot.partnership.notices import Notice
from bot.store import outbox
from bot.store.database import Store
from tests.store.samples import MINUTE, NOW, do, notice
from tests.store.sending import claim, claimed, send_all


def test_a_notice_added_twice_goes_out_once(store: Store) -> None:
    assert do(store, outbox.add, [notice("a"), notice("b")], NOW) == 2
    assert do(store, outbox.add, [notice("a"), notice("c"), notice("c")], NOW) == 1
    assert send_all(store) == ["a", "b", "c"]
    assert do(store, outbox.add, [notice("a")], NOW) == 0
    assert send_all(store, 60) == []


def test_a_notice_comes_back_as_it_was_added(store: Store) -> None:
    added = Notice("k", "told", "person:ben", "E-2026-0007", True, {"deed": "note", "who": "person:amira"}, NOW)
    do(store, outbox.add, [added], NOW - MINUTE)
    parcel = claimed(store)
    assert (parcel.notice, parcel.attempts, parcel.route, parcel.created_at) == (added, 0, 0, NOW - MINUTE)


def test_a_later_card_supersedes_a_waiting_one_of_the_same_subject(store: Store) -> None:
    first, other = notice("1", kind="card"), notice("other", kind="card", subject="E-2026-0002")
    told = notice("told")
    do(store, outbox.add, [first, other, told], NOW)
    do(store, outbox.add, [notice("2", kind="card"), notice("3", kind="card")], NOW)
    assert do(store, outbox.counts) == {"superseded": 2, "waiting": 3}
    assert send_all(store) == ["other", "told", "3"]


def test_a_card_that_was_added_before_supersedes_nothing(store: Store) -> None:
    do(store, outbox.add, [notice("1", kind="card"), notice("2", kind="card")], NOW)
    do(store, outbox.add, [notice("1", kind="card")], NOW)
    assert send_all(store) == ["2"]


def test_a_card_that_comes_back_unsent_gives_way_to_a_newer_one(store: Store) -> None:
    do(store, outbox.add, [notice("1", kind="card")], NOW)
    parcel = claimed(store)
    do(store, outbox.add, [notice("2", kind="card")], NOW)
    do(store, outbox.later, parcel.id, NOW + MINUTE, "timeout")
    assert send_all(store, 60) == ["2"]


def test_urgent_notices_go_first_then_the_oldest(store: Store) -> None:
    do(store, outbox.add, [notice("new", "person:a")], NOW)
    do(store, outbox.add, [notice("old", "person:b")], NOW - MINUTE)
    do(store, outbox.add, [notice("urgent", "person:c", urgent=True)], NOW)
    assert send_all(store) == ["urgent", "old", "new"]


def test_a_notice_does_not_go_before_its_time(store: Store) -> None:
    do(store, outbox.add, [notice("a", not_before=NOW + MINUTE)], NOW)
    assert claim(store, 59) is None
    assert claimed(store, 60).notice.key == "a"
