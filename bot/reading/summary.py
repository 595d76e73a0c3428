"""What reading a plan file gave, as lines for a person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.partnership.plan import Action
from bot.reading.read import Kind, ReadPlan, Row

_SHORT, _SHORTER = 100, 60
_SEVERAL = {
    Kind.ACTION: "actions",
    Kind.ANSWER: "answers without an action",
    Kind.CONTINUED: "second halves of rows above",
    Kind.AIM: "aims",
    Kind.HEADING: "headings",
    Kind.RULE: "drawn lines",
    Kind.BLANK: "empty rows",
}


def summary_lines(read: ReadPlan) -> list[str]:
    """What was understood, counted by aim and agency; what was changed, what is doubtful and what was not read."""
    return [
        *_heading(read),
        *_by_aim(read.actions),
        *_rows(read),
        *_part("Changed while reading", read.changed),
        *_part("Doubtful, please look", map(_told, read.doubtful)),
        *_part("Not read", map(_told, read.unread)),
        *_part("Columns that are not known and were left out", read.unknown_columns),
        *_elsewhere(read.elsewhere),
    ]


def row_lines(read: ReadPlan) -> list[str]:
    """Every row of the tables in order, with what became of it."""
    rows = sorted((*read.understood, *read.unread), key=lambda row: row.line)
    return [_told(row, str(row.kind)) for row in rows]


def _heading(read: ReadPlan) -> Iterator[str]:
    plan = read.plan
    year = f", plan year {plan.year}" if plan.year else ", plan year not known"
    what = (
        "listed as overdue"
        if plan.listed_overdue
        else f"{sum(action.due is not None for action in read.actions)} with a date"
    )
    yield f"{plan.title} ({plan.id}{year}): {_counted(len(read.actions))}, {what}."
    if read.rag_key:
        yield f"Colours as the file explains them: {'; '.join(read.rag_key)}."


def _counted(actions: int) -> str:
    return "1 action" if actions == 1 else f"{actions} actions"


def _by_aim(actions: Sequence[Action]) -> Iterator[str]:
    for aim, several in groupby(actions, key=lambda action: action.aim):
        agencies = Counter(action.agency or action.group for action in several)
        count = sum(agencies.values())
        parts = ", ".join(f"{name or 'no agency'} {number}" for name, number in agencies.items())
        if aim or any(agencies):
            yield f"  {_short(aim or 'Without an aim', _SHORT)}: {count} ({parts})"


def _rows(read: ReadPlan) -> Iterator[str]:
    kinds = Counter(row.kind for row in read.understood)
    parts = [f"{kinds[kind]} {kind if kinds[kind] == 1 else _SEVERAL[kind]}" for kind in Kind if kinds[kind]]
    parts.append(f"{len(read.unread)} not read")
    yield f"Rows of its tables: {read.rows} = {' + '.join(parts)}."


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    if several := list(lines):
        yield f"{title} ({len(several)}):"
        yield from (f"  {line}" for line in several)


def _elsewhere(rows: Sequence[Row]) -> Iterator[str]:
    if rows:
        first, last = rows[0].place, rows[-1].place
        yield f"{len(rows)} rows stand in other tables of the file and are not part of the plan ({first} to {last})."


def _told(row: Row, kind: str = "") -> str:
    why = ", ".join(part for part in (kind, row.why) if part)
    return f"{row.place}: {why}. “{_short(row.words, _SHORTER)}”"


def _short(words: str, longest: int) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"
