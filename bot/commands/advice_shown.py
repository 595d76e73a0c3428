"""How the command shows whether advice is on, and what the drills found."""

from collections.abc import Sequence

from bot.commands.shown import table
from bot.partnership.advice import Switched
from bot.partnership.drill import Drilled, Tried
from bot.wording.times import moment_words
from bot.workflows.advice import State

_HOW_BACK = 'To switch it on again: signpost advice on --why "..." --by "..."'


def show_state(found: State) -> None:
    """Whether it is on, the switchings, the drills."""
    print(f"Automatic advice is {'on' if found.is_on else 'OFF'}{_since(found)}.")
    if not found.is_on:
        print("Every question gets 999, the danger rules, the front door and the duty line.", _HOW_BACK, sep="\n")
    if found.before:
        print("\nBefore that:", *(_line(one, found) for one in found.before), sep="\n")
    print()
    if found.drills:
        rows = [(str(d.day), d.result or "not finished", f"{d.passed} of {d.asked}", _missed(d)) for d in found.drills]
        print(table(("drill", "result", "passed", "missed"), rows))
    else:
        print("No drill has run yet.")


def show_switched(done: Switched) -> None:
    """That it was done, and what comes of it."""
    print(f"Automatic advice is switched {'on' if done.is_on else 'off'}. The business team is told.")
    if not done.is_on:
        print("Within seconds every question gets 999, the danger rules, the front door and the duty line.")
        print(_HOW_BACK)


def show_drill(every: Sequence[Tried], found: Drilled) -> None:
    """What came of each question, and how many passed."""
    print(table(("question", "result", "expected", "got"), [(t.id, t.outcome.value, t.expected, t.got) for t in every]))
    print(f"\n{found.passed} of {found.asked} passed, {len(found.missed)} missed, {found.not_run} not run.")


def _since(found: State) -> str:
    if found.last is None:
        return " and has never been switched"
    return f" since {moment_words(found.last.at)}: {found.last.by(found.name)}, “{found.last.why}”"


def _line(one: Switched, found: State) -> str:
    return f"- {'on' if one.is_on else 'off'}, {moment_words(one.at)}: {one.by(found.name)}, “{one.why}”"


def _missed(drilled: Drilled) -> str:
    return ", ".join(one["id"] for one in drilled.missed)
