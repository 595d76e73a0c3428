"""The chain shows every change, loss and swap; redacted words leave it whole only when two people agreed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.partnership.history import GENESIS, Entry, Event, entry, faults, words_digest
from tests.partnership.samples import MONDAY, REF


def chained(*events: Event) -> list[Entry]:
    """The events as a history wrote them."""
    lines: list[Entry] = []
    for number, event in enumerate(events, 1):
        lines.append(entry(number, event, lines[-1].hash if lines else GENESIS, f"salt {number}"))
    return lines


def without_words(one: Entry) -> Entry:
    return replace(one, event=replace(one.event, words=None), salt=None)


def redaction(line: int, who: str, asked_by: str) -> Event:
    return Event(REF, MONDAY, who, "redact", {"line": str(line), "asked_by": asked_by})


RAISED = Event(REF, MONDAY, "slack:U_TOM", "raise", {"kind": "concern"}, {"disputed": "Too early.", "tried": ""})
SEEN = Event(REF, MONDAY, "person:ben", "acknowledge")
NOTED = Event(REF, MONDAY, "person:ben", "note", {}, {"text": "I ring them."})
LINES = chained(RAISED, SEEN, NOTED)


def test_an_untouched_chain_has_no_fault() -> None:
    assert faults([]) == []
    assert faults(LINES) == []


CHANGES: dict[str, tuple[Callable[[list[Entry]], list[Entry]], str]] = {
    "who": (lambda x: [x[0], replace(x[1], event=replace(x[1].event, who="person:eve")), x[2]], "Line 2 was changed"),
    "fact": (
        lambda x: [replace(x[0], event=replace(x[0].event, facts={"kind": "disagreement"})), *x[1:]],
        "Line 1 was changed",
    ),
    "time": (
        lambda x: [x[0], replace(x[1], event=replace(x[1].event, at=MONDAY.replace(hour=9))), x[2]],
        "Line 2 was changed",
    ),
    "subject": (
        lambda x: [x[0], x[1], replace(x[2], event=replace(x[2].event, subject="E-2026-0007"))],
        "Line 3 was changed",
    ),
    "words": (
        lambda x: [x[0], x[1], replace(x[2], event=replace(x[2].event, words={"text": "I rang them."}))],
        "The words of line 3 were changed",
    ),
    "words that never were": (
        lambda x: [x[0], replace(x[1], event=replace(x[1].event, words={"text": "Late."})), x[2]],
        "Line 2 has words that were never recorded",
    ),
    "lost words": (lambda x: [x[0], x[1], without_words(x[2])], "Line 3 lost its words without a redaction by two"),
    "missing line": (lambda x: [x[0], x[2]], "Line 2 is missing; line 3 follows"),
    "missing first line": (lambda x: x[1:], "Line 1 is missing; line 2 follows"),
    "swapped lines": (lambda x: [x[0], x[2], x[1]], "Line 3 does not follow the line before it"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_past_the_program_shows(change: str) -> None:
    tampered, sentence = CHANGES[change]
    assert any(fault.startswith(sentence) for fault in faults(tampered(list(LINES))))


def test_a_line_written_anew_with_its_own_hash_no_longer_fits_its_neighbour() -> None:
    forged = entry(2, replace(SEEN, who="person:eve"), LINES[0].hash, "salt 2")
    assert faults([LINES[0], forged, LINES[2]]) == ["Line 3 does not follow the line before it."]


def test_words_taken_out_by_two_people_leave_the_chain_whole() -> None:
    lines = chained(RAISED, SEEN, NOTED, redaction(1, "person:asha", "person:ben"))
    assert faults([without_words(lines[0]), *lines[1:]]) == []


def test_words_taken_out_by_one_person_show() -> None:
    lines = chained(RAISED, SEEN, NOTED, redaction(1, "person:ben", "person:ben"))
    assert faults([without_words(lines[0]), *lines[1:]]) == ["Line 1 lost its words without a redaction by two people."]


def test_a_redaction_of_one_line_is_none_of_another() -> None:
    lines = chained(RAISED, SEEN, NOTED, redaction(1, "person:asha", "person:ben"))
    left = [lines[0], lines[1], without_words(lines[2]), lines[3]]
    assert faults(left) == ["Line 3 lost its words without a redaction by two people."]


def test_the_digest_tells_nothing_without_its_salt() -> None:
    same = {"text": "I ring them."}
    assert words_digest(same, "one") != words_digest(same, "another")
    assert "I ring them." not in repr(without_words(LINES[2]))


def test_a_line_without_words_has_no_digest_and_no_salt() -> None:
    assert (LINES[1].words_digest, LINES[1].salt) == ("", None)
