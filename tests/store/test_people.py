"""The people of the partnership are found by each of their addresses."""

from datetime import date

import pytest

from bot.partnership.people import Actor, Away, Person, Role
from bot.store import people
from bot.store.database import Store
from tests.store.samples import do

AMIRA = Person("amira", "Amira Okafor", "School or college", email="Amira.Okafor@school.example", order=1)
BEN = Person(
    "ben",
    "Ben Ferreira",
    "Business team",
    Role.BUSINESS_TEAM,
    groups=("mace", "policy"),
    email="ben@partnership.example",
    slack_id="U2",
    teams_id="29:x",
    prefers="slack",
    deputy="amira",
    away=(Away(date(2026, 8, 1), date(2026, 8, 14)),),
    active=False,
    order=0,
)


@pytest.fixture
def peopled(store: Store) -> Store:
    """A store that knows both."""
    do(store, people.replace_all, [AMIRA, BEN])
    return store


def test_people_come_back_as_they_were_named_in_the_order_of_the_file(peopled: Store) -> None:
    assert do(peopled, people.everyone) == [BEN, AMIRA]


@pytest.mark.parametrize("address", ["slack:U2", "teams:29:x", "person:ben"])
def test_a_person_is_found_by_each_address(peopled: Store, address: str) -> None:
    assert do(peopled, people.by_address, address) == BEN
    assert do(peopled, people.actor, address) == Actor(address, BEN)


@pytest.mark.parametrize("address", ["slack:U9", "slack:", "person:", "fax:1", "clock", "team", ""])
def test_an_address_that_nobody_has_is_an_actor_without_a_person(peopled: Store, address: str) -> None:
    assert do(peopled, people.by_address, address) is None
    assert do(peopled, people.actor, address) == Actor(address)


def test_a_person_is_found_by_e_mail_in_any_spelling_of_capitals(peopled: Store) -> None:
    assert do(peopled, people.by_email, " amira.okafor@SCHOOL.example ") == AMIRA
    assert do(peopled, people.by_email, "") is None


def test_a_slack_account_that_was_found_is_kept_when_the_file_is_read_again(peopled: Store) -> None:
    do(peopled, people.remember_account, "amira", "slack", "U1")
    do(peopled, people.replace_all, [AMIRA, BEN])
    found = do(peopled, people.by_address, "slack:U1")
    assert found is not None
    assert found.id == "amira"


def test_a_slack_account_is_forgotten_with_the_e_mail_address_that_led_to_it(peopled: Store) -> None:
    do(peopled, people.remember_account, "amira", "slack", "U1")
    moved = Person("amira", "Amira Okafor", "Police", email="amira@police.example")
    do(peopled, people.replace_all, [moved])
    assert do(peopled, people.everyone) == [moved]


def test_a_slack_account_belongs_to_one_person(peopled: Store) -> None:
    do(peopled, people.remember_account, "amira", "slack", "U2")
    assert [one.slack_id for one in do(peopled, people.everyone)] == [None, "U2"]
    do(peopled, people.replace_all, [AMIRA, BEN])  # the file names the account of Ben
    assert [one.slack_id for one in do(peopled, people.everyone)] == ["U2", None]
