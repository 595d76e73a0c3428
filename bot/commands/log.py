"""`signpost log`: check that every line is as it was written, and export the log."""

import argparse
import getpass
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.commands.exporting import Export, written
from bot.commands.shown import WRONG_CALL, counted, failed, with_store
from bot.partnership.rules import RulesError, load_rules
from bot.settings import Settings
from bot.store import history
from bot.store.database import Store
from bot.workflows.log import LogError, line_of, verify
from bot.workflows.log_files import FileError, require_place
from bot.workflows.log_names import CONSOLE

_HASH = re.compile(r"[0-9a-f]{64}")


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("log", help="check or export the log of escalations")
    what = parser.add_subparsers(required=True, metavar="verify|export")
    check = what.add_parser("verify", help="say whether every line is as it was written")
    check.add_argument("--expect", metavar="HASH", help="a hash noted earlier that must still be in the log")
    check.set_defaults(run=verify_log)
    export = what.add_parser("export", help="write the log to a file, without words and names unless asked")
    export.add_argument("--format", choices=["csv", "xlsx"], required=True)
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--with-words", action="store_true", help="with typed words and names; recorded in the log")
    export.add_argument("--reason", default="", help="why the words are needed, without names (with --with-words)")
    export.add_argument("--from", dest="since", type=_day, metavar="DATE", help="the first day, such as 2026-09-01")
    export.add_argument("--to", dest="until", type=_day, metavar="DATE", help="the last day")
    export.add_argument("--force", action="store_true", help="replace the file if it is there")
    export.set_defaults(run=export_log)


def verify_log(options: argparse.Namespace, settings: Settings) -> int:
    """Print that there are no faults, or each fault; the exit code is 1 with any."""
    expected = (options.expect or "").strip().lower()
    if expected and not _HASH.fullmatch(expected):
        return failed("--expect takes a whole hash: 64 digits and letters from a to f.", WRONG_CALL)
    return with_store(settings, lambda store: _verify(store, expected))


def export_log(options: argparse.Namespace, settings: Settings) -> int:
    """Write the log to a file and say what is in it."""
    if fault := _wrong(options):
        return failed(fault, WRONG_CALL)
    try:
        require_place(options.out, options.force)
        return with_store(settings, lambda store: _export(store, options))
    except (FileError, LogError, RulesError) as error:
        return failed(str(error))


def _verify(store: Store, expected: str) -> int:
    with store.begin() as tx:
        faults, (lines, head) = verify(tx), history.head(tx)
        place = line_of(tx, expected) if expected and not faults else None
    if expected and not faults and place is None:
        faults = ["No line has the hash that you expect: lines at the end are missing, or the log was written anew."]
    if faults:
        print(*faults, sep="\n")
        return failed(f"{counted(len(faults), 'fault')} in the log.")
    print(f"{counted(lines, 'line')}, no faults. Head {head}")
    if place is not None:
        print(f"The hash that you expect is that of line {place}; {counted(lines - place, 'line')} came after it.")
    return 0


def _export(store: Store, options: argparse.Namespace) -> int:
    wanted = Export(
        options.format, options.out, options.force, options.with_words, options.reason, options.since, options.until
    )
    for line in written(store, wanted, load_rules(), datetime.now(UTC), f"{CONSOLE}:{_login()}"):
        print(line)
    return 0


def _wrong(options: argparse.Namespace) -> str | None:
    if options.with_words != bool(options.reason.strip()):
        return "--with-words needs --reason, and --reason belongs to it. The reason is kept in the log."
    if options.since and options.until and options.since > options.until:
        return f"--from {options.since} lies after --to {options.until}."
    return None


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{written!r} is no day, write it as 2026-09-01") from error


def _login() -> str:
    """Who gives the command, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "without a name"
