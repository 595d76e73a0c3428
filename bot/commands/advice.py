"""`signpost advice`: whether automatic advice is on, switching it off and on, and the drill."""

import argparse
from typing import Any

from bot.commands.acting import done
from bot.commands.advice_shown import show_state, show_switched
from bot.settings import Settings
from bot.workflows import advice


def add(commands: Any) -> Any:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser; its own subcommands, to which the drill is added."""
    parser = commands.add_parser("advice", help="switch automatic advice off and on, and see how it stands")
    what = parser.add_subparsers(required=True, metavar="status|off|on|drill")
    what.add_parser("status", help="whether it is on, who switched it, and the drills").set_defaults(run=status)
    for name, turn_on, help in (
        ("off", False, "every question gets the danger rules, the front door and the duty line, nothing else"),
        ("on", True, "answer questions again"),
    ):
        turned = what.add_parser(name, help=help)
        turned.add_argument("--why", required=True, metavar="TEXT", help="the reason, in a sentence, without names")
        turned.add_argument("--by", required=True, metavar="NAME", help="who switches it: a name, e-mail or id")
        turned.set_defaults(run=switch, turn_on=turn_on)
    return what


def status(options: argparse.Namespace, settings: Settings) -> int:
    """Show how it stands."""
    return done(settings, lambda given: advice.state(*given), show_state)


def switch(options: argparse.Namespace, settings: Settings) -> int:
    """Switch it. Every running Signpost on this database follows within seconds."""
    given_by, why = options.by, options.why
    return done(settings, lambda given: advice.switch(*given, options.turn_on, why, given_by), show_switched)
