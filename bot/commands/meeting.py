"""`signpost meeting`: meetings of the groups, their papers and minutes, attendance, and requests for one."""

import argparse
from typing import Any

from bot.commands.acting import day, done, today
from bot.commands.meeting_shown import show_meeting, show_meetings, show_noted, show_shares
from bot.commands.shown import WRONG_CALL, failed
from bot.partnership.attendance import Presence
from bot.settings import Settings
from bot.workflows import attendance, meetings

_STEPS = ("chair", "agreed", "circulated")


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("meeting", help="look after the groups' meetings")
    what = parser.add_subparsers(required=True, metavar="add|request|move|cancel|papers|minutes|attendance|list")
    _add_planning(what)
    _add_request(what)
    _add_deeds(what)
    noted = what.add_parser("attendance", help="note who was there, or show the shares over a plan year")
    noted.add_argument("meeting", nargs="?", metavar="MEETING", help="without one the shares are shown")
    noted.add_argument("presences", nargs="*", metavar="ID=PRESENCE", help="yes, deputy, apologies or no")
    noted.add_argument("--others", choices=[one.value for one in Presence], help="for members of whom nothing is noted")
    noted.add_argument("--group", help="shares of one group only")
    noted.add_argument("--year", type=day, metavar="DATE", help="a day of the plan year (default: today)")
    noted.set_defaults(run=note)
    shown = what.add_parser("list", help="show the meetings and what is to be done next")
    shown.add_argument("--group")
    shown.add_argument("--all", action="store_true", help="also those that are finished or cancelled")
    shown.set_defaults(run=show)


def _add_planning(what: Any) -> None:  # noqa: ANN401
    planned = what.add_parser("add", help="record a meeting")
    planned.add_argument("group", metavar="GROUP", help="such as mace or Strategic Group")
    planned.add_argument("--on", type=day, required=True, metavar="DATE")
    planned.add_argument("--extraordinary", action="store_true", help="called by the business manager")
    planned.set_defaults(run=plan)
    moved = what.add_parser("move", help="to another day, or the day of a meeting that was asked for")
    moved.add_argument("meeting", metavar="MEETING")
    moved.add_argument("--on", type=day, required=True, metavar="DATE")
    moved.set_defaults(run=move)
    cancelled = what.add_parser("cancel", help="it is not held; nothing more is said of it")
    cancelled.add_argument("meeting", metavar="MEETING")
    cancelled.add_argument("--reason", required=True)
    cancelled.set_defaults(run=cancel)


def _add_request(what: Any) -> None:  # noqa: ANN401
    asked = what.add_parser("request", help="record a member's request for an extraordinary meeting")
    asked.add_argument("group", metavar="GROUP")
    asked.add_argument("--by", required=True, metavar="ID", help="the member who asks")
    asked.add_argument("--support", action="append", default=[], metavar="ID", help="a member who supports it")
    asked.add_argument("--received", type=day, metavar="DATE", help="the day it came (default: today)")
    asked.add_argument("--reason", required=True)
    asked.add_argument("--in-writing", action="store_true", help="it was made in writing")
    asked.set_defaults(run=request)


def _add_deeds(what: Any) -> None:  # noqa: ANN401
    papers_out = what.add_parser("papers", help="the papers were circulated")
    papers_out.add_argument("meeting", metavar="MEETING")
    papers_out.add_argument("--on", type=day, metavar="DATE", help="the day (default: today)")
    papers_out.set_defaults(run=papers)
    written = what.add_parser("minutes", help="the minutes went to the chair, were agreed or were circulated")
    written.add_argument("meeting", metavar="MEETING")
    written.add_argument("step", choices=_STEPS)
    written.add_argument("--on", type=day, metavar="DATE", help="the day (default: today)")
    written.set_defaults(run=minutes)


def plan(options: argparse.Namespace, settings: Settings) -> int:
    """Record a meeting."""
    return done(
        settings,
        lambda given: meetings.plan(*given, options.group, options.on, extraordinary=options.extraordinary),
        show_meeting,
    )


def request(options: argparse.Namespace, settings: Settings) -> int:
    """Record a request and say until when the meeting must be held; the exit code is 1 when it is not valid."""
    on = options.received or today()
    return done(
        settings,
        lambda given: meetings.request(
            *(*given, options.group, options.by, options.support, on, options.reason), in_writing=options.in_writing
        ),
        show_meeting,
    )


def move(options: argparse.Namespace, settings: Settings) -> int:
    """Move a meeting."""
    return done(settings, lambda given: meetings.move(*given, options.meeting, options.on), show_meeting)


def cancel(options: argparse.Namespace, settings: Settings) -> int:
    """Cancel a meeting."""
    return done(settings, lambda given: meetings.cancel(*given, options.meeting, options.reason), show_meeting)


def papers(options: argparse.Namespace, settings: Settings) -> int:
    """The papers were circulated."""
    on = options.on or today()
    return done(settings, lambda given: meetings.papers(*given, options.meeting, on), show_meeting)


def minutes(options: argparse.Namespace, settings: Settings) -> int:
    """A step of the minutes."""
    on = options.on or today()
    return done(settings, lambda given: meetings.minutes(*given, options.meeting, options.step, on), show_meeting)


def note(options: argparse.Namespace, settings: Settings) -> int:
    """Note who was there; without a meeting show the shares over the plan year."""
    if options.meeting is None:
        day_of_year = options.year or today()
        return done(settings, lambda given: attendance.shares(*given, options.group, day_of_year), show_shares)
    try:
        presences = dict(map(_presence, options.presences))
    except ValueError as error:
        return failed(str(error), WRONG_CALL)
    others = Presence(options.others) if options.others else None
    return done(settings, lambda given: attendance.attend(*given, options.meeting, presences, others), show_noted)


def show(options: argparse.Namespace, settings: Settings) -> int:
    """The meetings that something is still to be done for, or all."""
    return done(
        settings,
        lambda given: meetings.listed(*given, options.group),
        lambda found: show_meetings(found, everything=options.all),
    )


def _presence(written: str) -> tuple[str, Presence]:
    id, _, presence = written.rpartition("=")
    if not id or presence not in set(Presence):
        raise ValueError(f"{written!r} is not understood. Write a member's id and yes, deputy, apologies or no: c1=yes")
    return id, Presence(presence)
