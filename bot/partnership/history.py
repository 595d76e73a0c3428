"""The append-only history: what happened to a subject, chained so that a changed or missing line shows.

Each event's hash covers the one before it. Free words are covered by a salted digest only, so that they can be
redacted later without breaking the chain; a tombstone event then says who asked for it and who agreed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

GENESIS = "0" * 64
REDACTED = "(redacted)"


@dataclass(frozen=True)
class Event:
    """Something that happened. `facts` stay for ever; `words` are what people typed and can be redacted."""

    subject: str
    at: datetime
    who: str
    deed: str
    facts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Entry:
    """An event in its place of the chain. `words_digest` is empty when there never were words."""

    seq: int
    event: Event
    words_digest: str
    salt: str | None
    previous: str
    hash: str


def entry(seq: int, event: Event, previous: str, salt: str) -> Entry:
    """The event chained behind the hash `previous`. `salt` is random for each event."""
    digest = words_digest(event.words, salt) if event.words else ""
    return Entry(seq, event, digest, salt if event.words else None, previous, chain_hash(seq, event, digest, previous))


def words_digest(words: Mapping[str, str] | None, salt: str) -> str:
    """The salted SHA-256 of the words."""
    return hashlib.sha256((salt + _canonical(dict(words or {}))).encode()).hexdigest()


def chain_hash(seq: int, event: Event, digest: str, previous: str) -> str:
    """The SHA-256 over the event without its words, their digest, and the hash before."""
    covered = {
        "seq": seq,
        "subject": event.subject,
        "at": event.at.isoformat(),
        "who": event.who,
        "deed": event.deed,
        "facts": dict(event.facts),
        "words": digest,
        "previous": previous,
    }
    return hashlib.sha256(_canonical(covered).encode()).hexdigest()


def faults(entries: Sequence[Entry]) -> list[str]:
    """What is wrong with the chain, one sentence each; empty when every line is as it was written."""
    found: list[str] = []
    previous, wanted = GENESIS, 1
    redacted = set(_agreed_redactions(entries))
    for one in entries:
        if one.seq != wanted:
            found.append(f"Line {wanted} is missing; line {one.seq} follows.")
        if one.previous != previous:
            found.append(f"Line {one.seq} does not follow the line before it.")
        if one.hash != chain_hash(one.seq, one.event, one.words_digest, one.previous):
            found.append(f"Line {one.seq} was changed after it was written.")
        found += _word_faults(one, redacted)
        previous, wanted = one.hash, one.seq + 1
    return found


def _word_faults(one: Entry, redacted: set[int]) -> list[str]:
    if not one.words_digest:
        return [f"Line {one.seq} has words that were never recorded."] if one.event.words else []
    if one.event.words is None:
        return [] if one.seq in redacted else [f"Line {one.seq} lost its words without a redaction by two people."]
    if one.words_digest != words_digest(one.event.words, one.salt or ""):
        return [f"The words of line {one.seq} were changed."]
    return []


def _agreed_redactions(entries: Iterable[Entry]) -> Iterable[int]:
    for one in entries:
        facts = one.event.facts
        if one.event.deed == "redact" and facts.get("asked_by") != one.event.who:
            yield int(facts["line"])


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
