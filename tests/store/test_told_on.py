"""One reader's day belongs to one notice; who stands in for whom is found without reading everybody."""

from dataclasses import replace
from datetime import date

from bot.partnership.people import Away, Person, Role
from bot.store import deputies, people, told_on
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.store.prune import prune
from bot.store.tables import told_on as days
from tests.store.samples import DAY, NOW, at_once, do
from tests.store.test_prune import KEPT

TODAY = NOW.date()
AMIRA = Person("amira", "Amira Example", "Health", deputy="ben")
BEN = Person("ben", "Ben Sample", "Health", deputy="cara", order=1)
CARA = Person("cara", "Cara Quill", "Police", deputy="amira", order=2)
DEV = Person("dev", "Dev Invented", "Police", Role.CHAIR, deputy="eve", order=3)
EVE = Person("eve", "Eve Invented", "Housing", order=4)


def absent(person: Person, day: date = TODAY) -> Person:
    return replace(person, away=(Away(day, day),))


def test_a_day_is_taken_once_by_one_notice(store: Store) -> None:
    assert do(store, told_on.take, "person:amira", TODAY, "reminder:1")
    assert not do(store, told_on.take, "person:amira", TODAY, "digest:1")
    assert do(store, told_on.take, "person:amira", TODAY + DAY, "digest:1")
    assert do(store, told_on.taken, ["person:amira", "person:ben"], TODAY) == {"person:amira"}
    assert do(store, told_on.taken, [], TODAY) == set()


def test_only_who_took_it_gives_it_back(store: Store) -> None:
    do(store, told_on.take, "person:amira", TODAY, "reminder:1")
    do(store, told_on.give_back, "person:amira", TODAY, "digest:1")
    assert do(store, told_on.taken, ["person:amira"], TODAY) == {"person:amira"}
    do(store, told_on.give_back, "person:amira", TODAY, "reminder:1")
    assert do(store, told_on.taken, ["person:amira"], TODAY) == set()


def test_of_several_who_take_it_at_once_one_does(store: Store, store_url: str) -> None:
    def take(turn: int) -> bool:
        other = Store(make_engine(store_url))
        try:
            return do(other, told_on.take, "person:amira", TODAY, f"notice:{turn}")
        finally:
            other.close()

    assert sorted(at_once(4, take)) == [False, False, False, True]


def test_old_days_go_with_the_notices(store: Store) -> None:
    do(store, told_on.take, "person:amira", TODAY, "reminder:1")
    do(store, prune, NOW + 90 * DAY, KEPT)
    assert do(store, told_on.taken, ["person:amira"], TODAY) == {"person:amira"}
    do(store, prune, NOW + 91 * DAY, KEPT)
    with store.begin() as tx:
        assert tx.execute(days.select()).all() == []


def ids(found: list[Person]) -> list[str]:
    return [one.id for one in found]


def test_somebody_stands_for_themselves_and_for_whom_they_are_the_nearest_who_is_there(store: Store) -> None:
    do(store, people.replace_all, [absent(AMIRA), BEN, CARA])
    assert ids(do(store, deputies.stands_for, "ben", TODAY)) == ["ben", "amira"]
    assert ids(do(store, deputies.stands_for, "cara", TODAY)) == ["cara"]
    assert ids(do(store, deputies.stands_for, "ben", TODAY + DAY)) == ["ben"]


def test_through_a_chain_of_deputies_the_first_who_is_there_stands_in(store: Store) -> None:
    do(store, people.replace_all, [absent(AMIRA), replace(BEN, active=False), CARA])
    assert ids(do(store, deputies.stands_for, "cara", TODAY)) == ["cara", "ben", "amira"]
    assert do(store, deputies.stands_for, "amira", TODAY) == []
    assert do(store, deputies.stands_for, "nobody", TODAY) == []


def test_a_circle_in_which_nobody_is_there_ends(store: Store) -> None:
    do(store, people.replace_all, [absent(AMIRA), absent(BEN), absent(CARA)])
    assert do(store, deputies.stands_for, "cara", TODAY) == []


def test_a_right_is_judged_by_the_chairs_the_lead_and_their_deputies(store: Store) -> None:
    do(store, people.replace_all, [AMIRA, BEN, CARA, DEV, EVE, replace(EVE, id="far", deputy="amira")])
    assert ids(do(store, deputies.with_deputies, ["amira"])) == ["amira", "ben", "cara", "dev", "eve"]
    assert ids(do(store, deputies.with_deputies, [])) == ["dev", "eve"]
    assert ids(do(store, deputies.with_deputies, ["nobody"])) == ["dev", "eve"]
