"""One function for each address: read the question, ask, render."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from bot.assistant.question import MAX_BYTES, Question, read_question
from bot.web.conversation import Draft, read_form
from bot.web.problem import NOT_A_FORM, TOO_LONG, Refusal
from bot.web.render import Look, Reply, render_exchange, render_page
from bot.web.security import require_same_origin
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge

Ask = Callable[[Question], Awaitable[Answer]]
Health = Callable[[], Awaitable[dict[str, object]]]

ASK: web.AppKey[Ask] = web.AppKey("ask")
HEALTH: web.AppKey[Health] = web.AppKey("health")
LOOK: web.AppKey[Look] = web.AppKey("look")
KNOWLEDGE: web.AppKey[Knowledge] = web.AppKey("knowledge")
NOW: web.AppKey[Callable[[], datetime]] = web.AppKey("now")
# the form's content, kept in case the page must be shown again with a problem
DRAFT: web.RequestKey[Draft] = web.RequestKey("draft")


async def page(request: web.Request) -> web.Response:
    """The page before anything was asked."""
    return html(render_page(request.app[LOOK], Draft()))


async def form(request: web.Request) -> web.Response:
    """The whole page with the answer to the form, for browsers without the script."""
    require_same_origin(request)
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refusal(415, NOT_A_FORM)
    draft = read_form(await request.read())
    request[DRAFT] = draft
    reply = await _replied(request, draft.question())
    # a draft beside a pressed button is kept; what was asked is not repeated in the box
    kept = Draft(text=draft.text if draft.reply else "", area=draft.area)
    return html(render_page(request.app[LOOK], kept, reply))


async def conversation(request: web.Request) -> web.Response:
    """The fragment with one answer, for the script on the page."""
    require_same_origin(request)
    question = read_question(await _body(request))
    return html(render_exchange(request.app[LOOK], await _replied(request, question)))


async def api_ask(request: web.Request) -> web.Response:
    """The answer as JSON, as the answer contract describes it."""
    question = read_question(await _body(request))
    answer = await request.app[ASK](question)
    return web.Response(body=encoded(answer.to_json()), content_type="application/json", charset="utf-8")


async def report_health(request: web.Request) -> web.Response:
    """What works: status 200 when all of it does, else 503."""
    state = await request.app[HEALTH]()
    return web.json_response(state, status=200 if state.get("ok") else 503)


def html(text: str, status: int = 200) -> web.Response:
    """An HTML reply."""
    return web.Response(body=encoded(text), status=status, content_type="text/html", charset="utf-8")


def encoded(text: str) -> bytes:
    """The text as UTF-8. Half a character, which JSON can smuggle in, becomes a question mark instead of an error."""
    return text.encode("utf-8", "replace")


async def _replied(request: web.Request, question: Question) -> Reply:
    answer = await request.app[ASK](question)
    return Reply(answer, question.history, question.area, request.app[NOW]())


async def _body(request: web.Request) -> bytes:
    if (request.content_length or 0) > MAX_BYTES:
        raise Refusal(413, TOO_LONG)
    body = await request.read()
    if len(body) > MAX_BYTES:
        raise Refusal(413, TOO_LONG)
    return body
