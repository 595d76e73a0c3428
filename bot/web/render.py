"""Answers and the page as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import uuid4

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.assistant.question import Turn
from bot.web.assets import GOVUK, STATIC, asset
from bot.web.card import GUIDED, card
from bot.web.conversation import Draft, after, history_json, shown_words
from bot.web.guide_page import Shown, address
from bot.web.links import dial, email_link, host, phone_link, web_link
from bot.web.problem import FAILED
from knowledge.answer import Answer, AnswerContact
from knowledge.model import Area
from knowledge.note import CONFIRM, decision_note
from knowledge.note_shape import note_text


@dataclass(frozen=True)
class Look:
    """What every page shows whatever was asked: the area chosen at first and the numbers that always work."""

    home_area: Area = Area.THURROCK
    front_doors: tuple[AnswerContact, ...] = ()
    guide: str = ""  # the address of the guided route; empty where there is none


@dataclass(frozen=True)
class Reply:
    """A new answer, the history before it, the area it was asked for and the moment it was given."""

    answer: Answer
    history: tuple[Turn, ...]
    area: Area | None
    at: datetime


def render_exchange(look: Look, reply: Reply) -> str:
    """The fragment that the script adds to the page: the masked words, the answer card, the new history."""
    return _fill("fragment.html", look, **_exchange(look, reply, fresh=False))


def render_problem(look: Look, sentence: str) -> str:
    """The fragment that says what went wrong."""
    return _fill("problem.html", look, sentence=sentence)


def render_guide(look: Look, shown: Shown) -> str:
    """One question of the guided route."""
    return _fill("guide.html", look, title=shown.title, shown=shown)


def render_page(
    look: Look, draft: Draft, reply: Reply | None = None, problem: str | None = None, back: str = ""
) -> str:
    """The whole page: the conversation so far, the new answer or the problem, and the form; `back` leads out of it."""
    history = after(reply.history, reply.answer) if reply else draft.history
    values: dict[str, object] = {
        "draft": draft,
        "earlier": reply.history if reply else draft.history,
        "history": history_json(history),
        "chosen": draft.area or look.home_area.value,
        "problem": problem,
        "title": _title(reply, problem),
        "card": None,
        "back": back,
    }
    if reply:
        values |= _exchange(look, reply, fresh=True)
    return _fill("page.html", look, **values)


def _exchange(look: Look, reply: Reply, fresh: bool) -> dict[str, object]:
    note = decision_note(reply.answer, reply.at)
    return {
        "card": card(reply.answer, f"a{uuid4().hex[:8]}", note_text(note), note.to_json()),
        "guide": _guide(look, reply),
        "words": shown_words(reply.answer),
        "hidden": bool(reply.answer.redactions),
        "guided": any(section.key == "asked" for section in reply.answer.sections),
        "asked_for": (reply.area or look.home_area).label,
        "history": history_json(after(reply.history, reply.answer)),
        "fresh": fresh,
    }


def _guide(look: Look, reply: Reply) -> str:
    """The address of the guided route with the area asked for; empty under an answer that is sure."""
    wanted = look.guide and reply.answer.kind in GUIDED
    return address(reply.area or look.home_area) if wanted else ""


def _title(reply: Reply | None, problem: str | None) -> str:
    if problem:
        return "Error: Where do I refer? - Signpost"
    return f"{reply.answer.title} - Signpost" if reply else "Where do I refer? - Signpost"


def _fill(template: str, look: Look, **values: object) -> str:
    return _templates().get_template(template).render(look=look, areas=tuple(Area), **values)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    """The templates, with autoescape on whatever their name."""
    folder = STATIC.parent / "templates"
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"asset": asset, "govuk": GOVUK, "failed": FAILED, "confirm_mark": CONFIRM}
    templates.globals |= {"phone_link": phone_link, "email_link": email_link, "web_link": web_link, "host": host}
    templates.filters["dial"] = dial
    return templates


def doors(contacts: Sequence[AnswerContact]) -> tuple[AnswerContact, ...]:
    """The contacts that can be rung, for the list that stands on every page."""
    return tuple(contact for contact in contacts if phone_link(contact.phone))
