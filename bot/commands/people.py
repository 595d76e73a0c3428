"""`signpost people`: take over the people file, and list whom Signpost knows."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.shown import counted, failed, table, with_store
from bot.partnership.people import Person
from bot.settings import Settings
from bot.store import people as kept
from bot.store.database import Store
from bot.workflows.people import Changes, take_over
from bot.workflows.people_file import PeopleError, read_people

_HEADING = ("id", "name", "agency", "role", "reached by", "deputy", "away", "active")


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the command to the parser."""
    parser = commands.add_parser("people", help="look after who belongs to the partnership")
    what = parser.add_subparsers(required=True, metavar="import|list")
    taken = what.add_parser("import", help="take over a people file, whole or not at all")
    taken.add_argument("file", type=Path, metavar="FILE", help="the people as CSV (docs/escalations.md)")
    taken.set_defaults(run=import_people)
    what.add_parser("list", help="show everybody").set_defaults(run=list_people)


def import_people(options: argparse.Namespace, settings: Settings) -> int:
    """Take over the file and say what changed; with a fault in it nothing is changed and the exit code is 1."""
    try:
        everyone = read_people(options.file)
    except PeopleError as error:
        print(*error.faults, sep="\n")
        return failed(f"{counted(len(error.faults), 'fault')} in {options.file.name}. Nothing was changed.")
    except OSError as error:
        return failed(f"{options.file} cannot be read: {error.strerror or type(error).__name__}.")
    return with_store(settings, lambda store: _take_over(store, everyone))


def list_people(options: argparse.Namespace, settings: Settings) -> int:
    """Everybody in the order of the file."""
    return with_store(settings, _list)


def _take_over(store: Store, everyone: list[Person]) -> int:
    with store.begin() as tx:
        done = take_over(tx, everyone)
    print(*_lines(done), sep="\n")
    return 0


def _lines(done: Changes) -> list[str]:
    parts = (("added", done.added), ("changed", done.changed), ("gone", done.gone))
    lines = [f"{what}: {one.name} ({one.agency}), {one.id}" for what, people in parts for one in people]
    if done.reordered:
        lines.append("The order changed: who is told first when nobody answers is another one now.")
    total = ", ".join(f"{len(people)} {what}" for what, people in parts)
    return [*lines, f"{total}." if lines else "Nothing changed: everybody was known like this already."]


def _list(store: Store) -> int:
    with store.begin() as tx:
        everyone = kept.everyone(tx)
    if everyone:
        print(table(_HEADING, [_row(one) for one in everyone]))
    else:
        print("Nobody is known yet. Take over a people file: signpost people import FILE")
    return 0


def _row(one: Person) -> tuple[str, ...]:
    known = {"slack": one.slack_id, "teams": one.teams_id, "email": one.email}
    ways = sorted((channel for channel, address in known.items() if address), key=lambda way: way != one.prefers)
    away = ", ".join(f"{spell.first} to {spell.last}" for spell in one.away)
    active = "yes" if one.active else "no"
    return one.id, one.name, one.agency, one.role.value, ", ".join(ways), one.deputy or "", away, active
