"""Turns every failure into a reply with one sentence: JSON for programs, HTML for people, never a traceback."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.assistant.question import QuestionError
from bot.web.conversation import Draft
from bot.web.handlers import DRAFT, LOOK, html
from bot.web.problem import FAILED, Refusal, refusal_of
from bot.web.render import render_page, render_problem

_log = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def plain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The handler's reply, or a reply that says in one sentence what went wrong and what to do."""
    try:
        return await handler(request)
    except Refusal as refusal:
        return _told(request, refusal)
    except QuestionError as error:
        return _told(request, Refusal(400, str(error)))
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return _told(request, refusal_of(error))
    except Exception as error:
        # the type alone: the message of an exception may hold the asker's words
        _log.error("a web request failed: %s", type(error).__name__)
        return _told(request, Refusal(500, FAILED))


def _told(request: web.Request, refusal: Refusal) -> web.Response:
    """The refusal in the form that the asker can read."""
    look = request.app[LOOK]
    if request.path.startswith(("/api/", "/health")):
        status = 503 if request.path == "/health" and refusal.status == 500 else refusal.status
        return web.json_response({"error": refusal.sentence}, status=status)
    if request.path == "/conversation":
        return html(render_problem(look, refusal.sentence), refusal.status)
    draft = request.get(DRAFT, Draft())
    return html(render_page(look, draft, problem=refusal.sentence), refusal.status)
