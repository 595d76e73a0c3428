"""Taking over a people file: what changes, and what is kept."""

from dataclasses import replace

from bot.partnership.people import Person
from bot.store import people
from bot.store.database import Store
from bot.workflows.people import take_over
from bot.workflows.people_file import read_people
from tests.workflows.test_people_file import EXAMPLE


def test_taking_over_the_same_file_twice_changes_nothing(store: Store) -> None:
    everyone = read_people(EXAMPLE)
    with store.begin() as tx:
        assert len(take_over(tx, everyone).added) == 7
    with store.begin() as tx:
        again = take_over(tx, everyone)
        assert people.everyone(tx) == everyone
    assert (again.added, again.changed, again.gone, again.reordered) == ((), (), (), False)


def test_what_a_new_file_changes_is_told_by_person(store: Store) -> None:
    with store.begin() as tx:
        take_over(tx, in_order(person("a"), person("b"), person("c")))
    with store.begin() as tx:
        done = take_over(tx, in_order(person("d"), person("a"), person("c", agency="Police")))
    assert [[one.id for one in part] for part in (done.added, done.changed, done.gone)] == [["d"], ["c"], ["b"]]
    assert not done.reordered
    with store.begin() as tx:
        assert take_over(tx, in_order(person("c", agency="Police"), person("a"), person("d"))).reordered


def test_a_slack_account_found_by_email_is_kept_until_the_file_gives_it_to_somebody_else(store: Store) -> None:
    with store.begin() as tx:
        take_over(tx, [person("a"), person("b")])
        people.remember_account(tx, "a", "slack", "U7")
        take_over(tx, [person("a"), person("b")])
        assert [one.slack_id for one in people.everyone(tx)] == ["U7", None]
        take_over(tx, [person("a"), person("b", slack_id="U7")])
        assert [one.slack_id for one in people.everyone(tx)] == [None, "U7"]


def person(id: str, agency: str = "Health", slack_id: str | None = None) -> Person:
    return Person(id, f"{id.upper()} Example", agency, email=f"{id}@health.example", slack_id=slack_id)


def in_order(*everyone: Person) -> list[Person]:
    return [replace(one, order=order) for order, one in enumerate(everyone)]
