"""`signpost knowledge suggest`, `drafts`, `approve` and `log`: better answers, and the changelog of the advice."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.acting import done, today
from bot.commands.shown import WRONG_CALL, counted, failed
from bot.partnership.refusal import Refused
from bot.settings import ROOT, Settings
from bot.upkeep.fingerprints import Changes
from bot.workflows.masker import masker_of, require_nobody_named
from bot.workflows.upkeep_approve import Approval, Approved, approve
from bot.workflows.upkeep_drafts import drafts, suggest
from bot.workflows.upkeep_files import Checkout
from bot.workflows.upkeep_log import log
from knowledge.load import load


def add(checks: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the commands to those of `signpost knowledge`."""
    suggested = checks.add_parser("suggest", help="write a draft of a better answer to a group, for you to edit")
    suggested.add_argument("group", metavar="GROUP", help="its id in signpost knowledge questions")
    suggested.add_argument("--pathway", required=True, metavar="ID", help="which answer should say it")
    suggested.set_defaults(run=write_draft)
    listed = checks.add_parser("drafts", help="show the drafts that wait")
    listed.set_defaults(run=show_drafts)
    approved = checks.add_parser("approve", help="check a draft and put it into the advice")
    approved.add_argument("draft", metavar="DRAFT", help="its name in signpost knowledge drafts")
    approved.add_argument("--by", required=True, metavar="NAME", help="id, e-mail or name in the people file")
    approved.add_argument("--why", required=True, metavar="TEXT", help="one sentence without names")
    approved.add_argument("--look", action="store_true", help="only show what would change")
    approved.set_defaults(run=approve_draft)
    logged = checks.add_parser("log", help="write into the changelog of the advice what was changed by hand")
    logged.add_argument("--by", required=True, metavar="ROLE", help="who decided, such as: business team")
    logged.add_argument("--why", required=True, metavar="TEXT", help="one sentence without names")
    logged.set_defaults(run=log_changes)
    for one in (suggested, listed, approved, logged):
        one.add_argument("--checkout", type=Path, default=ROOT, metavar="FOLDER", help="another copy of Signpost")


def write_draft(options: argparse.Namespace, settings: Settings) -> int:
    """Write the draft and say where it is."""
    checkout, masker = _checkout(options, settings), masker_of(settings.signpost_mask_keep, load())

    def mask(text: str) -> str:
        return masker.mask(text).text

    return done(
        settings,
        lambda given: suggest(*given[:3], checkout, options.group, options.pathway, mask),
        lambda path: print(f"{path}\nEdit it, then: signpost knowledge approve {path.stem} --by NAME --why ..."),
    )


def show_drafts(options: argparse.Namespace, settings: Settings) -> int:
    """The names of the drafts and where they are."""
    found = drafts(_checkout(options, settings))
    print(*(f"{path.stem}  {path}" for path in found), sep="\n") if found else print("No draft waits.")
    return 0


def approve_draft(options: argparse.Namespace, settings: Settings) -> int:
    """Put the draft into the advice and show what changed."""
    checkout = _checkout(options, settings)
    masker = masker_of(settings.signpost_mask_keep, load())
    wanted = Approval(options.draft, options.by, options.why, options.look)
    return done(
        settings,
        lambda given: approve(*given[:3], checkout, masker, wanted),
        lambda found: _print_approved(found, options.look),
    )


def log_changes(options: argparse.Namespace, settings: Settings) -> int:
    """Log the changes made by hand and say how many there were."""
    checkout = _checkout(options, settings)
    masker = masker_of(settings.signpost_mask_keep, load(checkout.knowledge))
    try:
        role = require_nobody_named(masker, options.by, "--by")
        found = log(checkout, today(), role, require_nobody_named(masker, options.why, "--why"))
    except Refused as error:
        return failed(str(error), WRONG_CALL)
    print(_logged(found, checkout))
    return 0


def _checkout(options: argparse.Namespace, settings: Settings) -> Checkout:
    return Checkout(options.checkout, Path(settings.signpost_drafts))


def _print_approved(found: Approved, only_look: bool) -> None:
    print(found.diff, end="")
    if only_look:
        print("Nothing was changed. Without --look this is written.")
        return
    print("This is now the advice; knowledge/CHANGELOG.md says so. Restart Signpost to use it.")
    if found.must_train:
        print("The language model must be trained with the new messages first: signpost train")


def _logged(found: Changes, checkout: Checkout) -> str:
    if not found:
        return "Nothing to log: what the answers say is as it was logged last."
    return f"{counted(len(found), 'changed entry').replace('entrys', 'entries')} written into {checkout.changelog}."
