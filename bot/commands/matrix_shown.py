"""The action matrix as a table."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.commands.acting import today
from bot.commands.shown import table
from bot.partnership.matrix import MatrixItem, failures
from bot.partnership.plan_rules import load_plan_rules
from bot.workflows.matrix import Given

_HEADING = ("id", "agency", "received", "last day", "how it stands", "action")
_WORDS_SHOWN = 60


def show_given(given: Given) -> None:
    """The item and until when it must be answered."""
    item = given.item
    before = " was there already" if given.was_there else ""
    print(f"{item.id}{before}: {item.agency}, received {item.received_on}, a response is due by {item.due_on}.")


def show_items(items: Sequence[MatrixItem], *, everything: bool) -> None:
    """What waits, or everything, and how many failures each agency has."""
    shown = [item for item in items if everything or item.waits]
    print(table(_HEADING, [_row(item) for item in shown]) if shown else "Nothing waits for a response.")
    rules = load_plan_rules()
    counts = Counter(item.agency for item in failures(items, today(), rules.matrix))
    if counts:
        enough = rules.matrix.failures
        told = (f"{name} {count}{', letter' if count >= enough else ''}" for name, count in sorted(counts.items()))
        print(f"\nFailures: {'; '.join(told)}.\n{rules.ours(rules.matrix.readings.late)}")


def _row(item: MatrixItem) -> tuple[str, ...]:
    words = " ".join(item.words.split())
    shown = words if len(words) <= _WORDS_SHOWN else f"{words[: _WORDS_SHOWN - 1]}…"
    return item.id, item.agency, str(item.received_on), str(item.due_on), state(item, today()), shown


def state(item: MatrixItem, now: date) -> str:
    """How it stands, in a few words."""
    if item.struck_on:
        return f"taken off {item.struck_on}"
    if item.responded_on:
        return f"answered {'late ' if item.responded_on > item.due_on else ''}on {item.responded_on}"
    seen = f", acknowledged {item.acknowledged_on}" if item.acknowledged_on else ""
    return f"{'late' if now > item.due_on else 'waits'}{seen}"
