"""`signpost digest`: show exactly what somebody's weekly digest would say, and add this week's to what is sent."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from bot.commands.acting import done
from bot.commands.shown import counted
from bot.partnership.plan_rules import load_plan_rules
from bot.settings import Settings
from bot.workflows.digest_preview import Preview, preview
from bot.workflows.digests import send_digests
from knowledge.hours import LONDON


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("digest", help="look after the weekly digest of the plan")
    what = parser.add_subparsers(required=True, metavar="preview|send")
    shown = what.add_parser("preview", help="print exactly the digest that somebody would be sent; nothing is sent")
    shown.add_argument(
        "--for",
        dest="reader",
        required=True,
        metavar="PERSON",
        help="an id, e-mail or name, a group, or: business team",
    )
    shown.add_argument("--at", type=moment, metavar="DATE", help="2026-11-23 or 2026-11-23T09:00 (default: now)")
    shown.set_defaults(run=show)
    what.add_parser("send", help="add this week's digests; safe to repeat").set_defaults(run=send)


def show(options: argparse.Namespace, settings: Settings) -> int:
    """Print the digest; why it would not be sent goes to stderr."""
    return done(
        settings,
        lambda given: preview(given[0], given[1], options.at or given[2], given[3], options.reader),
        _print,
    )


def send(options: argparse.Namespace, settings: Settings) -> int:
    """Add the week's digests for everybody who has none yet. The running program sends them in its hours."""
    return done(settings, lambda given: send_digests(given[0], load_plan_rules(), given[2]), _say)


def moment(written: str) -> datetime:
    """A day, at the digest's own hour, or a moment in London. Raises ArgumentTypeError when it is neither."""
    try:
        given = datetime.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{written!r} is no date, write it as 2026-11-23") from error
    if len(written) <= len("2026-11-23"):
        given = datetime.combine(given.date(), load_plan_rules().digest.at)
    return (given if given.tzinfo else given.replace(tzinfo=LONDON)).astimezone(UTC)


def _print(found: Preview) -> None:
    if found.message is not None:
        print(found.message.text)
    if found.unsent:
        print(f"signpost: {found.unsent}", file=sys.stderr)


def _say(added: int) -> None:
    if added:
        print(f"{counted(added, 'digest')} added. They go out in the hours of working days; an empty one is left out.")
    else:
        print("Nothing was added: everybody has this week's digest already.")
