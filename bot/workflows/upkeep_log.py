"""The changelog of the advice, for changes that somebody made by hand."""

from datetime import date
from pathlib import Path

from bot.partnership.refusal import Refused
from bot.upkeep.changelog import Logged, entry, with_entry
from bot.upkeep.fingerprints import Changes, changes
from bot.workflows.upkeep_files import Checkout, last_logged, read_if_there, state_of, write_all
from knowledge.load import load

HOW = 'signpost knowledge log --by "business team" --why "..."'


def unlogged(checkout: Checkout) -> Changes:
    """Which entries differ from the state that was logged last. Raises Refused when that state cannot be read."""
    return changes(_last(checkout).entries, state_of(checkout.knowledge, "").entries)


def log(checkout: Checkout, today: date, role: str, why: str) -> Changes:
    """Log what changed by hand; nothing is written when nothing did. Raises KnowledgeError for faulty knowledge."""
    before, after = _last(checkout), state_of(checkout.knowledge, load(checkout.knowledge).version)
    found = changes(before.entries, after.entries)
    if found:
        new = entry(today, after.version, role, why, found, is_first=not before.version)
        write_all(log_files(checkout, after, new))
    return found


def log_files(checkout: Checkout, state: Logged, new: str) -> dict[Path, str]:
    """The changelog with the new entry, and the state that is now logged."""
    changelog = with_entry(read_if_there(checkout.changelog), new)
    return {checkout.changelog: changelog, checkout.logged: state.to_json()}


def require_logged(checkout: Checkout) -> None:
    """Raises Refused when the knowledge was changed by hand and nobody logged it."""
    if found := unlogged(checkout):
        raise Refused(f"The knowledge has {len(found)} changes that are not in its changelog. First run: {HOW}")


def _last(checkout: Checkout) -> Logged:
    try:
        return last_logged(checkout)
    except ValueError as error:
        raise Refused(f"{checkout.logged} cannot be read. Take it from the repository again.") from error
