"""What could not be sent is tried again, goes another way, or stays listed until somebody looks."""

from sqlalchemy import select

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import outbox as table
from tests.store.samples import MINUTE, NOW, do, notice
from tests.store.sending import claim, claimed, send_all


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
