"""An escalation: a professional disagreement, or a concern passed to the business team. It is what its history says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.partnership.history import REDACTED, Entry


class Kind(StrEnum):
    """What is escalated."""

    DISAGREEMENT = "disagreement"
    CONCERN = "concern"


class State(StrEnum):
    """Where an escalation stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"


CLOSED = frozenset({State.RESOLVED, State.WITHDRAWN, State.DUPLICATE})


@dataclass(frozen=True)
class Raised:
    """What the form said. No name of a child is asked for; `case_reference` is the agency's own."""

    kind: Kind
    area: str
    agency: str
    other_agency: str
    stage: int | None
    danger_now: bool
    disputed: str
    tried: str
    wanted: str
    case_reference: str


@dataclass(frozen=True)
class Note:
    """One added note."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True)
class Escalation:
    """One escalation as it stands. Addresses of people are an actor's `id`; `owner` is a person's id."""

    ref: str
    raised: Raised
    raised_by: str
    raised_at: datetime
    state: State = State.OPEN
    stage: int | None = None
    stage_since: datetime | None = None
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    waiting_since: datetime | None = None  # since when it waits for an acknowledgement
    owner: str | None = None
    notes: tuple[Note, ...] = ()
    closed_at: datetime | None = None
    outcome: str | None = None
    reason: str | None = None
    duplicate_of: str | None = None
    version: int = 0  # how many events made it
    redactions_asked: tuple[tuple[int, str], ...] = ()  # line of the history, and who asked
    lines: tuple[int, ...] = ()  # the lines of the history whose words can be redacted

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected."""
        return self.state in CLOSED


def escalation(entries: Iterable[Entry]) -> Escalation | None:
    """The escalation that its history tells, or None when there is no history of one."""
    current: Escalation | None = None
    for one in entries:
        if current is None and one.event.deed != "raise":  # a subject of another kind
            return None
        current = _raised(one) if current is None else _changed(current, one)
        current = replace(current, version=current.version + 1)
        if one.event.words:
            current = replace(current, lines=(*current.lines, one.seq))
    return current


def _raised(one: Entry) -> Escalation:
    event, facts = one.event, one.event.facts
    stage = int(facts["stage"]) if facts.get("stage") else None
    raised = Raised(
        kind=Kind(facts["kind"]),
        area=facts["area"],
        agency=facts["agency"],
        other_agency=facts["other_agency"],
        stage=stage,
        danger_now=facts["danger_now"] == "yes",
        **{name: _word(one, name) for name in ("disputed", "tried", "wanted", "case_reference")},
    )
    return Escalation(
        event.subject, raised, event.who, event.at, stage=stage, stage_since=event.at, waiting_since=event.at
    )


def _changed(now: Escalation, one: Entry) -> Escalation:
    event, facts = one.event, one.event.facts
    match event.deed:
        case "acknowledge":
            return replace(now, state=State.ACKNOWLEDGED, acknowledged_by=event.who, acknowledged_at=event.at)
        case "assign":
            return replace(now, owner=facts["owner"])
        case "note":
            return replace(now, notes=(*now.notes, Note(event.at, event.who, _word(one, "text"))))
        case "move_stage":
            return replace(now, stage=int(facts["stage"]), stage_since=event.at, reason=_word(one, "reason"))
        case "resolve" | "withdraw" | "link_duplicate":
            return _closed(now, one)
        case "reopen":
            opened = replace(now, state=State.OPEN, closed_at=None, outcome=None, duplicate_of=None)
            return replace(opened, reason=_word(one, "reason"), stage_since=event.at, waiting_since=event.at)
        case "ask_redaction":
            return replace(now, redactions_asked=(*now.redactions_asked, (int(facts["line"]), event.who)))
        case "redact":
            left = tuple(asked for asked in now.redactions_asked if asked[0] != int(facts["line"]))
            return replace(now, redactions_asked=left)
        case _:  # an event of a later version: it stays in the history and changes nothing here
            return now


def _closed(now: Escalation, one: Entry) -> Escalation:
    states = {"resolve": State.RESOLVED, "withdraw": State.WITHDRAWN, "link_duplicate": State.DUPLICATE}
    event = one.event
    return replace(
        now,
        state=states[event.deed],
        closed_at=event.at,
        outcome=event.facts.get("outcome"),
        duplicate_of=event.facts.get("of"),
        reason=_word(one, "reason"),
    )


def _word(one: Entry, name: str) -> str:
    """What was typed, empty when nothing was, or the tombstone once it is redacted."""
    if one.event.words is None:
        return REDACTED if one.words_digest else ""
    return one.event.words.get(name, "")
