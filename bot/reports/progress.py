"""How a plan is going, in words: the same that its picture shows."""

from bot.partnership.plan_standing import AimStanding, Standing
from bot.reports.saying import counted, listed

WORDS = {
    Standing.COMPLETED: "completed",
    Standing.GREEN: "green",
    Standing.AMBER: "amber",
    Standing.RED: "red",
    Standing.UNRATED: "not rated",
}


def bar_words(one: AimStanding) -> str:
    """`3 completed, 1 red; 2 overdue`."""
    parts = ", ".join(f"{count} {WORDS[standing]}" for standing, count in one.counts if count)
    return f"{parts}; {one.overdue} overdue" if one.overdue else parts


def progress_words(one: AimStanding) -> str:
    """The picture in one sentence."""
    if not one.actions:
        return "There are no actions."
    (first, word), *others = [(count, WORDS[standing]) for standing, count in one.counts if count]
    parts = listed([f"{first} {_is(first)} {word}", *(f"{count} {word}" for count, word in others)])
    overdue = f"{one.overdue} {_is(one.overdue)} overdue" if one.overdue else "none is overdue"
    return f"Of {counted(one.actions, 'action')}, {parts}; {overdue}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
