"""How an action of a plan is named, and how it stands, in words that need no colour."""

from datetime import date

from bot.partnership.plan import Action, Progress
from bot.partnership.reminders import Occasion, When, occasion
from bot.wording.message import Fact
from bot.wording.times import day_words, days_words


def action_title(action: Action) -> str:
    """Its number and title, such as `6.1 Review the audit cycle`."""
    return f"{action.number} {action.title}".strip()


def due_words(action: Action, today: date) -> str:
    """When it is due, seen from today; what the plan wrote where that is no date."""
    if action.due is None:
        return f"Due: {action.due_words}" if action.due_words else "No date in the plan"
    day = _with_year(action.due, today)
    if not action.is_open:
        return f"Was due on {day}"
    return _seen_from(occasion(action.due, today), day)


def action_facts(action: Action) -> tuple[Fact, ...]:
    """What is known of it beside its date, without empty lines."""
    rag = action.rag.value.capitalize() if action.rag else ""
    shown = {
        "Group": action.group,
        "Agency": action.agency,
        "Red, amber or green": rag,
        "Comment": action.comment,
        "Snoozed until": f"{day_words(action.snoozed_until)}: {action.snooze_reason}" if action.snoozed_until else "",
        "Extensions so far": str(action.extensions) if action.extensions else "",
        "Evidence": action.evidence if action.progress is Progress.DONE else "",
    }
    return tuple(Fact(label, value) for label, value in shown.items() if value)


def _seen_from(seen: Occasion, day: str) -> str:
    if seen.when is When.TODAY:
        return f"Due today, {day}"
    if seen.when is When.AHEAD:
        return f"Due on {day}, in {days_words(seen.working_days)}" if seen.working_days else f"Due on {day}"
    late = f", {days_words(seen.working_days)} ago" if seen.working_days else ""
    return f"Overdue since {day}{late}"


def _with_year(day: date, today: date) -> str:
    return day_words(day) if day.year == today.year else f"{day_words(day)} {day.year}"
