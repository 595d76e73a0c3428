"""The check of a sent form for personal data: what was typed is kept, and the person sees what to change or confirm."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.dialogue.reply import Faults, Opened, Sent
from bot.wording.form import TICKED, Field, Form, Input
from bot.wording.forms import doubtful_form
from bot.workflows.desk import Desk
from bot.workflows.forms import Checked, check

_SHORTEN = "Shorten this to {} letters."
_NOT_TICKED = "Change the words shown above, or tick that they point to nobody."


async def must_change(
    desk: Desk, sent: Sent, form: Form, typed: Collection[str], references: Collection[str] = ()
) -> Faults | Opened | None:
    """What is answered when the form cannot be taken as it is; None when it can.

    Some kinds of personal data are refused. Other words that may point to a person are shown: the person changes them
    or confirms that they point to nobody. Words changed after that are shown again.
    """
    given, form = dict(sent.values), form.filled(dict(sent.values))
    if too_long := {one.id: _SHORTEN.format(one.longest) for one in form.fields if _is_too_long(one, given)}:
        return Faults(form, too_long)
    checked = await check(desk, {name: given[name] for name in typed if given.get(name)}, references)
    if checked.refused:
        return Faults(form, dict(checked.refused))
    tick = f"confirmed_{_digest(checked)}"  # a box for these words alone: Slack would keep the tick of another one
    if not checked.doubtful or given.get(tick) == TICKED:
        return None
    shown = doubtful_form(form, dict(checked.doubtful))
    # not required: who changes the words need not tick
    fields = (replace(one, id=tick, required=False) if one.input is Input.TICK else one for one in shown.fields)
    again = replace(shown, fields=tuple(fields))
    return Faults(again, {tick: _NOT_TICKED}) if tick in given else Opened(again)


def _is_too_long(field: Field, given: Mapping[str, str]) -> bool:
    return field.input in {Input.LINE, Input.TEXT} and len(given.get(field.id, "")) > field.longest


def _digest(checked: Checked) -> str:
    return hashlib.sha256(repr(sorted(checked.doubtful.items())).encode()).hexdigest()[:16]
