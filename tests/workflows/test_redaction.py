"""A redaction takes two people; then the words are gone from every table and file, and the chain still verifies."""

from pathlib import Path

import pytest

from bot.partnership.escalation import Escalation
from bot.partnership.history import REDACTED
from bot.partnership.refusal import Refused
from bot.store import history, people
from bot.store.database import Store
from bot.workflows import escalations
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.escalated import ASHA, BEN, NOW, REF, deeds_of, everything, raise_one
from tests.workflows.test_escalation_rights import DEEDS, refusal

TYPED = ("The step down.", "Two calls.", "A strategy meeting.", "SCH-118")


def test_the_lines_to_redact_are_shown_with_names_and_words(filled: Store) -> None:
    do(filled, DEEDS["note"], "slack:U_NADIA", REF)
    lines = do(filled, escalations.lines, RULES, NOW, "slack:U_BEN", REF)
    assert list(lines) == [1, 4]
    assert lines[4].endswith("Nadia Shaw (Health): I ring them.")


def redact(store: Store, line: int) -> Escalation:
    do(store, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, line)
    return do(store, escalations.redact, RULES, NOW, "slack:U_ASHA", REF, line)


def test_redacted_words_are_gone_from_every_table_and_a_tombstone_stays(filled: Store) -> None:
    do(filled, DEEDS["note"], "slack:U_NADIA", REF)
    redact(filled, 4)
    item = redact(filled, 1)
    assert (item.raised.disputed, item.notes[0].text) == (REDACTED, REDACTED)
    in_the_other = [one for one in TYPED if one in everything(filled)]
    assert in_the_other == list(TYPED)  # the other escalation says the same and keeps its words
    assert "I ring them." not in everything(filled)
    assert do(filled, history.faults) == []
    last = do(filled, history.of_subject, REF)[-1].event
    assert (last.who, last.facts) == ("person:asha", {"line": "1", "asked_by": "person:ben"})


def test_redacted_words_are_gone_from_the_database_file(sqlite_store: Store, tmp_path: Path) -> None:
    do(sqlite_store, people.replace_all, [BEN, ASHA])
    raise_one(sqlite_store)
    assert _holds(tmp_path, TYPED) == set(TYPED)
    redact(sqlite_store, 1)
    assert _holds(tmp_path, TYPED) == set()


def _holds(folder: Path, words: tuple[str, ...]) -> set[str]:
    """Which of the words stand in any file of the folder, such as the write-ahead log."""
    held = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    return {one for one in words if one.encode() in held}


def test_one_person_alone_redacts_nothing(filled: Store) -> None:
    do(filled, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, 1)
    before = everything(filled)
    assert refusal(filled, DEEDS["redact"], "slack:U_BEN").startswith("A second person must agree")
    assert refusal(filled, DEEDS["redact"], "person:ben").startswith("A second person must agree")
    assert everything(filled) == before


def test_the_words_of_another_escalation_cannot_be_taken_out_through_this_one(filled: Store) -> None:
    others = do(filled, history.of_subject, "E-2026-0002")[0].seq
    with pytest.raises(Refused, match=f"Line {others} holds no words of {REF}"):
        do(filled, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, others)
    with pytest.raises(Refused, match=f"Nobody has asked to redact line {others} of {REF}"):
        do(filled, escalations.redact, RULES, NOW, "slack:U_ASHA", REF, others)


def test_agreeing_twice_is_refused_and_the_first_tombstone_stands(filled: Store) -> None:
    redact(filled, 1)
    assert refusal(filled, DEEDS["redact"], "slack:U_ASHA") == f"Nobody has asked to redact line 1 of {REF}."
    assert deeds_of(filled).count("redact") == 1
