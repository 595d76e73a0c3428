"""`signpost matrix`: actions that groups gave, the responses, and the letter about an agency's failures."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.acting import day, done, today
from bot.commands.matrix_shown import show_given, show_items, state
from bot.commands.shown import WRONG_CALL, counted, failed
from bot.partnership.matrix import LetterDraft
from bot.reports.letters import write_letter
from bot.settings import Settings
from bot.workflows import matrix
from bot.workflows.log_files import FileError, require_place


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("matrix", help="look after the action matrix of the groups' meetings")
    what = parser.add_subparsers(required=True, metavar="add|answer|acknowledge|strike|list|letter")
    _add_giving(what)
    answer = what.add_parser("answer", help="record an agency's response; it alone stops the clock")
    answer.add_argument("item", metavar="ITEM")
    answer.add_argument("--words", required=True, help="what the agency answered")
    answer.add_argument("--on", type=day, metavar="DATE", help="the day it came (default: today)")
    answer.set_defaults(run=record_answer)
    seen = what.add_parser("acknowledge", help="record that the agency has seen it; the clock goes on")
    seen.add_argument("item", metavar="ITEM")
    seen.set_defaults(run=acknowledge)
    struck = what.add_parser("strike", help="take an item off: it counts as no failure")
    struck.add_argument("item", metavar="ITEM")
    struck.add_argument("--reason", required=True)
    struck.set_defaults(run=strike)
    _add_reading(what)


def _add_giving(what: Any) -> None:  # noqa: ANN401
    given = what.add_parser("add", help="record an action that a meeting gave an agency")
    given.add_argument("meeting", metavar="MEETING", help="the meeting's id, see signpost meeting list")
    given.add_argument("--agency", required=True)
    given.add_argument("--words", required=True, help="the action")
    given.add_argument(
        "--received", type=day, metavar="DATE", help="the day the agency got the matrix (default: today)"
    )
    given.add_argument("--person", metavar="ID", help="who answers for the agency (default: its lead)")
    given.set_defaults(run=give)


def _add_reading(what: Any) -> None:  # noqa: ANN401
    shown = what.add_parser("list", help="show what waits for a response, and each agency's failures")
    shown.add_argument("--agency")
    shown.add_argument("--all", action="store_true", help="also what was answered or taken off")
    shown.set_defaults(run=show)
    letter = what.add_parser("letter", help="write the draft of the letter about an agency's failures; nothing is sent")
    letter.add_argument("agency", metavar="AGENCY")
    letter.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new Word document (.docx)")
    letter.add_argument("--force", action="store_true", help="replace the file if it is there")
    letter.set_defaults(run=write)


def give(options: argparse.Namespace, settings: Settings) -> int:
    """Record the action and say until when it must be answered."""
    on = options.received or today()
    return done(
        settings,
        lambda given: matrix.give(*given, options.meeting, options.agency, options.words, on, options.person),
        show_given,
    )


def record_answer(options: argparse.Namespace, settings: Settings) -> int:
    """Record the response and say whether it came in time."""
    return done(
        settings,
        lambda given: matrix.respond(*given, options.item, options.words, options.on),
        lambda item: print(f"{item.id}: {state(item, today())}."),
    )


def acknowledge(options: argparse.Namespace, settings: Settings) -> int:
    """Record the acknowledgement and say that the clock goes on."""
    return done(
        settings,
        lambda given: matrix.acknowledge(*given, options.item),
        lambda item: print(f"{item.id}: acknowledged. That is no response; the last day is still {item.due_on}."),
    )


def strike(options: argparse.Namespace, settings: Settings) -> int:
    """Take the item off the matrix."""
    return done(
        settings,
        lambda given: matrix.strike(*given, options.item, options.reason),
        lambda item: print(f"{item.id}: taken off. It needs no response and counts as no failure."),
    )


def show(options: argparse.Namespace, settings: Settings) -> int:
    """What waits, and how many failures each agency has."""
    return done(
        settings,
        lambda given: matrix.listed(*given, options.agency),
        lambda items: show_items(items, everything=options.all),
    )


def write(options: argparse.Namespace, settings: Settings) -> int:
    """Write the draft of the letter. The business manager checks it and sends it."""
    if options.out.suffix != ".docx":
        return failed("--out takes the name of a Word document, such as letter.docx.", WRONG_CALL)
    try:
        require_place(options.out, options.force)
    except FileError as error:
        return failed(str(error))
    return done(
        settings,
        lambda given: matrix.letter_draft(*given, options.agency),
        lambda draft: _write(draft, options.out),
    )


def _write(draft: LetterDraft, path: Path) -> None:
    write_letter(draft, path)
    print(f"Draft about {counted(len(draft.items), 'failure')} written to {path}. Nothing was sent.")
    print("Check it before you send it:", *draft.readings, sep="\n- ")
