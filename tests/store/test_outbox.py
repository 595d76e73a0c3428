"""A notice is kept with the change that caused it, and goes out once."""

from sqlalchemy import select

from bot.partnership.notices import Notice
from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import outbox as table
from tests.store.samples import MINUTE, NOW, SECOND, do, notice


def claim(store: Store, seconds: float = 0, worker: str = "w") -> outbox.Parcel | None:
    return do(store, outbox.claim, worker, NOW + seconds * SECOND, 0.0, 30.0)


def claimed(store: Store, seconds: float = 0, worker: str = "w") -> outbox.Parcel:
    parcel = claim(store, seconds, worker)
    assert parcel is not None
    return parcel


def send_all(store: Store, seconds: float = 0) -> list[str]:
    sent = []
    while parcel := claim(store, seconds):
        sent.append(parcel.notice.key)
        do(store, outbox.settle, parcel.id, NOW, {"conversation": "C1", "message": "1.1"})
    return sent


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


def test_an_expired_lease_is_claimed_again_and_counts_as_an_attempt(store: Store) -> None:
    do(store, outbox.add, [notice("a")], NOW)
    assert claimed(store, worker="w1").attempts == 0
    assert claim(store, 29, "w2") is None
    assert claimed(store, 30, "w2").attempts == 1


def test_a_restarted_worker_frees_its_own_claims_only(store: Store) -> None:
    do(store, outbox.add, [notice("a", "person:a"), notice("b", "person:b")], NOW)
    claimed(store, worker="w1")
    claimed(store, worker="w2")
    assert do(store, outbox.release, "w1") == 1
    assert claimed(store, worker="w1").notice.key == "a"
    assert claim(store) is None


def test_what_could_not_go_goes_later_with_its_attempts_counted(store: Store) -> None:
    do(store, outbox.add, [notice("a")], NOW)
    do(store, outbox.later, claimed(store).id, NOW + MINUTE, "429")
    (waiting,) = do(store, outbox.waiting)
    assert (waiting.state, waiting.attempts, waiting.not_before, waiting.error) == ("waiting", 1, NOW + MINUTE, "429")
    assert claim(store, 59) is None
    assert claimed(store, 60).attempts == 1


def test_a_closed_way_leads_to_the_next_at_once_with_attempts_anew(store: Store) -> None:
    do(store, outbox.add, [notice("a")], NOW)
    do(store, outbox.later, claimed(store).id, NOW, "timeout")
    do(store, outbox.next_route, claimed(store).id, NOW, "channel_not_found")
    parcel = claimed(store)
    assert (parcel.route, parcel.attempts) == (1, 0)


def test_what_was_given_up_is_listed_until_somebody_sends_it_again(store: Store) -> None:
    do(store, outbox.add, [notice("a"), notice("b")], NOW)
    do(store, outbox.next_route, claimed(store).id, NOW, "user_not_found")
    lost = claimed(store)
    do(store, outbox.give_up, lost.id, NOW, "no way left")
    assert send_all(store) == ["b"]
    assert [(one.to, one.state, one.error) for one in do(store, outbox.waiting)] == [("team", "failed", "no way left")]
    assert do(store, outbox.resend, lost.id, NOW) is True
    assert do(store, outbox.resend, lost.id, NOW) is False
    assert claimed(store).route == 0


def test_what_another_worker_has_sent_meanwhile_stays_sent(store: Store) -> None:
    do(store, outbox.add, [notice("a")], NOW)
    slow = claimed(store, worker="slow")
    do(store, outbox.settle, claimed(store, 30, "quick").id, NOW, {"message": "1.1"})
    do(store, outbox.later, slow.id, NOW, "timeout")
    do(store, outbox.next_route, slow.id, NOW, "gone")
    do(store, outbox.give_up, slow.id, NOW, "gone")
    assert do(store, outbox.counts) == {"sent": 1}


def test_a_receipt_that_comes_after_the_lease_still_counts(store: Store) -> None:
    do(store, outbox.add, [notice("a")], NOW)
    slow = claimed(store, worker="slow")
    do(store, outbox.release, "slow")
    do(store, outbox.settle, slow.id, NOW, {"conversation": "C1", "message": "1.1"})
    assert claim(store) is None
    with store.begin() as tx:
        assert tx.execute(select(table.c.receipt)).scalar_one() == {"conversation": "C1", "message": "1.1"}


def test_the_list_of_what_has_not_arrived_leaves_out_what_has(store: Store) -> None:
    do(store, outbox.add, [notice("a", "person:a"), notice("b", "person:b"), notice("c", "person:c")], NOW)
    do(store, outbox.settle, claimed(store).id, NOW, {})
    claimed(store)
    assert [(one.to, one.state) for one in do(store, outbox.waiting)] == [
        ("person:b", "sending"),
        ("person:c", "waiting"),
    ]
