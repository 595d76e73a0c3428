"""The log of escalations as a whole: whether every line is as it was written, and all lines as rows of a table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.escalation import Escalation, escalation
from bot.partnership.history import GENESIS, Entry, Event
from bot.partnership.rules import Rules
from bot.store import escalations, history, people
from bot.workflows.log_names import Names
from bot.workflows.log_rows import Row, event_row
from bot.workflows.log_summary import summary_row
from knowledge.hours import LONDON

LOG = "LOG"  # the subject of what happens to the log itself


class LogError(Exception):
    """A line of the log cannot be read; the message says what to do."""


def verify(tx: Connection) -> list[str]:
    """What is wrong with the history and the lists made from it, one sentence each."""
    return [*_faults_of_history(tx), *_faults_of_lists(tx)]


def _faults_of_history(tx: Connection) -> list[str]:
    try:
        return history.faults(tx)
    except (KeyError, ValueError):
        return ["A line of the history cannot be read any more: it was changed after it was written."]


def _faults_of_lists(tx: Connection) -> list[str]:
    try:
        return escalations.index_faults(tx)
    except (KeyError, ValueError):
        return ["The lists cannot be compared with the history: a line of it cannot be read any more."]


def line_of(tx: Connection, hash: str) -> int | None:
    """The number of the line with that hash; 0 for the hash that stands before the first, None when no line has it."""
    if hash == GENESIS:
        return 0
    return next((one.seq for one in history.every(tx) if one.hash == hash), None)


def record_export(tx: Connection, now: datetime, who: str, form: str, reason: str) -> None:
    """The log itself says that its words were exported, by whom and why."""
    history.append(tx, Event(LOG, now, who, "export", {"format": form, "words": "yes"}, {"reason": reason}))


def export_rows(
    tx: Connection, rules: Rules, with_words: bool, since: date | None = None, until: date | None = None
) -> list[Row]:
    """One row for each line of the history, in order of time. `since` and `until` are days in London, both included.

    Without words: no typed words, no names of people, no case references. Raises LogError.
    """
    names = Names.of(people.everyone(tx), with_words)
    with _readable():
        shown = [(one, item) for one, item in _told(tx) if _within(one.event.at, since, until)]
        shown.sort(key=lambda pair: (pair[0].event.at, pair[0].seq))
        return [event_row(one, item, rules, names) for one, item in shown]


def summary_rows(
    tx: Connection, rules: Rules, with_words: bool, since: date | None = None, until: date | None = None
) -> list[Row]:
    """Each escalation with a line in those days, as it stands now. Raises LogError."""
    names = Names.of(people.everyone(tx), with_words)
    found: list[Row] = []
    with _readable():
        for ref in escalations.all_refs(tx):
            entries = history.of_subject(tx, ref)
            item = escalation(entries)
            if item and any(_within(one.event.at, since, until) for one in entries):
                found.append(summary_row(item, entries, rules, names))
    return found


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (KeyError, ValueError) as error:
        raise LogError("A line of the log cannot be read any more. Run: signpost log verify") from error


def _told(tx: Connection) -> Iterator[tuple[Entry, Escalation | None]]:
    """Each line with its escalation as it stood after it; None for what is about no escalation."""
    lines: dict[str, list[Entry]] = {}
    for one in history.every(tx):
        so_far = lines.setdefault(one.event.subject, [])
        so_far.append(one)
        yield one, escalation(so_far)


def _within(at: datetime, since: date | None, until: date | None) -> bool:
    day = at.astimezone(LONDON).date()
    return (since is None or day >= since) and (until is None or day <= until)
