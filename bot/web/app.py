"""The web application: the page, its form, the script's conversation, the JSON interface and the health check."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from aiohttp import web

from bot.assistant.question import MAX_BYTES, Question
from bot.web.assets import STATIC
from bot.web.errors import plain_errors
from bot.web.guide_page import PATH
from bot.web.guiding import guide
from bot.web.handlers import ASK, HEALTH, KNOWLEDGE, LOOK, NOW, api_ask, conversation, form, page, report_health
from bot.web.notes import note_file
from bot.web.render import Look, doors
from bot.web.security import add_headers
from knowledge.answer import Answer, AnswerContact
from knowledge.knowledge import Knowledge
from knowledge.model import Area

_FORM_BYTES = 4 * MAX_BYTES  # form encoding writes one byte of text as up to three, and the history comes on top


def _now() -> datetime:
    return datetime.now(UTC)


def make_web_app(
    ask: Callable[[Question], Awaitable[Answer]],
    health: Callable[[], Awaitable[dict[str, object]]],
    *,
    home_area: Area = Area.THURROCK,
    front_doors: Sequence[AnswerContact] = (),
    now: Callable[[], datetime] = _now,
    knowledge: Knowledge | None = None,
) -> web.Application:
    """The browser channel as an aiohttp application.

    `front_doors` are shown on every page, so that the numbers are there when nothing else works; `home_area` is the
    area chosen when the page opens; `now` dates the decision notes; without `knowledge` there is no guided route.
    """
    app = web.Application(middlewares=[plain_errors], client_max_size=_FORM_BYTES)
    app[ASK] = ask
    app[HEALTH] = health
    app[LOOK] = Look(home_area, doors(front_doors), PATH if knowledge else "")
    app[NOW] = now
    app.on_response_prepare.append(add_headers)
    app.router.add_get("/", page)
    app.router.add_post("/", form)
    app.router.add_post("/conversation", conversation)
    app.router.add_post("/note.docx", note_file)
    if knowledge:
        app[KNOWLEDGE] = knowledge
        app.router.add_get(PATH, guide)
    app.router.add_post("/api/ask", api_ask)
    app.router.add_get("/health", report_health)
    app.router.add_static("/static/", STATIC)
    return app
