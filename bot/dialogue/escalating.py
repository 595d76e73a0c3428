"""Raising an escalation: the form, its check for personal data, the record, the receipt."""

from bot.dialogue.checking import must_change
from bot.dialogue.reply import Faults, Opened, Press, Pressed, Reply, Send, Sent, Shown
from bot.partnership.escalation import Escalation, Kind
from bot.wording.form import Form
from bot.wording.forms import escalation_form, raised_from
from bot.wording.options import FormError
from bot.wording.told import told
from bot.wording.urgent import urgent_lines
from bot.workflows import escalations
from bot.workflows.danger import tells_of_danger
from bot.workflows.desk import Desk
from knowledge.model import Area

_TYPED = ("disputed", "tried", "wanted", "case_reference")
_REFERENCES = ("case_reference",)


def empty_form(desk: Desk, disputed: str = "") -> Form:
    """The form to fill in; what is urgent stands above it, `disputed` is what a message already says."""
    return escalation_form(desk.rules, _urgent(desk, desk.home_area), Kind.DISAGREEMENT, disputed[:1500])


async def _open(desk: Desk, pressed: Pressed) -> Reply:
    return Opened(empty_form(desk))


async def _raise(desk: Desk, sent: Sent) -> Reply:
    """Faults beside their fields, words to look at again, or the receipt."""
    try:
        raised = raised_from(sent.values, desk.rules)
    except FormError as fault:
        return Faults(empty_form(desk).filled(dict(sent.values)), fault.faults)
    form = escalation_form(desk.rules, _urgent(desk, Area(raised.area)), raised.kind)
    if again := await must_change(desk, sent, form, _TYPED, _REFERENCES):
        return again
    item = await desk.do(escalations.raise_escalation, sent.who, raised, sent.key)
    return _receipt(desk, item)


def _receipt(desk: Desk, item: Escalation) -> Shown:
    """The reference number and what happens next; where danger is told of, 999 and the front door stand first."""
    urgent = _urgent(desk, Area(item.raised.area)) if tells_of_danger(desk.knowledge, item.raised) else ()
    message = told(item, "raise", item.raised_by, desk.clock(), desk.rules, lambda key: key, urgent)
    return Shown("Recorded", message, urgent)


def _urgent(desk: Desk, area: Area) -> tuple[str, ...]:
    return urgent_lines(desk.knowledge, area, desk.clock())


PRESSES: dict[str, Press] = {"escalate.open": _open}
FORMS: dict[str, Send] = {"escalation.raise": _raise}
