"""Each recipient's lane sends one notice at a time and keeps its pace; the others do not wait for it."""

import threading
from collections.abc import Callable

from bot.store import outbox
from bot.store.database import Store
from tests.store.samples import MINUTE, NOW, SECOND, at_once, do, notice


def claim(store: Store, seconds: float = 0, pace: float = 0) -> outbox.Parcel | None:
    return do(store, outbox.claim, "w", NOW + seconds * SECOND, pace, 30.0)


def key(parcel: outbox.Parcel | None) -> str | None:
    return parcel.notice.key if parcel else None


def test_a_lane_sends_one_notice_at_a_time(store: Store) -> None:
    do(store, outbox.add, [notice("1"), notice("2"), notice("other", "person:ben")], NOW)
    first = claim(store)
    assert first is not None
    assert key(first) == "1"
    assert key(claim(store)) == "other"
    assert claim(store) is None
    do(store, outbox.settle, first.id, NOW, {})
    assert key(claim(store)) == "2"


def test_a_lane_keeps_its_pace(store: Store) -> None:
    do(store, outbox.add, [notice("1"), notice("2")], NOW)
    first = claim(store, pace=1.5)
    assert first is not None
    do(store, outbox.settle, first.id, NOW, {})
    assert claim(store, 1.4, pace=1.5) is None
    assert key(claim(store, 1.5, pace=1.5)) == "2"


def test_a_lane_is_free_again_however_the_sending_ended(store: Store) -> None:
    do(store, outbox.add, [notice(str(number)) for number in range(5)], NOW)
    endings: tuple[Callable[[int], None], ...] = (
        lambda id: do(store, outbox.later, id, NOW + MINUTE, "timeout"),
        lambda id: do(store, outbox.give_up, id, NOW, "gone"),
        lambda id: do(store, outbox.settle, id, NOW, {}),
        lambda id: do(store, outbox.next_route, id, NOW + MINUTE, "gone"),
    )
    for number, end in enumerate(endings):
        parcel = claim(store)
        assert parcel is not None
        assert key(parcel) == str(number)
        end(parcel.id)
    assert key(claim(store)) == "4"


def test_a_held_lane_waits_while_others_go(store: Store) -> None:
    do(store, outbox.add, [notice("1", urgent=True), notice("2", "person:ben")], NOW)
    do(store, outbox.hold_lane, "team", NOW + 30 * SECOND)
    assert key(claim(store)) == "2"
    assert claim(store, 29) is None
    assert key(claim(store, 30)) == "1"


def test_a_shorter_hold_does_not_end_a_longer_one(store: Store) -> None:
    do(store, outbox.hold_lane, "person:new", NOW + 60 * SECOND)
    do(store, outbox.hold_lane, "person:new", NOW + 10 * SECOND)
    do(store, outbox.add, [notice("1", "person:new")], NOW)
    assert claim(store, 59) is None
    assert key(claim(store, 60)) == "1"


def test_four_workers_never_have_two_notices_of_a_lane_in_flight(store: Store) -> None:
    do(store, outbox.add, [notice(f"{number:02}") for number in range(24)], NOW)
    sent: list[str] = []
    flying, most, guard, finished = 0, 0, threading.Lock(), threading.Event()

    def work(worker: int) -> None:
        nonlocal flying, most
        while not finished.is_set():
            parcel = do(store, outbox.claim, f"w{worker}", NOW, 0.0, 30.0)
            if parcel is None:
                continue
            with guard:
                flying += 1
                most = max(most, flying)
                sent.append(parcel.notice.key)
                if len(sent) == 24:
                    finished.set()
            do(store, outbox.counts)  # takes as long as another worker's claim
            with guard:
                flying -= 1
            do(store, outbox.settle, parcel.id, NOW, {})

    at_once(4, work)
    assert sorted(sent) == [f"{number:02}" for number in range(24)]
    assert most == 1


def test_a_lane_is_not_hidden_by_a_writer_who_adds_to_it(postgresql_store: Store) -> None:
    do(postgresql_store, outbox.add, [notice("1")], NOW)
    with postgresql_store.begin() as tx:
        outbox.add(tx, [notice("2")], NOW)
        assert key(claim(postgresql_store)) == "1"


def test_the_worker_wakes_when_the_next_notice_may_go(store: Store) -> None:
    assert do(store, outbox.wake_at) is None
    do(store, outbox.add, [notice("1", not_before=NOW + 3 * MINUTE)], NOW)
    assert do(store, outbox.wake_at) == NOW + 3 * MINUTE
    do(store, outbox.add, [notice("2", "person:ben"), notice("3", "person:ben")], NOW)
    assert do(store, outbox.wake_at) == NOW
    sending = claim(store, pace=2)
    assert sending is not None
    assert do(store, outbox.wake_at) == NOW + 30 * SECOND  # the lease; nothing else of the lane goes before it ends
    do(store, outbox.settle, sending.id, NOW, {})
    assert do(store, outbox.wake_at) == NOW + 2 * SECOND
    do(store, outbox.hold_lane, "person:ben", NOW + 9 * MINUTE)
    assert do(store, outbox.wake_at) == NOW + 3 * MINUTE
