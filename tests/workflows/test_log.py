"""The log as a whole: it verifies, it names what was changed, and without words it gives nobody away."""

from datetime import date

import pytest

from bot.partnership.history import GENESIS
from bot.partnership.refusal import Refused
from bot.store import history
from bot.store.database import Store
from bot.workflows import escalations
from bot.workflows.log import LogError, export_rows, line_of, record_export, summary_rows, verify
from bot.workflows.log_rows import Row
from tests.workflows.whole_case import EVERYONE, GONE_NOTE, NOTE, RULES, SEEN_AT, TYPED, tamper, tell


@pytest.fixture
def told(store: Store) -> Store:
    """A store in which one escalation ran from its first line to its last."""
    with store.begin() as tx:
        tell(tx)
    return store


def rows(store: Store, with_words: bool = False, since: date | None = None, until: date | None = None) -> list[Row]:
    with store.begin() as tx:
        return export_rows(tx, RULES, with_words, since, until)


def summary(store: Store, with_words: bool = False) -> list[Row]:
    with store.begin() as tx:
        return summary_rows(tx, RULES, with_words)


def faults(store: Store) -> list[str]:
    with store.begin() as tx:
        return verify(tx)


def test_a_log_that_nobody_touched_has_no_faults(told: Store) -> None:
    assert faults(told) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE history SET who = 'person:bt-2' WHERE seq = 2", "Line 2 was changed after it was written."),
        ("DELETE FROM history WHERE seq = 4", "Line 4 is missing; line 5 follows."),
        ("DELETE FROM history WHERE seq = 9", "The history ends at line 8, but line 9 was written."),
        (
            "UPDATE history SET words = NULL WHERE seq = 4",
            "Line 4 lost its words without a redaction by two people.",
        ),
        ("UPDATE escalations SET state = 'open'", "E-2026-0001 is listed with another state than its history says."),
        (
            "UPDATE history SET facts = 'not JSON' WHERE seq = 2",
            "A line of the history cannot be read any more: it was changed after it was written.",
        ),
        ("UPDATE history SET facts = '{}' WHERE seq = 1", "Line 1 was changed after it was written."),
    ],
)
def test_what_was_changed_past_the_program_is_named(told: Store, statement: str, fault: str) -> None:
    tamper(told, statement)
    assert fault in faults(told)


def test_a_hash_that_was_noted_is_found_at_its_line(told: Store) -> None:
    with told.begin() as tx:
        noted = history.head(tx)[1]
        record_export(tx, SEEN_AT, "console:zoe", "csv", "An audit.")
        assert (line_of(tx, noted), line_of(tx, GENESIS), line_of(tx, "f" * 64)) == (9, 0, None)


def test_each_line_is_a_row_that_says_what_was_done_and_how_things_stood_then(told: Store) -> None:
    found = rows(told)
    assert [row["deed"] for row in found] == [
        "raised it",
        "acknowledged it",
        "assigned it to Children's social care",
        "added a note",
        "added a note",
        "asked to redact the words of line 5",
        "agreed with Partnership to redact the words of line 5",
        "moved it from stage 1 to stage 2",
        "resolved it",
    ]
    raised, resolved = found[0], found[-1]
    assert (raised["when (London)"], raised["when (UTC)"]) == ("2026-10-23 16:30:00", "2026-10-23T15:30:00+00:00")
    assert (raised["limit (London)"], raised["limit confirmed by the partnership"]) == ("2026-10-26 17:00:00", "no")
    assert (raised["owner"], raised["outcome"], raised["stage"]) == ("", "", "1")
    assert (resolved["owner"], resolved["outcome"], resolved["stage"]) == (
        *("Children's social care", "Decision changed", "2"),
    )
    assert resolved["limit (London)"] == ""


def test_without_words_an_export_holds_no_typed_word_no_name_and_no_case_reference(told: Store) -> None:
    with told.begin() as tx:
        record_export(tx, SEEN_AT, "console:zoe", "csv", "typed-purpose")
    shown = " ".join(cell for row in (*rows(told), *summary(told)) for cell in row.values())
    assert "typed-" not in shown and "zoe" not in shown
    for one in EVERYONE:
        assert one.name.lstrip("=") not in shown and one.id not in shown
    assert rows(told)[0]["who"] == "a practitioner who is not in the people file"
    assert rows(told)[1]["who"] == "Partnership"


def test_with_words_an_export_holds_everything_but_what_two_people_redacted(told: Store) -> None:
    found = rows(told, with_words=True)
    assert all(words in found[0]["words"] for words in TYPED.values())
    assert found[3]["words"] == f"Note: {NOTE}"
    assert found[4]["words"] == "(redacted)"
    assert found[1]["who"] == "Amira Example"
    assert found[6]["deed"] == "agreed with Amira Example to redact the words of line 5"
    assert GONE_NOTE not in str(found)


def test_an_export_takes_only_the_days_asked_for_by_the_clock_of_london(told: Store) -> None:
    friday, saturday = date(2026, 10, 23), date(2026, 10, 24)
    assert [row["line"] for row in rows(told, until=friday)] == ["1"]
    assert len(rows(told, since=saturday)) == 8
    assert rows(told, since=saturday, until=saturday) == []
    with told.begin() as tx:
        assert summary_rows(tx, RULES, False, since=saturday, until=saturday) == []


def test_the_summary_counts_the_working_hours_to_the_first_acknowledgement(told: Store) -> None:
    (row,) = summary(told)
    assert row["working hours to acknowledge"] == "1.50"  # half an hour on Friday, one on Monday
    assert (row["state"], row["stage"], row["outcome"]) == ("Closed, resolved", "2", "Decision changed")


def test_an_export_with_words_is_a_line_of_the_log_and_no_escalation(told: Store) -> None:
    with told.begin() as tx:
        record_export(tx, SEEN_AT, "console:zoe", "xlsx", "An audit.")
    assert faults(told) == []
    last = next(row for row in rows(told, with_words=True) if row["reference"] == "LOG")
    assert (last["who"], last["deed"]) == ("the administrator zoe", "exported the log with its words (xlsx)")
    assert (last["words"], last["kind"]) == ("Reason: An audit.", "")
    assert len(summary(told)) == 1
    with told.begin() as tx, pytest.raises(Refused, match="no escalation LOG"):
        escalations.view(tx, RULES, SEEN_AT, "slack:U1", "LOG")


def test_a_log_that_cannot_be_read_is_not_exported(told: Store) -> None:
    tamper(told, "UPDATE history SET facts = '{}' WHERE seq = 1")
    with pytest.raises(LogError, match="signpost log verify"):
        rows(told)
