"""What a page of the guided route shows: 999, who is there now, and one question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from bot.web.links import phone_link
from knowledge.answer import AnswerContact
from knowledge.contacts import there_now
from knowledge.guides.shape import UNSURE, UNSURE_WORDS, Step
from knowledge.guides.steps import CONCERN, Walk, concerns
from knowledge.knowledge import Knowledge
from knowledge.model import Area

PATH = "/guide"
SENT = "sent"  # tells a form that was sent without a choice from a page that was opened
CHOOSE_CONCERN = "Choose what worries you most"
CHOOSE_ANSWER = "Choose an answer; if you do not know, choose “Unsure”"
_FIRST_HINT = "A few questions follow, at most five. Nothing you choose names anybody."


@dataclass(frozen=True)
class Choice:
    """A question with its ready answers."""

    name: str
    text: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""
    hint: str = ""
    source: str = ""
    confirm: bool = False
    problem: str = ""

    @property
    def described(self) -> str:
        """The ids of what a screen reader reads out with the question."""
        parts = {"hint": self.hint, "source": self.source, "error": self.problem}
        return " ".join(f"{self.name}-{part}" for part, words in parts.items() if words)


@dataclass(frozen=True)
class Shown:
    """A page: `carried` are the hidden fields, `ring` who is there now."""

    title: str
    caption: str
    danger: str
    ring: tuple[AnswerContact, ...]
    asked: tuple[Choice, ...]
    back: str
    carried: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def address(area: Area, path: str = "", chosen: str = "") -> str:
    """Where a place in the guide is; `chosen` is the answer given there before."""
    given = {"area": area.value, "path": path, "chosen": chosen}
    return f"{PATH}?{urlencode({name: value for name, value in given.items() if value})}"


def back_of(here: Walk, area: Area) -> str:
    """The address of the question before, with the answer that was given; of the list of concerns before the first."""
    if not here.given:
        return address(area, chosen=here.guide.id)
    return address(area, here.back, here.given[-1].answer)


def first_page(knowledge: Knowledge, area: Area, at: datetime, chosen: str = "", problem: str = "") -> Shown:
    """The concerns, and whose front door. `problem` is what was wrong with the choice."""
    titles = tuple((guide.id, guide.title) for guide in concerns(knowledge))
    wrong = problem if problem == CHOOSE_CONCERN else ""
    areas = tuple((one.value, one.label) for one in Area)
    fields = (
        Choice("concern", CONCERN, titles, chosen, _FIRST_HINT, problem=wrong),
        Choice("area", "Whose front door? (where the child is; for a worker, where they work)", areas, area.value),
    )
    return _shown(knowledge, area, at, "Guided route", fields, "/", ((SENT, "yes"),), problem)


def question_page(
    knowledge: Knowledge, here: Walk, step: Step, area: Area, at: datetime, chosen: str = "", problem: str = ""
) -> Shown:
    """The question at this place."""
    document = knowledge.documents[step.source]
    section = f", {step.section}" if step.section else ""
    asked = Choice(
        name="answer",
        text=step.text,
        options=(*((one.id, one.text) for one in step.answers), (UNSURE, UNSURE_WORDS)),
        chosen=chosen,
        hint=step.why.say if step.why else "",
        source=f"{document.title}, edition: {document.edition}{section}",
        confirm=document.confirm,
        problem=problem,
    )
    caption = f"{here.guide.title}. {area.label}. Question {len(here.given) + 1}"
    carried = (("area", area.value), ("path", here.path), (SENT, "yes"))
    return _shown(knowledge, area, at, caption, (asked,), back_of(here, area), carried, problem)


def _shown(
    knowledge: Knowledge,
    area: Area,
    at: datetime,
    caption: str,
    asked: Sequence[Choice],
    back: str,
    carried: tuple[tuple[str, str], ...],
    problem: str,
) -> Shown:
    ring = tuple(contact for contact in there_now(knowledge, area, at) if phone_link(contact.phone))
    title = f"{'Error: ' if problem else ''}{asked[0].text} - Signpost"
    return Shown(title, caption, knowledge.settings.danger_line.say, ring, tuple(asked), back, carried, problem)
