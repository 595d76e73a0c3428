"""What people can do with an action of a plan. Each function checks the rules and gives the action after it.

The event is kept in the history. Nothing but an approved new date, or the plan file, ever moves a date, and there is no
acknowledging: an action is answered by a deed.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.partnership.people import Person
from bot.partnership.plan import Action, Progress, Rag
from bot.partnership.plan_doing import Deed, Doing, deed_of
from bot.partnership.plan_permissions import require_action
from bot.partnership.refusal import Refused


def done(action: Action, doing: Doing, evidence: str) -> Deed:
    """Done, with what shows it."""
    _open(action, doing, "done")
    shown = _needed(evidence, "what shows that it is done")
    rag = Rag.COMPLETED if action.rag else None  # a plan without colours gets none
    after = replace(action, progress=Progress.DONE, rag=rag, evidence=shown, **_NOTHING_ASKED)
    return deed_of(after, doing, "done", words={"evidence": shown})


def comment(action: Action, doing: Doing, text: str) -> Deed:
    """What is said of the action from now on; also after it is done."""
    require_action(doing.actor, "comment", action, doing.people, doing.rules)
    said = _needed(text, "the comment")
    if said == action.comment:
        return Deed(action)
    return deed_of(replace(action, comment=said), doing, "comment", words={"text": said})


def ask_new_date(action: Action, doing: Doing, new_date: date, reason: str) -> Deed:
    """A later date is asked for. The date stays until somebody approves."""
    _open(action, doing, "ask_new_date")
    if new_date <= doing.today:
        raise Refused("The new date must lie in the future.")
    if action.due is not None and new_date <= action.due:
        raise Refused(f"The action is due on {_day(action.due)}. Ask for a later date.")
    said = _needed(reason, "the reason")
    if (action.asked_due, action.asked_by) == (new_date, doing.actor.id) and action.asked_reason == said:
        return Deed(action)
    after = replace(action, asked_due=new_date, asked_reason=said, asked_by=doing.actor.id)
    return deed_of(after, doing, "ask_new_date", {"from": _iso(action.due), "to": _iso(new_date)}, {"reason": said})


def approve_new_date(action: Action, doing: Doing) -> Deed:
    """The date that was asked for holds. The old one stays in the history, and the extension is counted."""
    _asked(action, doing, "approve_new_date")
    number = action.extensions + 1
    facts = {"from": _iso(action.due), "to": _iso(action.asked_due), "asked_by": action.asked_by, "number": str(number)}
    after = replace(action, due=action.asked_due, extensions=number, **_NOTHING_ASKED)
    return deed_of(after, doing, "approve_new_date", facts)


def refuse_new_date(action: Action, doing: Doing, reason: str) -> Deed:
    """The date stays, with the reason why."""
    _asked(action, doing, "refuse_new_date")
    facts = {"to": _iso(action.asked_due), "asked_by": action.asked_by}
    said = _needed(reason, "the reason")
    return deed_of(replace(action, **_NOTHING_ASKED), doing, "refuse_new_date", facts, {"reason": said})


def snooze(action: Action, doing: Doing, until: date, reason: str) -> Deed:
    """No reminders before that day. The date of the action does not move."""
    _open(action, doing, "snooze")
    longest = doing.rules.snooze_longest_days
    if not doing.today < until <= doing.today + timedelta(days=longest):
        raise Refused(f"Choose a day after today and within {longest} days. To change the date, ask for a new one.")
    said = _needed(reason, "the reason")
    if (action.snoozed_until, action.snooze_reason) == (until, said):
        return Deed(action)
    after = replace(action, snoozed_until=until, snooze_reason=said)
    return deed_of(after, doing, "snooze", {"until": _iso(until)}, {"reason": said})


def not_mine(action: Action, doing: Doing, reason: str = "") -> Deed:
    """The lead says that somebody else leads it; from now on the business team must find that person."""
    _open(action, doing, "not_mine")
    words = {"reason": reason.strip()} if reason.strip() else None
    return deed_of(replace(action, not_mine=True), doing, "not_mine", {"lead": action.lead or ""}, words)


def assign_lead(action: Action, doing: Doing, lead: Person) -> Deed:
    """Somebody leads it from now on, and is reminded as if nobody had been before."""
    _open(action, doing, "assign_lead")
    if not lead.active:
        raise Refused(f"{lead.name} is no longer active. Choose somebody else.")
    if action.lead == lead.id and not action.not_mine:
        raise Refused(f"Action {action.number} is already with {lead.name}.")
    after = replace(action, lead=lead.id, not_mine=False, snoozed_until=None, snooze_reason="", reminded_on=None)
    return deed_of(after, doing, "assign_lead", {"lead": lead.id, "before": action.lead or ""})


_NOTHING_ASKED: dict[str, Any] = {"asked_due": None, "asked_reason": "", "asked_by": ""}


def _open(action: Action, doing: Doing, deed: str) -> None:
    require_action(doing.actor, deed, action, doing.people, doing.rules)
    if not action.is_open:
        state = "done already" if action.progress is Progress.DONE else "no longer in the plan"
        raise Refused(f"Action {action.number} is {state}. Nothing was changed.")


def _asked(action: Action, doing: Doing, deed: str) -> None:
    _open(action, doing, deed)
    if action.asked_due is None:
        raise Refused(f"Nobody waits for a new date of action {action.number}; it may have been decided already.")
    if action.asked_by == doing.actor.id:
        raise Refused("Somebody else must decide on a date that you asked for.")


def _needed(words: str, what: str) -> str:
    if not words.strip():
        raise Refused(f"Write {what} in a sentence.")
    return words.strip()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
