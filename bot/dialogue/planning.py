"""The delivery plan: the buttons under a reminder, a digest or a task, and their forms."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from bot.dialogue.checking import must_change
from bot.dialogue.reply import Faults, Opened, Press, Pressed, Reply, Said, Send, Sent
from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from bot.wording import plan_forms as forms
from bot.wording.form import Form
from bot.wording.plan_words import short_title
from bot.workflows import plan_deeds
from bot.workflows.desk import Desk

_TYPED = ("evidence", "text", "reason")
_THEN = {
    "done": "You get no more reminders of it.",
    "comment": "The comment stands in the plan and its reports.",
    "new_date": "Whoever decides is told, and then you are. Until then the date stays.",
    "snooze": "No reminders of it before that day. Its date has not moved.",
    "not_mine": "The business team is told and looks for its lead.",
    "refuse": "Whoever asked is told. The date stays.",
    "lead": "The new lead is told.",
}

# a button's name -> the right it needs, and its form
_FORMS: dict[str, tuple[str, Callable[[Action], Form]]] = {
    "done": ("done", forms.done_form),
    "comment": ("comment", forms.comment_form),
    "new_date": ("ask_new_date", forms.new_date_form),
    "snooze": ("snooze", forms.snooze_form),
    "not_mine": ("not_mine", forms.not_mine_form),
    "refuse": ("refuse_new_date", forms.refuse_form),
    "lead": ("assign_lead", forms.lead_form),
}


async def _approve(desk: Desk, pressed: Pressed) -> Reply:
    agreed = await desk.do(plan_deeds.approve_new_date, pressed.who, pressed.value)
    return Said(f"Agreed: {short_title(agreed)}. Whoever asked is told.")


async def _opened(name: str, desk: Desk, pressed: Pressed) -> Reply:
    return Opened(await _form(desk, pressed.who, pressed.value, name))


async def _sent(name: str, desk: Desk, sent: Sent) -> Reply:
    number = sent.carries.get("action", "")
    form = await _form(desk, sent.who, number, name)
    if again := await must_change(desk, sent, form, _TYPED):
        return again
    if lead := sent.values.get("lead"):
        await sent.learn(lead)
    try:
        changed = await _apply(desk, name, sent.who, number, sent.values)
    except Refused as why:
        if "day" not in sent.values:
            raise
        return Faults(form.filled(dict(sent.values)), {"day": str(why)})  # beside the day, so that what was typed stays
    return Said(f"Recorded for {short_title(changed)}. {_THEN[name]}")


async def _form(desk: Desk, who: str, number: str, name: str) -> Form:
    """The form, for somebody who may press its button. Raises Refused for others, and where nothing is left to do."""
    right, form_for = _FORMS[name]
    action = await desk.do(plan_deeds.view, who, number, right)
    if (name != "comment" and not action.is_open) or (name == "refuse" and action.asked_due is None):
        raise Refused(f"Action {action.number} was done or decided meanwhile. Nothing was changed.")
    return form_for(action)


async def _apply(desk: Desk, name: str, who: str, number: str, given: Mapping[str, str]) -> Action:
    """Do what the form asks for. Raises Refused where the rules do not allow it."""
    reason, day = given.get("reason", ""), given.get("day", "")
    match name:
        case "done":
            return await desk.do(plan_deeds.done, who, number, given.get("evidence", ""))
        case "comment":
            return await desk.do(plan_deeds.comment, who, number, given.get("text", ""))
        case "new_date":
            return await desk.do(plan_deeds.ask_new_date, who, number, _day(day), reason)
        case "snooze":
            return await desk.do(plan_deeds.snooze, who, number, _day(day), reason)
        case "not_mine":
            return await desk.do(plan_deeds.not_mine, who, number, reason)
        case "refuse":
            return await desk.do(plan_deeds.refuse_new_date, who, number, reason)
        case _:
            return await desk.do(plan_deeds.assign_lead, who, number, given.get("lead", ""))


def _day(chosen: str) -> date:
    try:
        return date.fromisoformat(chosen)
    except ValueError:
        raise Refused("Choose a day.") from None


PRESSES: dict[str, Press] = {
    "plan.approve": _approve,
    **{f"plan.{name}": partial(_opened, name) for name in _FORMS},
}
FORMS: dict[str, Send] = {f"plan.{name}": partial(_sent, name) for name in _FORMS}
