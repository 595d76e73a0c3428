"""A plan file as actions, with an account of every row."""

from collections.abc import Iterable
from pathlib import Path

from bot.partnership.plan import Action
from bot.reading.about import about, rag_key
from bot.reading.actions import ActionMaker
from bot.reading.columns import Columns, columns_of
from bot.reading.drafts import Draft, leads_in_their_place
from bot.reading.faults import PlanFileError
from bot.reading.files import CUT_BY_PAGES, lines_of
from bot.reading.guard import kind_of
from bot.reading.mapping import Mapped, load_names
from bot.reading.names import Names
from bot.reading.numbered import NumberedReader
from bot.reading.read import Kind, Notes, ReadPlan, Row
from bot.reading.review import ReviewReader
from bot.reading.rows import Rows
from bot.reading.tables import Found, Table, find_tables
from bot.reading.words import slug

_LONGEST_PLAN = 40
type Tables = list[tuple[Table, Columns]]


def read_plan(
    path: Path, mapping: Mapped | Path | None = None, *, plan: str = "", year: str = "", title: str = ""
) -> ReadPlan:
    """The plan in the file. `mapping` gives other names of columns: field -> names, or a file like columns.yaml.

    Raises PlanFileError with every fault, and returns nothing then; OSError when the file cannot be opened.
    """
    names = load_names(file=mapping) if isinstance(mapping, Path) else load_names(mapping)
    plan_id = slug(plan or path.stem, _LONGEST_PLAN)
    if not plan_id:
        raise PlanFileError([f"'{plan or path.stem}' gives no name for the plan. Give one such as delivery-2026."])
    kind, notes = kind_of(path), Notes()
    found = find_tables(lines_of(path, kind, names), names)
    tables = _usable(found, names, notes, path.name)
    drafts = _drafts(tables, names, notes, loose=kind == CUT_BY_PAGES)
    actions = ActionMaker(plan_id, names, notes).actions(drafts)
    if notes.faults or not actions:
        raise PlanFileError(notes.faults or [f"{path.name} has a heading, but no action below it.", *_left(notes)])
    return _read(path, actions, notes, found, (plan_id, year, title), tables, names)


def _usable(found: Found, names: Names, notes: Notes, name: str) -> Tables:
    """The tables whose rows can be told apart. Raises PlanFileError when there is none."""
    tables: Tables = []
    for table in found.tables:
        columns = columns_of(table, names)
        if "number" in columns or "question" in columns:
            tables.append((table, columns))
            continue
        for line in (table.heading, *table.rows):
            notes.leave(line, "its table has no column for the number of the action")
    if found.tables and not tables:
        raise PlanFileError(
            [f"{found.tables[0].heading.place}: there is no column for the number of the action. Add one."]
        )
    if not tables:
        known = ", ".join(names.columns.get(field, ("",))[0] for field in ("number", "title", "lead", "due", "comment"))
        nothing = f"{name} holds no table of a plan: no line names columns that are known, such as {known}."
        raise PlanFileError([f"{nothing} If yours have other names, give a mapping file."])
    return tables


def _drafts(tables: Tables, names: Names, notes: Notes, *, loose: bool) -> list[Draft]:
    drafts: list[Draft] = []
    review, numbered = ReviewReader(drafts, names, notes), NumberedReader(drafts, notes, loose=loose)
    rows, aim = Rows(tables, names, notes, loose=loose), ""
    for table, columns in tables:
        reader = review if "question" in columns else numbered
        aim = table.aim or aim
        for entry in rows.of(table, columns):
            if entry.aim:
                aim = entry.aim
            else:
                reader.take(entry, aim)
    leads_in_their_place(drafts, notes)
    return drafts


def _read(
    path: Path,
    actions: tuple[Action, ...],
    notes: Notes,
    found: Found,
    given: tuple[str, str, str],
    tables: Tables,
    names: Names,
) -> ReadPlan:
    for line in found.page_marks:
        notes.change(line, f"the page mark '{line.words}' was left out")
    unknown = dict.fromkeys(name for _, columns in tables for name in columns.unknown)
    return ReadPlan(
        plan=about(path, actions, found, given, [columns for _, columns in tables], names),
        actions=actions,
        understood=_in_order(notes.understood),
        unread=_in_order(notes.unread),
        changed=tuple(notes.changed),
        doubtful=_in_order(notes.doubtful),
        rows=sum(1 + len(table.rows) for table in found.tables),
        unknown_columns=tuple(unknown),
        rag_key=rag_key(found),
        elsewhere=tuple(
            Row(line.number, line.words, "in another table", line.place, Kind.UNREAD) for line in found.outside
        ),
    )


def _in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.line))


def _left(notes: Notes) -> list[str]:
    return [f"{row.place}: {row.why}." for row in notes.unread]
