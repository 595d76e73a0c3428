"""Questions and their answers in masked words, kept for follow-ups and feedback."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Update, insert, select, update

from bot.partnership.asked import Asked
from bot.store.tables import asked as questions


def add(tx: Connection, asked: Asked) -> None:
    """Keep the question with its answer."""
    tx.execute(
        insert(questions).values(
            id=asked.id,
            asked_by=asked.by,
            conversation=asked.conversation,
            place=asked.place,
            at=asked.at,
            masked=asked.masked,
            answer=asked.answer,
            verdict=asked.verdict,
            verdict_words=asked.verdict_words,
            told_team=asked.told_team,
        )
    )


def load(tx: Connection, id: str) -> Asked | None:
    """The question; None when it is unknown or deleted by now."""
    row = tx.execute(select(questions).where(questions.c.id == id)).first()
    return _asked(row) if row else None


def conversation(tx: Connection, key: str, since: datetime) -> list[Asked]:
    """The questions of one conversation since then, oldest first."""
    chosen = select(questions).where(questions.c.conversation == key, questions.c.at >= since)
    return [_asked(row) for row in tx.execute(chosen.order_by(questions.c.at, questions.c.id))]


def between(tx: Connection, since: datetime, until: datetime) -> list[Asked]:
    """All questions that are kept of that stretch, oldest first; `until` is not part of it."""
    chosen = select(questions).where(questions.c.at >= since, questions.c.at < until)
    return [_asked(row) for row in tx.execute(chosen.order_by(questions.c.at, questions.c.id))]


def set_verdict(tx: Connection, id: str, verdict: str, words: str) -> bool:
    """Keep what the asker thinks of the answer; False when that is known already or the question is not."""
    new = questions.c.verdict.is_distinct_from(verdict) | (questions.c.verdict_words != words)
    return _set(tx, update(questions).where(questions.c.id == id, new).values(verdict=verdict, verdict_words=words))


def set_told_team(tx: Connection, id: str) -> bool:
    """Note that the business team was told; False when it was told before or the question is unknown."""
    untold = questions.c.told_team.is_(False)
    return _set(tx, update(questions).where(questions.c.id == id, untold).values(told_team=True))


def _set(tx: Connection, change: Update) -> bool:
    return tx.execute(change).rowcount == 1


def _asked(row: Row[Any]) -> Asked:
    values = dict(row._mapping)
    return Asked(by=values.pop("asked_by"), **values)
