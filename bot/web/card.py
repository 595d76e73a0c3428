"""How an answer is laid out: which parts come first, which are folded away, and where the question stands."""

from dataclasses import dataclass

from bot.web.links import phone_link
from knowledge.answer import Answer, AnswerContact, Line, Section

_FOLDED = {"next", "no_answer", "refused", "careful", "notes", "tools", "also", "asked"}
_APART = {"danger", "banner", "lead", "question", "sources"}  # drawn in places of their own
_FIRST_NEEDS = {"steps", "contacts"}
_UNSURE = {"clarify", "fallback"}
GUIDED = {*_UNSURE, "handoff"}  # kinds of answer under which the guided route is offered
_CAPTIONS = {
    "advice": "Route",
    "clarify": "Not sure yet: the nearest route",
    "fallback": "Not sure yet: the nearest route",
    "handoff": "Talk it through with the front door: the nearest route",
}
FOLLOW_UPS = ("Out of hours?", "Do I need consent?", "What if they say no?")


@dataclass(frozen=True)
class Part:
    """One section as drawn, and whether it starts folded."""

    section: Section
    folded: bool


@dataclass(frozen=True)
class Card:
    """An answer ready for the template. `key` makes its element ids unique on the page."""

    key: str
    answer: Answer
    danger: tuple[Line, ...]
    banner: tuple[Line, ...]
    lead: tuple[Line, ...]
    caption: str
    parts: tuple[Part, ...]
    question_first: bool
    follow_ups: tuple[str, ...]
    note: str
    note_data: str = ""  # the same for the Word file

    @property
    def contacts(self) -> tuple[AnswerContact, ...]:
        """The contacts, first things first."""
        return self.answer.contacts

    @property
    def ring(self) -> tuple[AnswerContact, ...]:
        """The two numbers to try first, shown above the steps so that nobody has to look for them."""
        if self.parts and self.parts[0].section.key == "contacts":
            return ()
        return tuple(contact for contact in self.contacts if phone_link(contact.phone))[:2]


def card(answer: Answer, key: str, note: str, note_data: str = "") -> Card:
    """The answer laid out. A part that a follow-up question asked for stands before the steps and is never folded."""
    shown = [section for section in answer.sections if section.key not in _APART]
    parts = tuple(
        Part(section, section.key in _FOLDED and bool(_FIRST_NEEDS & {before.key for before in shown[:at]}))
        for at, section in enumerate(shown)
    )
    return Card(
        key=key,
        answer=answer,
        danger=_lines(answer, "danger"),
        banner=_lines(answer, "banner"),
        lead=_lines(answer, "lead"),
        caption=_caption(answer),
        parts=parts,
        question_first=answer.kind in _UNSURE,
        follow_ups=() if answer.kind == "smalltalk" or answer.primary == "out_of_scope" else FOLLOW_UPS,
        note=note,
        note_data=note_data,
    )


def _lines(answer: Answer, key: str) -> tuple[Line, ...]:
    return next((section.lines for section in answer.sections if section.key == key), ())


def _caption(answer: Answer) -> str:
    caption = _CAPTIONS.get(answer.kind, "")
    if caption and answer.level is not None:
        return f"{caption} (threshold level {answer.level})"
    return caption
