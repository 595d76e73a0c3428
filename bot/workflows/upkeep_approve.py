"""Approving a draft: everything is checked first, then knowledge, messages and changelog change together."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from difflib import unified_diff
from pathlib import Path

from sqlalchemy import Connection

from bot.masking import Masker
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.partnership.settled import Decision, Settled
from bot.store import settled_questions
from bot.upkeep.changelog import entry
from bot.upkeep.draft import Draft, DraftError, read_draft, require_name
from bot.upkeep.fingerprints import changes
from bot.upkeep.messages import with_messages
from bot.upkeep.placing import PlacingError, with_asks, with_note
from bot.workflows.masker import require_nobody_named
from bot.workflows.upkeep import decider
from bot.workflows.upkeep_checks import require_new_messages, require_nobody_in
from bot.workflows.upkeep_files import Checkout, last_logged, read_if_there, state_of, write_all
from bot.workflows.upkeep_log import log_files, require_logged
from knowledge.hours import LONDON
from knowledge.load import KnowledgeError, load


@dataclass(frozen=True)
class Approval:
    """Which draft, who approves it and why. `only_look` changes nothing."""

    name: str
    by: str
    why: str
    only_look: bool = False


@dataclass(frozen=True)
class Approved:
    """What changed, as a diff, and whether the language model must be trained."""

    diff: str
    must_train: bool


def approve(
    tx: Connection, rules: Rules, now: datetime, checkout: Checkout, masker: Masker, wanted: Approval
) -> Approved:
    """Apply the draft. Raises Refused, in one sentence, when anything is wrong with it; then nothing is changed."""
    person, why = decider(tx, wanted.by), require_nobody_named(masker, wanted.why, "--why")
    require_logged(checkout)
    draft = _draft(checkout, wanted.name)
    require_nobody_in(masker, draft)
    require_new_messages(tx, checkout, draft)
    texts = {**_pathway_file(checkout, draft), **_messages_file(checkout, draft)}
    diff = _diff(checkout, texts)
    texts |= _log_files(checkout, draft, now, person.role.value, why, texts)
    if not wanted.only_look:
        settled = Settled(draft.group, Decision.WRITTEN, f"person:{person.id}", why, now, draft.questions)
        settled_questions.add(tx, settled)
        write_all(texts)
        checkout.draft(wanted.name).unlink()
    return Approved(diff, bool(draft.messages))


def _draft(checkout: Checkout, name: str) -> Draft:
    try:
        path = checkout.draft(require_name(name))
        if not path.exists():
            raise DraftError(f"No draft is called {name!r}. The names stand in: signpost knowledge drafts")
        return read_draft(path.read_text(encoding="utf-8"))
    except DraftError as error:
        raise Refused(str(error)) from error


def _pathway_file(checkout: Checkout, draft: Draft) -> dict[Path, str]:
    path = checkout.pathway(draft.pathway)
    if not path.exists():
        raise Refused(f"There is no pathway {draft.pathway!r}.")
    if not (draft.notes or draft.asks):
        return {}
    text = path.read_text(encoding="utf-8")
    try:
        for note in draft.notes:
            text = with_note(text, note)
        for more in draft.asks:
            text = with_asks(text, more.say, more.add)
    except PlacingError as error:
        raise Refused(str(error)) from error
    return {path: text}


def _messages_file(checkout: Checkout, draft: Draft) -> dict[Path, str]:
    if not draft.messages:
        return {}
    if not checkout.examples.is_dir():
        raise Refused(f"{checkout.examples} is not there. Run this in a checkout of Signpost.")
    path = checkout.upkeep(draft.pathway)
    urgent = [one.text for one in draft.messages if one.urgent]
    other = [one.text for one in draft.messages if not one.urgent]
    return {path: with_messages(read_if_there(path), draft.pathway, urgent, other)}


def _log_files(
    checkout: Checkout, draft: Draft, now: datetime, role: str, why: str, texts: dict[Path, str]
) -> dict[Path, str]:
    """The changelog and the logged state with these texts. Raises Refused when the knowledge would be faulty."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(checkout.knowledge, Path(folder) / "data"))
        for path, text in texts.items():
            if path.is_relative_to(checkout.knowledge):
                (copy / path.relative_to(checkout.knowledge)).write_text(text, encoding="utf-8")
        try:
            after = state_of(copy, load(copy).version)
        except KnowledgeError as error:
            raise Refused(f"With this draft the knowledge would have a fault: {error.faults[0]}") from error
    found = changes(last_logged(checkout).entries, after.entries)
    new = entry(now.astimezone(LONDON).date(), after.version, role, why, found, messages=len(draft.messages))
    return log_files(checkout, after, new)


def _diff(checkout: Checkout, texts: dict[Path, str]) -> str:
    lines: list[str] = []
    for path, text in texts.items():
        name = path.relative_to(checkout.root).as_posix()
        before = read_if_there(path).splitlines(keepends=True)
        lines += unified_diff(before, text.splitlines(keepends=True), name, name, n=1)
    return "".join(lines)
