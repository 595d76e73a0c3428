"""What is delivered is kept before it is confirmed, and handled once."""

import pytest
from sqlalchemy import text

from bot.store import inbox
from bot.store.database import Store
from tests.store.samples import MINUTE, NOW, SECOND, at_once, delivery, do


def keys(found: list[inbox.Delivery]) -> list[str]:
    return [one.key for one in found]


def test_a_delivery_received_twice_is_stored_once(store: Store) -> None:
    assert do(store, inbox.receive, delivery("Ev1"), NOW) is True
    assert do(store, inbox.receive, delivery("Ev1", text="again"), NOW) is False
    assert do(store, inbox.claim, "w", NOW, 10) == [delivery("Ev1")]
    do(store, inbox.done, "Ev1", NOW)
    assert do(store, inbox.receive, delivery("Ev1"), NOW) is False
    assert do(store, inbox.counts) == {"done": 1}


def test_any_letters_that_a_channel_sends_are_kept_as_they_came(store: Store) -> None:
    odd = delivery("Ev1", text="NUL \0, half a pair \ud83d, \u202e, 🧒")
    do(store, inbox.receive, odd, NOW)
    assert do(store, inbox.claim, "w", NOW, 10) == [odd]


def test_the_oldest_deliveries_come_first_and_no_more_than_asked_for(store: Store) -> None:
    for number in range(5):
        do(store, inbox.receive, delivery(f"Ev{number}"), NOW)
    assert keys(do(store, inbox.claim, "w", NOW, 2)) == ["Ev0", "Ev1"]
    assert keys(do(store, inbox.claim, "w", NOW, 9)) == ["Ev2", "Ev3", "Ev4"]


def test_a_claim_is_not_given_to_two_workers(store: Store) -> None:
    for number in range(40):
        do(store, inbox.receive, delivery(f"Ev{number:02}"), NOW)

    def work(worker: int) -> list[str]:
        mine: list[str] = []
        while found := do(store, inbox.claim, f"w{worker}", NOW, 1):
            mine += keys(found)
        return mine

    claimed = [key for mine in at_once(4, work) for key in mine]
    assert sorted(claimed) == [f"Ev{number:02}" for number in range(40)]


def test_a_worker_does_not_wait_for_another_that_is_claiming(postgresql_store: Store) -> None:
    for number in range(2):
        do(postgresql_store, inbox.receive, delivery(f"Ev{number}"), NOW)
    with postgresql_store.begin() as one, postgresql_store.begin() as two:
        two.execute(text("SET LOCAL lock_timeout = '50ms'"))
        assert keys(inbox.claim(one, "w1", NOW, 1)) == ["Ev0"]
        assert keys(inbox.claim(two, "w2", NOW, 1)) == ["Ev1"]


def test_an_expired_lease_is_claimed_again(store: Store) -> None:
    do(store, inbox.receive, delivery("Ev1"), NOW)
    assert keys(do(store, inbox.claim, "w1", NOW, 1)) == ["Ev1"]
    assert do(store, inbox.claim, "w2", NOW + 59 * SECOND, 1) == []
    assert keys(do(store, inbox.claim, "w2", NOW + 60 * SECOND, 1)) == ["Ev1"]


def test_a_restarted_worker_frees_its_own_claims_only(store: Store) -> None:
    for number in range(3):
        do(store, inbox.receive, delivery(f"Ev{number}"), NOW)
    do(store, inbox.claim, "w1", NOW, 2)
    do(store, inbox.claim, "w2", NOW, 1)
    assert do(store, inbox.release, "w1") == 2
    assert keys(do(store, inbox.claim, "w1", NOW, 9)) == ["Ev0", "Ev1"]
    assert do(store, inbox.release, "w3") == 0


def test_a_delivery_that_failed_is_tried_again_after_a_growing_pause_while_others_go(store: Store) -> None:
    do(store, inbox.receive, delivery("Ev1"), NOW)
    pauses, now = [], NOW
    for _ in range(3):
        assert keys(do(store, inbox.claim, "w", now, 1)) == ["Ev1"]
        do(store, inbox.try_later, "Ev1", now, "TimeoutError")
        failed_at = now
        while not do(store, inbox.claim, "w", now, 1):
            now += SECOND
        pauses.append((now - failed_at).total_seconds())
        do(store, inbox.release, "w")
    assert pauses == sorted(set(pauses))
    do(store, inbox.claim, "w", now, 1)
    do(store, inbox.try_later, "Ev1", now, "TimeoutError")
    do(store, inbox.receive, delivery("Ev2"), now)
    assert keys(do(store, inbox.claim, "w", now, 9)) == ["Ev2"]


def test_after_eight_attempts_a_delivery_has_failed_and_keeps_its_words(store: Store) -> None:
    do(store, inbox.receive, delivery("Ev1"), NOW)
    for attempt in range(8):
        assert do(store, inbox.counts) == {"waiting": 1}
        assert keys(do(store, inbox.claim, "w", NOW + attempt * 15 * MINUTE, 1)) == ["Ev1"]
        do(store, inbox.try_later, "Ev1", NOW + attempt * 15 * MINUTE, "ValueError")
    assert do(store, inbox.counts) == {"failed": 1}
    assert do(store, inbox.claim, "w", NOW + 500 * MINUTE, 1) == []


def test_a_delivery_that_ends_its_worker_each_time_does_not_come_back_for_ever(store: Store) -> None:
    do(store, inbox.receive, delivery("Ev1"), NOW)
    claimed = 0
    while do(store, inbox.claim, "w", NOW, 1):
        claimed += 1
        do(store, inbox.release, "w")
        assert claimed < 20
    assert claimed == 8
    assert do(store, inbox.counts) == {"failed": 1}


@pytest.mark.parametrize("handled", ["done", "try_later"])
def test_what_is_done_stays_done_when_a_slow_worker_comes_late(store: Store, handled: str) -> None:
    do(store, inbox.receive, delivery("Ev1"), NOW)
    do(store, inbox.claim, "slow", NOW, 1)
    do(store, inbox.claim, "quick", NOW + 2 * MINUTE, 1)
    do(store, inbox.done, "Ev1", NOW + 2 * MINUTE)
    if handled == "done":
        do(store, inbox.done, "Ev1", NOW + 3 * MINUTE)
    else:
        do(store, inbox.try_later, "Ev1", NOW + 3 * MINUTE, "TimeoutError")
    assert do(store, inbox.counts) == {"done": 1}


def test_the_age_of_the_oldest_unhandled_delivery_is_known(store: Store) -> None:
    assert do(store, inbox.oldest_waiting) is None
    do(store, inbox.receive, delivery("Ev1"), NOW)
    do(store, inbox.receive, delivery("Ev2"), NOW + MINUTE)
    do(store, inbox.claim, "w", NOW + MINUTE, 1)
    assert do(store, inbox.oldest_waiting) == NOW
    do(store, inbox.done, "Ev1", NOW + MINUTE)
    assert do(store, inbox.oldest_waiting) == NOW + MINUTE
