"""The forms of the guided route: the concern first, then one question after another."""

from collections.abc import Sequence
from dataclasses import replace

from bot.wording.form import Field, Form, Input, Option
from bot.wording.message import Button, Message
from bot.wording.options import option
from knowledge.guides.shape import UNSURE, UNSURE_WORDS, Guide, Step
from knowledge.guides.steps import CONCERN, Walk
from knowledge.knowledge import Knowledge
from knowledge.model import Area

TITLE = "Guided route"
LABEL = "Answer a few questions"
SENT = "This answer also comes to you as a message. Press “Decision note” there for your own record."
_WHAT = "Choose what is nearest. A few questions follow, at most five. Nothing you choose names anybody."
_DOUBT = "If you do not know, choose “Unsure”: it leads to the safer way."


def guide_button(subject: str = "new") -> Button:
    """Opens the guided route; `subject` says what it comes from."""
    return Button("guide.open", LABEL, subject)


def invitation(urgent: tuple[str, ...]) -> Message:
    """The button for somebody who wrote “guide”."""
    return Message(
        TITLE, urgent, ("A few questions with ready answers lead you to where to refer.",), (), (guide_button(),)
    )


def start_form(guides: Sequence[Guide], area: Area, urgent: tuple[str, ...], chosen: str = "", said: str = "") -> Form:
    """What worries the person, and whose front door; `said` is why it starts again."""
    concerns = tuple(option(guide.id, guide.title) for guide in guides)
    areas = tuple(Option(one.value, one.label) for one in Area)
    fields = (
        Field("concern", CONCERN, Input.CHOICE, options=concerns, value=chosen),
        Field(
            "area",
            "Whose front door? (where the child is; for a worker, where they work)",
            Input.RADIO,
            options=areas,
            value=area.value,
        ),
    )
    intro = (*([said] if said else []), _WHAT)
    return Form("guide.start", TITLE, "Next", fields, urgent, intro, replaces=True)


def question_form(knowledge: Knowledge, here: Walk, step: Step, area: Area, urgent: tuple[str, ...]) -> Form:
    """The question at this place. Its field bears the question's name: a chat keeps what was chosen under a name."""
    options = (*(option(one.id, one.text) for one in step.answers), Option(UNSURE, UNSURE_WORDS))
    asked = Field(here.name, step.text, Input.RADIO, _hint(knowledge, step), options)
    about = f"{here.guide.title}. {area.label}. Question {len(here.given) + 1}."
    return Form(
        id="guide.answer",
        title=TITLE,
        submit="Next",
        fields=(asked,),
        urgent=urgent,
        intro=(about, _DOUBT),
        carries={"path": here.path, "area": area.value},
        buttons=(Button("guide.back", "Back", f"{area.value}/{here.path}"),),
        replaces=True,
    )


def with_answer(form: Form, answer: str) -> Form:
    """The same question with the answer given before."""
    return replace(form, fields=tuple(replace(one, value=answer) for one in form.fields))


def _hint(knowledge: Knowledge, step: Step) -> str:
    """What counts, and where the question comes from."""
    document = knowledge.documents[step.source]
    place = [step.section] if step.section else []
    mark = [knowledge.settings.confirm_mark] if document.confirm else []
    source = ", ".join([document.title, f"edition: {document.edition}", *place, *mark])
    return f"{step.why.say} Source: {source}." if step.why else f"Source: {source}."
