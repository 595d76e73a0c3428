"""The guided route: one question after another in one window, and the answer at the end."""

from bot.dialogue.reply import Faults, Opened, Press, Pressed, Reply, Send, Sent, WholeAnswer
from bot.wording.form import Form
from bot.wording.guide_forms import SENT, question_form, start_form, with_answer
from bot.wording.urgent import urgent_lines
from bot.workflows import guided
from bot.workflows.desk import Desk
from knowledge.guides.steps import LostPath, Walk, concerns, guided_answer, walk
from knowledge.model import Area

_CHOOSE = "Choose one of these."


def begin(desk: Desk, area: Area | None = None, chosen: str = "", said: str = "") -> Form:
    """The first form: what worries the person, and whose front door."""
    where = area or desk.home_area
    return start_form(concerns(desk.knowledge), where, urgent_lines(desk.knowledge, where, desk.clock()), chosen, said)


async def _open(desk: Desk, pressed: Pressed) -> Reply:
    return Opened(begin(desk))


async def _back(desk: Desk, pressed: Pressed) -> Reply:
    """The question before, with the answer given to it; before the first one the list of concerns."""
    area, _, path = pressed.value.partition("/")
    where = _area(desk, area)
    try:
        here = walk(desk.knowledge, path)
        if not here.given:
            return Opened(begin(desk, where, here.guide.id))
        return Opened(with_answer(_question(desk, walk(desk.knowledge, here.back), where), here.given[-1].answer))
    except LostPath as lost:
        return Opened(begin(desk, where, said=str(lost)))


async def _start(desk: Desk, sent: Sent) -> Reply:
    where, concern = _area(desk, sent.values.get("area", "")), sent.values.get("concern", "")
    if concern not in desk.knowledge.guides:
        return Faults(begin(desk, where), {"concern": _CHOOSE})
    return Opened(_question(desk, walk(desk.knowledge, concern), where))


async def _answer(desk: Desk, sent: Sent) -> Reply:
    """The next question, or the answer at the end, which the person also gets as a message."""
    where = _area(desk, sent.carries.get("area", ""))
    try:
        here = walk(desk.knowledge, sent.carries.get("path", ""))
        answer = sent.values.get(here.name, "")
        if not answer:
            return Faults(_question(desk, here, where), {here.name: _CHOOSE})
        after = walk(desk.knowledge, here.after(answer))
    except LostPath as lost:
        return Opened(begin(desk, where, said=str(lost)))
    if after.question is not None:
        return Opened(_question(desk, after, where))
    found = guided_answer(desk.knowledge, after, where, desk.clock())
    key = f"{sent.key}:{where.value}:{after.path}"
    return WholeAnswer(await desk.do(guided.keep, sent.who, found, sent.talk or sent.who, key), SENT)


def _question(desk: Desk, here: Walk, where: Area) -> Form:
    if here.question is None:
        raise LostPath
    urgent = urgent_lines(desk.knowledge, where, desk.clock())
    return question_form(desk.knowledge, here, here.question, where, urgent)


def _area(desk: Desk, value: str) -> Area:
    """The area that was chosen; the home area for anything else."""
    return Area(value) if value in set(Area) else desk.home_area


PRESSES: dict[str, Press] = {"guide.open": _open, "guide.back": _back}
FORMS: dict[str, Send] = {"guide.start": _start, "guide.answer": _answer}
