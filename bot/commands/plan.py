"""`signpost plan`: take over a plan file, and list what is to be done."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.acting import Given, done
from bot.commands.plan_shown import show_actions, show_imported
from bot.commands.shown import counted, failed
from bot.partnership.plan_rules import load_plan_rules
from bot.reading.faults import PlanFileError
from bot.reading.plan_file import read_plan
from bot.reading.read import ReadPlan
from bot.settings import Settings
from bot.workflows.keeping import known_group
from bot.workflows.plan_import import Imported, import_plan
from bot.workflows.plan_listing import Listed, open_actions


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("plan", help="look after the delivery plan and other action plans")
    what = parser.add_subparsers(required=True, metavar="import|list")
    taken = what.add_parser("import", help="take over a plan file, whole or not at all")
    taken.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX, DOCX, or text whose cells tabs part")
    taken.add_argument("--plan", default="", metavar="ID", help="which plan it is (default: from the file's name)")
    taken.add_argument("--mapping", type=Path, metavar="FILE", help="other names of columns (docs/plan.md)")
    taken.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    taken.set_defaults(run=take)
    shown = what.add_parser("list", help="show the open actions")
    shown.add_argument("--group", metavar="GROUP", help="only those of this group")
    shown.add_argument("--overdue", action="store_true", help="only what is overdue")
    shown.set_defaults(run=show)


def take(options: argparse.Namespace, settings: Settings) -> int:
    """Take over the file and say row by row what was made of it; with a fault nothing changes and the code is 1."""
    try:
        read = read_plan(options.file, options.mapping, plan=options.plan)
    except PlanFileError as error:
        print(*error.faults, sep="\n")
        return failed(f"{counted(len(error.faults), 'fault')} in {options.file.name}. Nothing was changed.")
    except OSError as error:
        return failed(f"{error.filename or options.file} cannot be read: {error.strerror or type(error).__name__}.")
    return done(
        settings,
        lambda given: _take(given, read, options.dry_run),
        lambda imported: show_imported(read, imported, options.dry_run),
    )


def show(options: argparse.Namespace, settings: Settings) -> int:
    """The open actions, plan by plan in the order of their files."""
    return done(settings, lambda given: _listed(given, options.group, options.overdue), show_actions)


def _take(given: Given, read: ReadPlan, only_try: bool) -> Imported:
    tx, _, now, who = given
    trial = tx.begin_nested()
    imported = import_plan(tx, read, now, who)
    if only_try:
        trial.rollback()
    return imported


def _listed(given: Given, group: str | None, overdue: bool) -> Listed:
    tx, _, now, _ = given
    chosen = known_group(load_plan_rules(), group).id if group else None
    return open_actions(tx, now, chosen, overdue)
