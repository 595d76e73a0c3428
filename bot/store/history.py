"""The append-only history in its table. Triggers refuse every other change, whoever tries it."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.partnership.history import Entry, Event, entry
from bot.partnership.history import faults as chain_faults
from bot.store.columns import clean, utc
from bot.store.marks import mark_words_taken_out
from bot.store.tables import chain, history

_LAST = select(chain.c.seq, chain.c.hash).with_for_update()  # built once: building takes longer than running
_APPEND = insert(history)
_EXTEND = update(chain).values(seq=bindparam("last_seq"), hash=bindparam("last_hash"))
_OF_SUBJECTS = (
    select(history).where(history.c.subject.in_(bindparam("subjects", expanding=True))).order_by(history.c.seq)
)


def append(tx: Connection, event: Event) -> Entry:
    """The event as the next line. The last line's row stays locked until the transaction ends."""
    words = {name: clean(said) for name, said in (event.words or {}).items()} or None
    event = replace(event, at=utc(event.at), facts=dict(event.facts), words=words)
    last = tx.execute(_LAST).one()
    one = entry(last.seq + 1, event, last.hash, secrets.token_hex(16))
    tx.execute(_APPEND, _columns(one))
    tx.execute(_EXTEND, {"last_seq": one.seq, "last_hash": one.hash})
    return one


def of_subject(tx: Connection, subject: str) -> list[Entry]:
    """The lines about one subject, in order."""
    rows = tx.execute(select(history).where(history.c.subject == subject).order_by(history.c.seq))
    return [_entry(row) for row in rows]


def of_subjects(tx: Connection, subjects: Sequence[str]) -> dict[str, list[Entry]]:
    """The lines about each of the subjects, in order."""
    found: dict[str, list[Entry]] = {subject: [] for subject in subjects}
    for row in tx.execute(_OF_SUBJECTS, {"subjects": list(subjects)}):
        found[row.subject].append(_entry(row))
    return found


def every(tx: Connection) -> Iterator[Entry]:
    """All lines in order, a few hundred at a time in memory."""
    for row in tx.execute(select(history).order_by(history.c.seq).execution_options(yield_per=500)):
        yield _entry(row)


def take_words_out(tx: Connection, seq: int) -> None:
    """Remove the words of one line for good. Their digest stays, so the chain still verifies."""
    tx.execute(update(history).where(history.c.seq == seq).values(words=None, salt=None))
    mark_words_taken_out(tx)


def hold(tx: Connection) -> None:
    """From now on nobody else can record anything until the transaction ends: what is looked for stays as found."""
    tx.execute(_LAST).one()


def head(tx: Connection) -> tuple[int, str]:
    """The number and the hash of the last line that was written."""
    last = tx.execute(select(chain.c.seq, chain.c.hash)).one()
    return last.seq, last.hash


def faults(tx: Connection) -> list[str]:
    """What is wrong with the history, one sentence each. Lines missing at the end show too, which no chain can tell."""
    entries = list(every(tx))
    found, (seq, last_hash) = chain_faults(entries), head(tx)
    there = (entries[-1].seq, entries[-1].hash) if entries else (0, None)
    if there[0] < seq:
        found.append(f"The history ends at line {there[0]}, but line {seq} was written.")
    elif there[0] > seq or (seq and there[1] != last_hash):
        found.append(f"Line {there[0]} is not the last line that was written.")
    return found


def _columns(one: Entry) -> dict[str, Any]:
    event = one.event
    return {
        "seq": one.seq,
        "subject": event.subject,
        "at": event.at,
        "who": event.who,
        "deed": event.deed,
        "facts": event.facts,
        "words": event.words,
        "words_digest": one.words_digest,
        "salt": one.salt,
        "previous": one.previous,
        "hash": one.hash,
    }


def _entry(row: Row[Any]) -> Entry:
    event = Event(row.subject, row.at, row.who, row.deed, row.facts, row.words)
    return Entry(row.seq, event, row.words_digest, row.salt, row.previous, row.hash)
