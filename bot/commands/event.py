"""`signpost event`: training and events of the partnership, for the performance report."""

import argparse
from typing import Any

from bot.commands.acting import day, done
from bot.commands.shown import failed, table
from bot.partnership.period import EventKind, Happening
from bot.settings import Settings
from bot.workflows import events
from knowledge.load import load

_HEADING = ("number", "date", "kind", "title", "attended", "topic")


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("event", help="note training and events for the performance report")
    what = parser.add_subparsers(required=True, metavar="add|list|remove")
    new = what.add_parser("add", help="note one")
    new.add_argument("--date", dest="day", type=day, required=True, metavar="DATE", help="such as 2026-06-24")
    new.add_argument("--kind", choices=[kind.value for kind in EventKind], required=True)
    new.add_argument("--title", required=True)
    new.add_argument("--attended", type=int, metavar="NUMBER", help="how many people came")
    new.add_argument("--topic", default="", metavar="PATHWAY", help="what training was about, such as mash_referral")
    new.add_argument("--outcome", default="", help="what came of it, without names")
    new.set_defaults(run=note)
    what.add_parser("list", help="show all").set_defaults(run=show)
    gone = what.add_parser("remove", help="remove one that was noted in error")
    gone.add_argument("number", type=int, metavar="NUMBER", help="see signpost event list")
    gone.set_defaults(run=remove)


def note(options: argparse.Namespace, settings: Settings) -> int:
    """Note one and say its number."""
    if options.topic and options.topic not in (topics := load().pathways):
        return failed(f"There is no topic {options.topic!r}. Known are: {', '.join(sorted(topics))}.")
    event = Happening(
        day=options.day,
        kind=EventKind(options.kind),
        title=options.title,
        attended=options.attended,
        topic=options.topic,
        outcome=options.outcome,
    )
    return done(settings, lambda given: events.note(*given, event), lambda number: print(f"Noted as number {number}."))


def show(options: argparse.Namespace, settings: Settings) -> int:
    """All training and events in order of time."""
    return done(settings, lambda given: events.listed(*given), _show)


def remove(options: argparse.Namespace, settings: Settings) -> int:
    """Remove one."""
    said = f"Number {options.number} is removed."
    return done(settings, lambda given: events.remove(*given, options.number), lambda _: print(said))


def _show(found: list[Happening]) -> None:
    rows = [(str(one.id), str(one.day), one.kind.value, one.title, str(one.attended or ""), one.topic) for one in found]
    print(table(_HEADING, rows) if rows else "No training or event is noted yet.")
