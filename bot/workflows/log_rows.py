"""One line of the history as a row of a table."""

from collections import defaultdict
from datetime import datetime

from bot.partnership.cells import clean_cell
from bot.partnership.clocks import deadline
from bot.partnership.escalation import Escalation
from bot.partnership.history import REDACTED, Entry
from bot.partnership.rules import Rules
from bot.wording.standing import area_words, limit_verified
from bot.workflows.log_names import Names
from knowledge.hours import LONDON

type Row = dict[str, str]

_DEEDS = {
    "raise": "raised it",
    "acknowledge": "acknowledged it",
    "assign": "assigned it to {owner}",
    "note": "added a note",
    "move_stage": "moved it from stage {from} to stage {stage}",
    "resolve": "resolved it",
    "withdraw": "withdrew it",
    "link_duplicate": "closed it as a duplicate of {of}",
    "reopen": "opened it again",
    "ask_redaction": "asked to redact the words of line {line}",
    "redact": "agreed with {asked_by} to redact the words of line {line}",
    "export": "exported the log with its words ({format})",
}
_WORDS = {
    "disputed": "What is disputed or the concern",
    "tried": "What was tried",
    "wanted": "Outcome wanted",
    "case_reference": "Case reference",
    "text": "Note",
    "reason": "Reason",
}
_ABOUT = ("kind", "area", "agency", "other agency", "stage", "danger now", "outcome", "owner")
_LIMIT = ("limit (London)", "limit confirmed by the partnership")


def event_columns(with_words: bool) -> tuple[str, ...]:
    """The headings of the rows of `event_row`."""
    words = ("words",) if with_words else ()
    return ("reference", "line", "when (London)", "when (UTC)", "who", "deed", *_ABOUT, *_LIMIT, *words, "hash")


def event_row(one: Entry, item: Escalation | None, rules: Rules, names: Names) -> Row:
    """The line, with its escalation as it stood after it."""
    event = one.event
    row = {
        "reference": event.subject,
        "line": str(one.seq),
        "when (London)": london(event.at),
        "when (UTC)": event.at.isoformat(timespec="seconds"),
        "who": names(event.who),
        "deed": _deed_words(one, names),
        **standing(item, rules, names),
        "words": _typed(one),
        "hash": one.hash,
    }
    return {name: clean_cell(row[name]) for name in event_columns(names.with_words)}


def standing(item: Escalation | None, rules: Rules, names: Names) -> Row:
    """How an escalation stands, without words."""
    if item is None:
        return dict.fromkeys((*_ABOUT, *_LIMIT), "")
    raised, due = item.raised, deadline(item, rules)
    return {
        "kind": raised.kind.value,
        "area": area_words(raised.area),
        "agency": raised.agency,
        "other agency": raised.other_agency,
        "stage": str(item.stage or ""),
        "danger now": "yes" if raised.danger_now else "no",
        "outcome": rules.outcomes.get(item.outcome, item.outcome) if item.outcome else "",
        "owner": names(f"person:{item.owner}") if item.owner else "",
        "limit (London)": london(due) if due else "",
        "limit confirmed by the partnership": ("yes" if limit_verified(item, rules) else "no") if due else "",
    }


def london(at: datetime) -> str:
    """`2026-11-23 17:00:00` as the clock in London showed it: a spreadsheet can sort it."""
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M:%S}"


def _deed_words(one: Entry, names: Names) -> str:
    facts = defaultdict(str, one.event.facts)
    if owner := facts.get("owner"):
        facts["owner"] = names(f"person:{owner}")
    if asked_by := facts.get("asked_by"):
        facts["asked_by"] = names(asked_by)
    return _DEEDS.get(one.event.deed, one.event.deed).format_map(facts)


def _typed(one: Entry) -> str:
    if one.event.words is None:
        return REDACTED if one.words_digest else ""
    return "\n".join(f"{_WORDS.get(name, name)}: {said}" for name, said in one.event.words.items() if said)
