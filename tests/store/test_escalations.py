"""Escalations are what their history tells; references have no gaps; lists agree with the history."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, text

from bot.partnership.escalation import State
from bot.partnership.history import Event
from bot.store import escalations, history
from bot.store.database import Store
from bot.store.engine import make_engine
from tests.store.samples import CONCERN, MINUTE, NOW, at_once, do, noting, raise_one, raising


def closing(ref: str) -> Event:
    return Event(ref, NOW + MINUTE, "person:ben", "resolve", {"outcome": "agreed"}, {"reason": "They agree."})


def test_references_count_within_their_year(store: Store) -> None:
    given = [do(store, escalations.next_ref, year) for year in (2026, 2026, 2027, 2026)]
    assert given == ["E-2026-0001", "E-2026-0002", "E-2027-0001", "E-2026-0003"]


def test_references_have_no_gaps_under_four_writers_of_which_some_give_up(store_url: str) -> None:
    class GivesUp(Exception):
        pass

    def one(tx: Connection, turn: int) -> str:
        ref = raise_one(tx).ref
        if turn % 3 == 2:
            raise GivesUp
        return ref

    def write(writer: int) -> list[str]:
        store, kept = Store(make_engine(store_url)), []
        for turn in range(6):
            try:
                kept.append(do(store, one, turn))
            except GivesUp:
                continue
        store.close()
        return kept

    refs = [ref for kept in at_once(4, write) for ref in kept]
    assert sorted(refs) == [f"E-2026-{number:04}" for number in range(1, 17)]
    store = Store(make_engine(store_url))
    assert do(store, history.faults) == []
    assert do(store, history.head)[0] == 16
    assert sorted(do(store, escalations.all_refs)) == sorted(refs)
    store.close()


def test_an_escalation_is_what_its_history_tells(store: Store) -> None:
    raised = do(store, raise_one)
    noted = do(store, escalations.record, noting("Rang them.", raised.ref))
    assert [note.text for note in noted.notes] == ["Rang them."]
    assert do(store, escalations.load, raised.ref) == noted
    assert (noted.raised_by, noted.raised_at, noted.version) == ("person:amira", NOW, 2)
    assert do(store, escalations.load, "E-2026-0009") is None


def test_a_rolled_back_transaction_leaves_no_line(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.begin() as tx:
        raise_one(tx, form_key="V1")
        1 / 0  # noqa: B018
    assert do(store, history.head)[0] == 0
    assert do(store, lambda tx: list(history.every(tx))) == []
    assert do(store, escalations.all_refs) == []
    assert do(store, raise_one).ref == "E-2026-0001"


def test_the_same_form_leads_to_the_same_escalation(store: Store) -> None:
    assert do(store, escalations.by_form, "V1") is None
    raised = do(store, raise_one, form_key="V1")
    do(store, raise_one)
    do(store, escalations.record, noting("Rang them.", raised.ref))
    assert do(store, escalations.by_form, "V1") == raised.ref


def test_the_open_ones_are_listed_oldest_first_and_the_closed_are_not(store: Store) -> None:
    new = do(store, raise_one, at=NOW + MINUTE)
    old, closed = do(store, raise_one), do(store, raise_one)
    assert do(store, escalations.record, closing(closed.ref)).state is State.RESOLVED
    assert do(store, escalations.open_ones) == [old, new]
    do(store, escalations.record, Event(closed.ref, NOW, "person:ben", "reopen", {}, {"reason": "Again."}))
    assert [item.ref for item in do(store, escalations.open_ones)] == [old.ref, closed.ref, new.ref]


def test_a_person_s_own_are_found_under_each_of_their_addresses_newest_first(store: Store) -> None:
    first, other = do(store, raise_one, "slack:U1"), do(store, raise_one, "person:ben")
    second = do(store, raise_one, "person:amira", NOW + MINUTE)
    assert do(store, escalations.raised_by, {"slack:U1", "person:amira"}) == [second, first]
    assert do(store, escalations.raised_by, ["person:ben"]) == [other]
    assert do(store, escalations.raised_by, []) == []


def test_an_event_without_an_escalation_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="E-2026-0001"):
        do(store, escalations.record, noting("Rang them."))
    assert do(store, history.head)[0] == 0


def test_a_time_in_another_zone_is_the_same_moment_in_the_history(store: Store) -> None:
    item = do(store, raise_one, at=datetime(2026, 6, 3, 10, 0, tzinfo=ZoneInfo("Europe/London")))
    assert item.raised_at.isoformat() == "2026-06-03T09:00:00+00:00"
    assert do(store, history.faults) == []


def test_lists_that_differ_from_the_history_are_named(store: Store) -> None:
    ref, gone = do(store, raise_one).ref, do(store, raise_one).ref
    assert do(store, escalations.index_faults) == []
    with store.begin() as tx:
        tx.execute(text("UPDATE escalations SET state = 'resolved' WHERE ref = :ref"), {"ref": ref})
        tx.execute(text("DELETE FROM escalations WHERE ref = :ref"), {"ref": gone})
        tx.execute(
            text(
                "INSERT INTO escalations (ref, state, raised_by, raised_at, version) VALUES ('X', 'open', 'a', :at, 1)"
            ),
            {"at": "2026-06-03T09:00:00.000000Z"},
        )
    assert do(store, escalations.index_faults) == [
        f"{gone} is in the history but in no list.",
        "X is in the lists but not in the history.",
        f"{ref} is listed with another state than its history says.",
    ]


def test_the_list_holds_no_words(store: Store) -> None:
    do(store, escalations.record, raising())
    with store.begin() as tx:
        row = tx.execute(text("SELECT * FROM escalations")).one()
    assert not {"The case was closed too early.", *CONCERN.values()} & {
        value for value in row if isinstance(value, str)
    }
