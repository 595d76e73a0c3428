"""How `signpost plan` says what it did and what there is."""

from bot.commands.shown import counted, table
from bot.partnership.plan import Action
from bot.reading.read import ReadPlan
from bot.reading.summary import row_lines, summary_lines
from bot.workflows.plan_import import Imported
from bot.workflows.plan_listing import Listed

_HEADING = ("number", "action", "group", "lead", "due", "colour", "plan")
_TITLE, _LEAD = 60, 40


def show_imported(read: ReadPlan, done: Imported, only_tried: bool) -> None:
    """Every row, what was understood of the file, and what that changed in the plan."""
    print(*row_lines(read), *summary_lines(read), sep="\n")
    kinds = (("added", done.added), ("changed", done.changed), ("no longer in the plan", done.dropped))
    for what, actions in kinds:
        for one in actions:
            print(f"{what}: {one.number} {_short(one.title, _TITLE)}".rstrip())
    total = ", ".join(f"{len(actions)} {what}" for what, actions in (*kinds, ("unchanged", done.unchanged)))
    print(f"{total}. This was a trial: nothing was changed." if only_tried else f"{total}.")


def show_actions(found: Listed) -> None:
    """The actions in columns."""
    if not found.plans:
        print("There is no plan yet. Take one over: signpost plan import FILE")
    elif not found.actions:
        print("No such action is open.")
    else:
        print(table(_HEADING, [_row(one, found) for one in found.actions]))
        late = sum(one.is_overdue(found.today) for one in found.actions)
        print(f"{counted(len(found.actions), 'open action')}, {late} with a date that has passed.")


def _row(one: Action, found: Listed) -> tuple[str, ...]:
    lead = found.name(f"person:{one.lead}") if one.lead else one.lead_words
    lead = "not theirs, they say" if one.not_mine else _short(lead, _LEAD) or "nobody"
    due = one.due.isoformat() if one.due else _short(one.due_words, _LEAD)
    due += " overdue" if one.is_overdue(found.today) else ""
    colour = one.rag.value if one.rag else ""
    return one.number, _short(one.title, _TITLE), one.group, lead, due, colour, one.plan


def _short(words: str, longest: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
