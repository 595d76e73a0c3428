"""The forms about an action of a plan. What each may be is checked again by the rules."""

from bot.partnership.plan import Action
from bot.wording.form import Field, Form, Input
from bot.wording.plan_words import action_title, shortened

_INTRO = 500
_EVIDENCE = "Such as minutes, an audit, a link. No name of a child."
_REASON = Field("reason", "Reason", hint="One or two sentences. No name of a child.", longest=1000)


def done_form(action: Action) -> Form:
    """Done, with what shows it."""
    shown = Field("evidence", "What shows that it is done", hint=_EVIDENCE, longest=1000)
    return _form(action, "done", "Done", "Mark as done", shown)


def comment_form(action: Action) -> Form:
    """The comment that the exception report shows."""
    return _form(
        action,
        "comment",
        "Update the comment",
        "Save",
        Field("text", "Comment", longest=1000, value=action.comment[:1000]),
    )


def new_date_form(action: Action) -> Form:
    """A later date; somebody must agree."""
    hint = "The group's chair or the business team decides. Until then the date stays."
    return _form(action, "new_date", "Ask for a new date", "Ask", Field("day", "New date", Input.DATE, hint), _REASON)


def snooze_form(action: Action) -> Form:
    """No reminders for a while; the date stays."""
    day = Field("day", "No reminders before", Input.DATE, "The date of the action does not move.")
    return _form(action, "snooze", "Snooze", "Snooze", day, _REASON)


def not_mine_form(action: Action) -> Form:
    """Somebody else leads it."""
    reason = Field("reason", "Who leads it, if you know", hint="A role or an agency.", required=False, longest=1000)
    return _form(action, "not_mine", "Not mine", "Tell the business team", reason)


def refuse_form(action: Action) -> Form:
    """The date stays, and why."""
    return _form(action, "refuse", "Do not agree", "Send", _REASON)


def lead_form(action: Action) -> Form:
    """Who leads it from now on."""
    return _form(action, "lead", "Choose a lead", "Save", Field("lead", "Lead", Input.PERSON))


def _form(action: Action, deed: str, title: str, submit: str, *fields: Field) -> Form:
    intro = (shortened(action_title(action), _INTRO),)
    return Form(f"plan.{deed}", title, submit, fields, intro=intro, carries={"action": action.id})
