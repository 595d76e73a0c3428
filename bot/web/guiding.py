"""The guided route on the page: one question a page. The address says where one stands; nothing is kept."""

from collections.abc import Mapping

from aiohttp import web

from bot.web.conversation import Draft
from bot.web.guide_page import (
    CHOOSE_ANSWER,
    CHOOSE_CONCERN,
    SENT,
    Shown,
    address,
    back_of,
    first_page,
    question_page,
)
from bot.web.handlers import KNOWLEDGE, LOOK, NOW, html
from bot.web.render import Reply, render_guide, render_page
from knowledge.guides.steps import LostPath, guided_answer, walk
from knowledge.model import Area


async def guide(request: web.Request) -> web.Response:
    """The question at the place in the address, or the answer at the end."""
    given, knowledge, now = request.query, request.app[KNOWLEDGE], request.app[NOW]()
    area = _area(given, request.app[LOOK].home_area)
    chosen = given.get("chosen", "")
    try:
        if "concern" in given:
            raise web.HTTPSeeOther(address(area, walk(knowledge, given["concern"]).path))
        if "path" not in given:
            problem = CHOOSE_CONCERN if SENT in given else ""
            return _page(request, first_page(knowledge, area, now, chosen, problem))
        here = walk(knowledge, given["path"])
        if "answer" in given:
            raise web.HTTPSeeOther(address(area, here.after(given["answer"])))
        if here.question is None:
            answer = guided_answer(knowledge, here, area, now)
            reply = Reply(answer, (), area, now)
            return html(render_page(request.app[LOOK], Draft(area=area.value), reply, back=back_of(here, area)))
        problem = CHOOSE_ANSWER if SENT in given else ""
        return _page(request, question_page(knowledge, here, here.question, area, now, chosen, problem))
    except LostPath as lost:
        return _page(request, first_page(knowledge, area, now, problem=str(lost)))


def _page(request: web.Request, shown: Shown) -> web.Response:
    return html(render_guide(request.app[LOOK], shown), 400 if shown.problem else 200)


def _area(given: Mapping[str, str], home: Area) -> Area:
    """The area that was chosen; the home area for anything else."""
    return Area(given["area"]) if given.get("area") in set(Area) else home
