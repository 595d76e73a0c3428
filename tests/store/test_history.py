"""Whoever changes a line of the history past its guards is found out."""

from dataclasses import replace

from sqlalchemy import text

from bot.partnership.history import GENESIS, faults
from bot.store import history
from bot.store.database import Store
from tests.store.samples import at_once, do, noting, raising


def tampered(store: Store, *statements: str) -> list[str]:
    with store.begin() as tx:
        for statement in statements:
            tx.execute(text(statement))
    return do(store, lambda tx: faults(list(history.every(tx))))


def test_an_untouched_history_verifies(told: Store) -> None:
    entries = do(told, lambda tx: list(history.every(tx)))
    assert [one.seq for one in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == GENESIS
    assert do(told, history.head) == (5, entries[-1].hash)
    assert do(told, history.faults) == []


def test_a_line_is_read_back_as_it_was_appended(store: Store) -> None:
    odd = raising()
    odd = replace(
        odd, words={"disputed": "“Late” – NUL \0, 🧒", "tried": "half a pair \ud83d"}, facts={"b": "2", "a": "é"}
    )
    written = do(store, history.append, odd)
    assert do(store, history.of_subject, "E-2026-0001") == [written]
    assert written.event.words == {"disputed": "“Late” – NUL \ufffd, 🧒", "tried": "half a pair \ufffd"}
    assert do(store, history.faults) == []


def test_four_writers_at_once_make_one_chain(store: Store) -> None:
    def write(writer: int) -> None:
        for number in range(8):
            do(store, history.append, noting(f"Note {number}.", f"E-2026-000{writer}"))

    at_once(4, write)
    assert do(store, history.head)[0] == 32
    assert do(store, history.faults) == []


def test_the_lines_of_one_subject_are_told_apart_from_others(told: Store) -> None:
    do(told, history.append, raising("E-2026-0002"))
    assert [one.seq for one in do(told, history.of_subject, "E-2026-0002")] == [6]
    assert [one.seq for one in do(told, history.of_subject, "E-2026-0001")] == [1, 2, 3, 4, 5]


def test_a_changed_line_is_named(unguarded: Store) -> None:
    found = tampered(unguarded, "UPDATE history SET who = 'person:carol' WHERE seq = 3")
    assert found == ["Line 3 was changed after it was written."]


def test_a_removed_line_is_named(unguarded: Store) -> None:
    found = tampered(unguarded, "DELETE FROM history WHERE seq = 3")
    assert "Line 3 is missing; line 4 follows." in found


def test_lines_removed_at_the_end_are_named(unguarded: Store) -> None:
    assert tampered(unguarded, "DELETE FROM history WHERE seq > 3") == []  # the chain alone cannot tell
    assert do(unguarded, history.faults) == ["The history ends at line 3, but line 5 was written."]
    tampered(unguarded, "DELETE FROM history")
    assert do(unguarded, history.faults) == ["The history ends at line 0, but line 5 was written."]


def test_a_last_line_that_was_written_past_the_bot_is_named(unguarded: Store) -> None:
    tampered(unguarded, "UPDATE chain SET seq = 4")
    assert do(unguarded, history.faults) == ["Line 5 is not the last line that was written."]
    tampered(unguarded, "UPDATE chain SET seq = 5, hash = 'another'")
    assert do(unguarded, history.faults) == ["Line 5 is not the last line that was written."]


def test_swapped_lines_are_named(unguarded: Store) -> None:
    swap = ("SET seq = 99 WHERE seq = 2", "SET seq = 2 WHERE seq = 3", "SET seq = 3 WHERE seq = 99")
    found = tampered(unguarded, *(f"UPDATE history {step}" for step in swap))
    assert {"Line 2 was changed after it was written.", "Line 3 was changed after it was written."} <= set(found)


def test_changed_words_are_named(unguarded: Store) -> None:
    found = tampered(unguarded, 'UPDATE history SET words = \'{"text":"Another note."}\' WHERE seq = 2')
    assert found == ["The words of line 2 were changed."]
