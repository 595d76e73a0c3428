"""How an action of a plan is named, and how it stands, in words that need no colour."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.plan import Action, Progress
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.reminders import Occasion, When, occasion
from bot.wording.message import Fact, Message
from bot.wording.standing import Name
from bot.wording.times import day_words, days_words

_IN_A_SENTENCE, _IN_A_LIST = 90, 240  # letters
_LINES = 40
UNDATED = "No date in the plan"
FROM_THE_FILE = "The plan's file lists them as overdue without saying since when."
_COLOURS = {"red": "Red", "amber": "Amber", "green": "Green (on track, not finished)", "completed": "Completed"}


def action_title(action: Action) -> str:
    """Its number and title, such as `6.1 Review the audit cycle`."""
    return f"{action.number} {action.title}".strip()


def short_title(action: Action) -> str:
    """The same for a sentence: a plan's titles may be whole paragraphs."""
    return f"action {shortened(action_title(action), _IN_A_SENTENCE)}"


def shortened(words: str, longest: int) -> str:
    """The words in one line, cut after a word where they are longer."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]}…"


def group_words(group: str) -> str:
    """The group as people know it."""
    found = load_plan_rules().group(group) if group else None
    return found.name if found else group


def due_words(action: Action, today: date) -> str:
    """When it is due, seen from today; what the plan wrote where that is no date."""
    if action.due is None:
        return f"Due: {shortened(action.due_words, _IN_A_LIST)}" if action.due_words else UNDATED
    day = with_year(action.due, today)
    if not action.is_open:
        return f"Was due on {day}"
    return _seen_from(occasion(action.due, today), day)


def action_facts(action: Action, today: date, in_list: bool = False) -> tuple[Fact, ...]:
    """What is known of it beside its date, without empty lines; in a long list its comment is cut."""
    comment = shortened(action.comment, _IN_A_LIST) if in_list else action.comment
    snoozed = action.snoozed_until if action.snoozed_until and action.snoozed_until > today else None
    shown = {
        "Group": group_words(action.group),
        "Agency": action.agency,
        "Red, amber or green": _COLOURS[action.rag.value] if action.rag else "",
        "Comment": comment,
        "Snoozed until": f"{with_year(snoozed, today)}: {action.snooze_reason}" if snoozed else "",
        "New date asked for": _asked(action, today),
        "Extensions so far": str(action.extensions) if action.extensions else "",
        "Evidence": action.evidence if action.progress is Progress.DONE else "",
    }
    return tuple(Fact(label, value) for label, value in shown.items() if value)


def lead_fact(action: Action, name: Name) -> Fact:
    """Who leads it, by name or as the plan writes it."""
    if action.not_mine:
        return Fact("Lead", "The business team looks for one")
    known = name(f"person:{action.lead}") if action.lead else action.lead_words
    return Fact("Lead", known or "Nobody yet")


def rest(actions: Sequence[Action], today: date) -> tuple[Message, ...]:
    """What finds no room with its own buttons: one line each; nothing when all had room."""
    if not actions:
        return ()
    lines = [f"{shortened(action_title(one), _IN_A_SENTENCE)}: {due_words(one, today)}" for one in actions[:_LINES]]
    left = len(actions) - len(lines)
    more = (f"and {left} that are not listed here: see the exception report.",) if left else ()
    how = "To answer one of these, ask Signpost for its number, such as “action 6.2”."
    return (Message(f"{len(actions)} more", lines=(*lines, *more, how)),)


def with_year(day: date, today: date) -> str:
    """`Monday 23 November`; with its year when that is another one than today's."""
    return day_words(day) if day.year == today.year else f"{day_words(day)} {day.year}"


def _asked(action: Action, today: date) -> str:
    return f"{with_year(action.asked_due, today)}, not decided yet" if action.asked_due and action.is_open else ""


def _seen_from(seen: Occasion, day: str) -> str:
    if seen.when is When.TODAY:
        return f"Due today, {day}"
    if seen.when is When.AHEAD:
        return f"Due on {day}, in {days_words(seen.working_days)}" if seen.working_days else f"Due on {day}"
    late = f", {days_words(seen.working_days)} ago" if seen.working_days else ""
    return f"Overdue since {day}{late}"
