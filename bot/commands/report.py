"""`signpost report`: the exception report and the report of a period."""

import argparse
import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bot.commands.acting import Given, day, done, today
from bot.commands.shown import WRONG_CALL, counted, failed
from bot.partnership.period import ExceptionReport, PerformanceReport, Period
from bot.settings import Settings
from bot.workflows import reports
from bot.workflows.log_files import FileError, require_place
from knowledge.load import load

# The documents' own rooms are loaded when one is written: their libraries take a second that no other command needs.


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("report", help="write reports for committees")
    what = parser.add_subparsers(required=True, metavar="exceptions|performance")
    overdue = what.add_parser("exceptions", help="what is overdue: action and comment")
    overdue.add_argument("--plan", metavar="ID", help="one plan only (default: each plan, with a table of its own)")
    overdue.add_argument("--at", type=day, metavar="DATE", help="overdue on that day (default: today)")
    overdue.add_argument("--with-leads", action="store_true", help="add an appendix with leads, dates and colours")
    overdue.set_defaults(run=exceptions)
    period = what.add_parser("performance", help="everything about a period")
    period.add_argument("--from", dest="first", type=day, required=True, metavar="DATE", help="such as 2026-05-01")
    period.add_argument("--to", dest="last", type=day, required=True, metavar="DATE", help="the last day")
    period.add_argument("--plan", action="append", default=[], metavar="ID", help="only this plan; may be repeated")
    period.set_defaults(run=performance)
    for one, usual in ((overdue, "markdown"), (period, "docx")):
        one.add_argument("--format", choices=["docx", "markdown"], default=usual, help=f"default: {usual}")
        one.add_argument("--out", type=Path, metavar="FILE", help="where to write; Markdown goes to the screen without")
        one.add_argument("--force", action="store_true", help="replace the file if it is there")


def exceptions(options: argparse.Namespace, settings: Settings) -> int:
    """Write the exception report, or print it."""
    on: date = options.at or today()
    return _reported(
        options, settings, lambda given: reports.exception_report(*given, on, options.plan), _write_exceptions
    )


def performance(options: argparse.Namespace, settings: Settings) -> int:
    """Write the report of the period, or print it."""
    if options.first > options.last:
        return failed(f"--from {options.first} lies after --to {options.last}.", WRONG_CALL)
    period, knowledge = Period(options.first, options.last), load()
    return _reported(
        options,
        settings,
        lambda given: reports.performance(*given, period, knowledge, *options.plan),
        _write_performance,
    )


def _reported[T](
    options: argparse.Namespace,
    settings: Settings,
    ask: Callable[[Given], T],
    write: Callable[[T, argparse.Namespace, Path | None], str],
) -> int:
    """Ask for the report and write it. The file takes its place when it is complete."""
    out: Path | None = options.out
    if out is None:
        if options.format == "docx":
            return failed("A Word document needs --out FILE.", WRONG_CALL)
        return done(settings, ask, lambda report: print(write(report, options, None), end=""))
    try:
        require_place(out, options.force)
    except FileError as error:
        return failed(str(error))
    return done(settings, ask, lambda report: _write_beside(out, lambda new: write(report, options, new)))


def _write_beside(out: Path, write: Callable[[Path], str]) -> None:
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
        new = Path(folder) / "report"
        said = write(new)
        os.replace(new, out)
    print(f"{said} written to {out}.")


def _write_exceptions(report: ExceptionReport, options: argparse.Namespace, new: Path | None) -> str:
    from bot.reports.exceptions import exceptions_docx, exceptions_markdown

    if options.format == "docx" and new:
        exceptions_docx(report, new, with_leads=options.with_leads)
        return counted(len(report.found), "overdue action")
    return _text(
        exceptions_markdown(report, with_leads=options.with_leads), counted(len(report.found), "overdue action"), new
    )


def _write_performance(report: PerformanceReport, options: argparse.Namespace, new: Path | None) -> str:
    from bot.reports.performance import performance_docx, performance_markdown

    if options.format == "docx" and new:
        performance_docx(report, new)
        return "Performance report"
    return _text(performance_markdown(report), "Performance report", new)


def _text(words: str, said: str, new: Path | None) -> str:
    """The words themselves for the screen, or what is said about the file that holds them."""
    if new is None:
        return words
    new.write_text(words, encoding="utf-8")
    return said
