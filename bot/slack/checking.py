"""The check of a sent form for personal data: what was typed is kept, and the person sees what to change or confirm."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from bot.slack.render.form import carries, errors, values, view
from bot.wording.form import Form
from bot.wording.forms import doubtful_form
from bot.workflows.desk import Desk
from bot.workflows.forms import Checked, check


async def must_change(
    desk: Desk, body: dict[str, Any], form: Form, typed: Collection[str], references: Collection[str] = ()
) -> dict[str, Any] | None:
    """What Slack is told when the form cannot be taken as it is; None when it can.

    Some kinds of personal data are refused. Other words that may point to a person are shown: the person changes them
    or confirms that they point to nobody. Words changed after that are shown again.
    """
    given, carried = values(body["view"]), carries(body["view"])
    checked = await check(desk, {name: given[name] for name in typed if given.get(name)}, references)
    if checked.refused:
        return errors(dict(checked.refused))
    shown = _digest(checked)
    if not checked.doubtful or (given.get("confirmed") == "yes" and carried.get("shown") == shown):
        return None
    again = replace(form.filled(given), carries={**form.carries, "shown": shown})
    return {"response_action": "update", "view": view(doubtful_form(again, dict(checked.doubtful)))}


def _digest(checked: Checked) -> str:
    return hashlib.sha256(repr(sorted(checked.doubtful.items())).encode()).hexdigest()[:16]
