"""An escalation is what its history tells."""

from dataclasses import replace
from datetime import timedelta

from bot.partnership import deeds
from bot.partnership.escalation import Escalation, Kind, State, escalation
from bot.partnership.history import GENESIS, REDACTED, Entry, Event, entry
from tests.partnership.samples import ASHA, BEN, MONDAY, NADIA, REF, RULES, TOM, actor, raised

HOUR = timedelta(hours=1)
TEAM, SECOND = actor(BEN), actor(ASHA)


def told(*events: Event) -> list[Entry]:
    """The events as lines of the history."""
    return [entry(number, event, GENESIS, "salt") for number, event in enumerate(events, 1)]


def folded(*events: Event) -> Escalation:
    found = escalation(told(*events))
    assert found is not None
    return found


FIRST = deeds.raise_it(REF, TOM, MONDAY, raised(stage=2))


def test_a_new_one_is_open_at_its_stage_and_waits_for_an_acknowledgement() -> None:
    new = folded(FIRST)
    assert (new.state, new.stage, new.stage_since, new.waiting_since) == (State.OPEN, 2, MONDAY, MONDAY)
    assert (new.raised, new.raised_by, new.version, new.lines) == (raised(stage=2), "slack:U_TOM", 1, (1,))


def test_a_concern_has_no_stage() -> None:
    assert folded(deeds.raise_it(REF, TOM, MONDAY, raised(Kind.CONCERN))).stage is None


def test_every_deed_leaves_its_mark() -> None:
    seen = deeds.acknowledge(folded(FIRST), TEAM, MONDAY + HOUR)
    given = deeds.assign(folded(FIRST, seen), TEAM, MONDAY + 2 * HOUR, NADIA)
    noted = deeds.note(folded(FIRST, seen, given), actor(NADIA), MONDAY + 3 * HOUR, "I ring them.")
    moved = deeds.move_stage(folded(FIRST, seen, given, noted), TEAM, MONDAY + 4 * HOUR, 3, "No answer.", RULES)
    item = folded(FIRST, seen, given, noted, moved)
    assert (item.state, item.acknowledged_by, item.acknowledged_at) == (
        State.ACKNOWLEDGED,
        "person:ben",
        MONDAY + HOUR,
    )
    assert item.owner == "nadia"
    assert [(note.who, note.text) for note in item.notes] == [("person:nadia", "I ring them.")]
    assert (item.stage, item.stage_since, item.reason) == (3, MONDAY + 4 * HOUR, "No answer.")
    assert item.raised.stage == 2  # what the form said stays
    assert (item.version, item.lines) == (5, (1, 4, 5))


def test_reopening_starts_the_clocks_anew_and_asks_for_a_new_acknowledgement() -> None:
    seen = deeds.acknowledge(folded(FIRST), TEAM, MONDAY + HOUR)
    done = deeds.resolve(folded(FIRST, seen), TEAM, MONDAY + 2 * HOUR, "agreed", "Both signed.", RULES)
    closed = folded(FIRST, seen, done)
    assert (closed.is_closed, closed.outcome, closed.closed_at) == (True, "agreed", MONDAY + 2 * HOUR)
    later = MONDAY + timedelta(days=3)
    item = folded(FIRST, seen, done, deeds.reopen(closed, TEAM, later, "Not kept."))
    assert (item.state, item.is_closed, item.outcome, item.closed_at) == (State.OPEN, False, None, None)
    assert (item.stage_since, item.waiting_since, item.reason) == (later, later, "Not kept.")


def test_a_withdrawn_one_and_a_duplicate_are_closed() -> None:
    gone = folded(FIRST, deeds.withdraw(folded(FIRST), TOM, MONDAY, "They rang back."))
    assert (gone.state, gone.reason) == (State.WITHDRAWN, "They rang back.")
    other = folded(deeds.raise_it("E-2026-0007", TOM, MONDAY, raised()))
    twice = folded(FIRST, deeds.link_duplicate(folded(FIRST), TEAM, MONDAY, other))
    assert (twice.state, twice.duplicate_of) == (State.DUPLICATE, "E-2026-0007")


def test_redacted_words_show_a_tombstone_and_can_no_longer_be_asked_for() -> None:
    asked = deeds.ask_redaction(folded(FIRST), TEAM, MONDAY, 1)
    agreed = deeds.redact(folded(FIRST, asked), SECOND, MONDAY, 1)
    lines = told(FIRST, asked, agreed)
    lines[0] = Entry(1, Event(REF, MONDAY, TOM.id, "raise", FIRST.facts, None), lines[0].words_digest, None, "", "")
    item = escalation(lines)
    assert item is not None
    assert (item.raised.disputed, item.raised.case_reference) == (REDACTED, REDACTED)
    assert (item.lines, item.redactions_asked) == ((), ())


def test_a_deed_of_a_later_version_counts_as_a_line_and_changes_nothing_else() -> None:
    later = Event(REF, MONDAY + HOUR, TEAM.id, "a deed of a later version", {"owner": "nadia"})
    assert folded(FIRST, later) == replace(folded(FIRST), version=2)


def test_the_history_of_something_else_is_no_escalation() -> None:
    assert escalation([]) is None
    assert escalation(told(Event("people", MONDAY, "clock", "people were imported"))) is None
