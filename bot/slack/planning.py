"""The delivery plan in Slack: the buttons under a reminder, a digest or a task, and their forms."""

from collections.abc import Callable
from datetime import date
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from bot.slack.checking import must_change
from bot.slack.identify import Directory
from bot.slack.payload import action_pattern, pressed, user_of
from bot.slack.place import PREFIX
from bot.slack.render.form import carries, errors, sentence_view, values, view
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


def register(app: AsyncApp, desk: Desk, directory: Directory) -> None:
    """Bind the listeners."""

    @app.action(action_pattern("plan.approve"))
    async def approve(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        agreed = await desk.do(plan_deeds.approve_new_date, user_of(body), pressed(action))
        shown = f"Agreed: {short_title(agreed)}. Whoever asked is told."
        await client.views_open(trigger_id=body["trigger_id"], view=sentence_view(shown))
        await ack()

    for name in _FORMS:
        _register_form(app, desk, directory, name)


def _register_form(app: AsyncApp, desk: Desk, directory: Directory, name: str) -> None:
    @app.action(action_pattern(f"plan.{name}"))
    async def opened(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        form = await _form(desk, user_of(body), pressed(action), name)
        await client.views_open(trigger_id=body["trigger_id"], view=view(form))
        await ack()

    @app.view(f"plan.{name}")
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        given, number, who = values(body["view"]), carries(body["view"]).get("action", ""), user_of(body)
        if again := await must_change(desk, body, await _form(desk, who, number, name), _TYPED):
            await ack(**again)
            return
        if lead := given.get("lead"):  # the people file may know them by e-mail only
            await directory.learn(lead.removeprefix(PREFIX))
        try:
            changed = await _apply(desk, name, who, number, given)
        except Refused as why:
            if "day" not in given:
                raise
            await ack(**errors({"day": str(why)}))  # beside the day, so that what was typed stays
            return
        await ack(response_action="update", view=sentence_view(f"Recorded for {short_title(changed)}. {_THEN[name]}"))


async def _form(desk: Desk, who: str, number: str, name: str) -> Form:
    """The form, for somebody who may press its button. Raises Refused for others, and where nothing is left to do."""
    right, form_for = _FORMS[name]
    action = await desk.do(plan_deeds.view, who, number, right)
    if (name != "comment" and not action.is_open) or (name == "refuse" and action.asked_due is None):
        raise Refused(f"Action {action.number} was done or decided meanwhile. Nothing was changed.")
    return form_for(action)


async def _apply(desk: Desk, name: str, who: str, number: str, given: dict[str, str]) -> Action:
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
