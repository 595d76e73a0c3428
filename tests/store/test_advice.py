"""Switchings and drills as the databases keep them."""

from datetime import date, timedelta

from bot.partnership.advice import Switched
from bot.partnership.drill import Drilled
from bot.store import advice, drills
from bot.store.database import Store
from tests.store.samples import NOW, do

DAY = date(2026, 11, 24)
LEASE = NOW + timedelta(minutes=3)
LATER = LEASE + timedelta(seconds=1)
OFF = Switched(False, "person:ben", "A wrong number\0 is shown.", NOW)
ON = Switched(True, "person:asha", "Put right.", LATER, "person")
FOUND = Drilled(DAY, LATER, 100, 97, 1, ({"id": "lado-other", "expected": "lado", "got": "fgm"},), "failed")


def test_the_last_switching_holds_and_all_of_them_are_kept(store: Store) -> None:
    assert do(store, advice.last) is None
    assert do(store, advice.add, OFF) < do(store, advice.add, ON)
    assert do(store, advice.last) == ON
    assert [one.is_on for one in do(store, advice.everything)] == [False, True]
    assert do(store, advice.everything)[0].why == "A wrong number\ufffd is shown."


def test_a_day_is_held_by_one_alone(store: Store) -> None:
    assert do(store, drills.claim, DAY, "one", NOW, LEASE)
    assert not do(store, drills.claim, DAY, "two", NOW, LEASE)
    assert do(store, drills.claim, DAY + timedelta(days=1), "two", NOW, LEASE)


def test_whoever_was_killed_takes_it_back_and_others_take_it_over_after_the_lease(store: Store) -> None:
    do(store, drills.claim, DAY, "one", NOW, LEASE)
    assert do(store, drills.claim, DAY, "one", NOW, LEASE)
    assert not do(store, drills.claim, DAY, "two", LEASE - timedelta(seconds=1), LATER)
    assert do(store, drills.claim, DAY, "two", LATER, LATER + timedelta(minutes=3))
    assert not do(store, drills.hold, DAY, "one", LATER)
    assert do(store, drills.hold, DAY, "two", LATER)
    assert not do(store, drills.finish, "one", FOUND)
    assert do(store, drills.finish, "two", FOUND)


def test_a_drill_that_ends_the_process_each_time_is_left_alone_after_three_attempts(store: Store) -> None:
    assert [do(store, drills.claim, DAY, "one", NOW, LEASE) for _ in range(5)] == [True, True, True, False, False]


def test_what_was_found_is_kept_once_and_the_day_is_done(store: Store) -> None:
    do(store, drills.claim, DAY, "one", NOW, LEASE)
    assert do(store, drills.finish, "one", FOUND)
    assert not do(store, drills.finish, "one", FOUND)
    assert not do(store, drills.claim, DAY, "one", LATER, LATER)
    assert do(store, drills.latest, 5) == (FOUND,)


def test_drills_are_listed_by_their_days(store: Store) -> None:
    assert do(store, drills.first_day) is None
    for number in range(4):
        do(store, drills.claim, DAY + timedelta(days=number), "one", NOW, LEASE)
    assert do(store, drills.first_day) == DAY
    assert [one.day.day for one in do(store, drills.latest, 2)] == [27, 26]
    assert [one.day.day for one in do(store, drills.between, DAY, date(2026, 11, 26))] == [24, 25, 26]
    assert do(store, drills.latest, 1)[0].result == ""
