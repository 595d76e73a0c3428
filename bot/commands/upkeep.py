"""`signpost knowledge questions` and `settle`: what found no good answer, and what was decided about it."""

import argparse
from datetime import date, timedelta
from typing import Any

from bot.commands import upkeep_writing
from bot.commands.acting import day, done, today
from bot.commands.shown import WRONG_CALL, counted, failed
from bot.commands.upkeep_shown import group_lines
from bot.partnership.settled import Decision
from bot.settings import Settings
from bot.upkeep.grouping import Group
from bot.upkeep.words import telling
from bot.workflows.masker import masker_of, require_nobody_named
from bot.workflows.upkeep import groups_between, settle, what_is_known
from knowledge.load import load

_SIX_DAYS = timedelta(days=6)


def add(checks: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the commands to those of `signpost knowledge`."""
    listed = checks.add_parser("questions", help="what found no good answer in the last seven days, in groups")
    listed.add_argument("--from", dest="since", type=day, metavar="DATE", help="the first day, such as 2026-11-16")
    listed.add_argument("--to", dest="until", type=day, metavar="DATE", help="the last day (default: today)")
    listed.set_defaults(run=show)
    decided = checks.add_parser("settle", help="note what was decided about a group, so that it does not come back")
    decided.add_argument("group", metavar="GROUP", help="its id in signpost knowledge questions")
    decided.add_argument("--as", dest="decision", choices=[one.value for one in Decision], required=True)
    decided.add_argument("--by", required=True, metavar="NAME", help="id, e-mail or name in the people file")
    decided.add_argument("--why", required=True, metavar="TEXT", help="one sentence without names")
    decided.set_defaults(run=decide)
    upkeep_writing.add(checks)


def show(options: argparse.Namespace, settings: Settings) -> int:
    """Print the groups of these days, the largest first."""
    last: date = options.until or today()
    first: date = options.since or last - _SIX_DAYS
    if first > last:
        return failed(f"--from {first} lies after --to {last}.", WRONG_CALL)
    days = f"{first:%-d %B %Y} to {last:%-d %B %Y}"
    return done(
        settings,
        lambda given: groups_between(*given[:3], first, last),
        lambda found: _print(found, settings, days),
    )


def decide(options: argparse.Namespace, settings: Settings) -> int:
    """Keep what was decided."""
    masker = masker_of(settings.signpost_mask_keep, load())
    decision = Decision(options.decision)
    return done(
        settings,
        lambda given: settle(
            *given[:3], options.group, decision, options.by, require_nobody_named(masker, options.why, "--why")
        ),
        lambda group: print(f"{group.id} with {counted(len(group.questions), 'question')} is settled: {decision}."),
    )


def _print(found: list[Group], settings: Settings, days: str) -> None:
    if not found:
        print(f"No question of {days} waits for a better answer.")
        return
    masker = masker_of(settings.signpost_mask_keep, load())
    known = {word for text in what_is_known() for word in telling(text)}
    every = sum(len(one.questions) for one in found)
    print(f"{counted(every, 'question')} without a good answer in {counted(len(found), 'group')}, {days}")
    for group in found:
        print("", *group_lines(group, lambda words: masker.mask(words).text, known), sep="\n")
    print("\nDraft a better answer: signpost knowledge suggest GROUP --pathway ID")
    print('Or decide: signpost knowledge settle GROUP --as not-ours --by NAME --why "..."')
