"""How many questions there were of each topic on each day: from those that are kept, and for good once they are not."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Connection, select

from bot.partnership.tally import Tally, tally
from bot.store.columns import utc
from bot.store.tables import asked, question_counts
from bot.store.writing import insert
from knowledge.hours import LONDON

_KEY = ("day", "topic")


def keep(tx: Connection, which: ColumnElement[bool]) -> None:
    """Count the questions that meet the condition, for good. They must be deleted in the same transaction."""
    for one in _counted(tx, which):
        new = insert(tx, question_counts).values(asdict(one))
        numbers = {name: question_counts.c[name] + new.excluded[name] for name in asdict(one) if name not in _KEY}
        tx.execute(new.on_conflict_do_update(index_elements=_KEY, set_=numbers))


def between(tx: Connection, first: date, last: date) -> list[Tally]:
    """The questions on these days (London), both included."""
    counts = question_counts.c
    deleted = tx.execute(select(question_counts).where(counts.day >= first, counts.day <= last))
    kept = (asked.c.at >= midnight(first)) & (asked.c.at < midnight(last + timedelta(days=1)))
    return _together([*(Tally(**row._mapping) for row in deleted), *_counted(tx, kept)])


def midnight(day: date) -> datetime:
    """The moment at which the day begins in London."""
    return utc(datetime.combine(day, time(), LONDON))


def _counted(tx: Connection, which: ColumnElement[bool]) -> list[Tally]:
    chosen = select(asked.c.at, asked.c.answer, asked.c.verdict, asked.c.told_team).where(which)
    rows = tx.execute(chosen.execution_options(yield_per=200))
    found = (tally(row.at.astimezone(LONDON).date(), row.answer, row.verdict, row.told_team) for row in rows)
    return _together(one for one in found if one)


def _together(tallies: Iterable[Tally]) -> list[Tally]:
    """One tally for each day and topic, in order."""
    found: dict[tuple[date, str], Tally] = {}
    for one in tallies:
        before = found.get((one.day, one.topic), Tally(one.day, one.topic))
        found[one.day, one.topic] = replace(
            one,
            asked=before.asked + one.asked,
            unsure=before.unsure + one.unsure,
            not_right=before.not_right + one.not_right,
            told_team=before.told_team + one.told_team,
        )
    return [found[key] for key in sorted(found)]
