"""`signpost advice`."""

from datetime import date

import pytest

from bot.partnership.drill import Drilled
from bot.partnership.people import Person, Role
from bot.store import advice, drills, outbox, people
from bot.store.database import Store
from tests.commands.command import Console
from tests.store.samples import NOW, do

DAY = date(2026, 6, 3)
WHY = "A wrong number is shown."


@pytest.fixture
def store(sqlite_url: str) -> Store:
    """The console's database."""
    return Store.open(sqlite_url)


def test_at_first_it_is_on_and_nothing_is_known_of_a_drill(console: Console) -> None:
    done = console("advice", "status")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Automatic advice is on and has never been switched.",
        "",
        "No drill has run yet.",
    ]


def test_switching_off_is_kept_with_who_and_why_and_the_team_is_told(store: Store, console: Console) -> None:
    done = console("advice", "off", "--why", WHY, "--by", "Sam Okafor")
    assert done.code == 0 and "switched off. The business team is told." in done.out
    last = do(store, advice.last)
    assert last is not None and (last.is_on, last.who, last.why) == (False, "console:Sam Okafor", WHY)
    assert [(one.kind, one.to) for one in do(store, outbox.waiting)] == [("advice", "team")]
    shown = console("advice", "status").out
    assert "Automatic advice is OFF since " in shown and f"Sam Okafor, “{WHY}”" in shown
    assert "signpost advice on" in shown


def test_status_shows_the_history_by_name(store: Store, console: Console) -> None:
    do(store, people.replace_all, [Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM)])
    for turned, why in (("off", WHY), ("on", "Mended."), ("off", "Wrong again.")):
        assert console("advice", turned, "--why", why, "--by", "ben okoro").code == 0
    shown = console("advice", "status").out
    assert shown.index("Wrong again.") < shown.index("- on, ") < shown.index("- off, ") < shown.index(WHY)
    assert shown.count("Ben Okoro (LSCP)") == 3


def test_what_cannot_be_done_is_one_sentence_and_nothing_is_switched(store: Store, console: Console) -> None:
    for words, sentence in (
        (("on", "--why", WHY, "--by", "ben"), "already switched on"),
        (("off", "--why", " ", "--by", "ben"), "Say in a sentence why"),
        (("off", "--why", WHY, "--by", ""), "Say with --by"),
    ):
        done = console("advice", *words)
        assert done.code == 1 and sentence in done.err and done.err.count("\n") == 1
    assert console("advice", "off", "--why", WHY).code == 2
    assert do(store, advice.last) is None


def test_status_shows_the_drills_and_what_they_missed(store: Store, console: Console) -> None:
    missed = ({"id": "flag-overdose", "expected": "emergency_999, urgent", "got": "lado"},)
    do(store, drills.claim, DAY, "one", NOW, NOW)
    do(store, drills.finish, "one", Drilled(DAY, NOW, 100, 99, 0, missed, "failed"))
    do(store, drills.claim, date(2026, 6, 4), "one", NOW, NOW)
    heading, first, second = console("advice", "status").out.splitlines()[-3:]
    assert heading.split() == ["drill", "result", "passed", "missed"]
    assert first.split() == ["2026-06-04", "not", "finished", "0", "of", "0"]
    assert second.split() == ["2026-06-03", "failed", "99", "of", "100", "flag-overdose"]
