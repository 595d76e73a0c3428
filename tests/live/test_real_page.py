"""The page in a real browser in front of the real assistant: three questions, and pictures of what a person sees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import web
from playwright.sync_api import Browser, expect

from bot.assistant.question import Question
from bot.web.app import make_web_app
from knowledge.answer import Answer
from knowledge.contacts import every_front_door
from knowledge.knowledge import Knowledge
from tests.live.conftest import Live

pytestmark = pytest.mark.live
Serve = Callable[[Callable[[], web.Application]], str]
ASKED = [
    ("our football coach has been sending a 14 year old photos of himself", "Allegation or concern about someone"),
    ("tiny bruise on a 10 week old baby's ear, parents say it was the car seat", "not yet mobile"),
    ("how do I renew my parking permit in Grays", ""),
]


def test_three_questions_are_answered_on_the_page(
    live: Live, knowledge: Knowledge, serve: Serve, browser: Browser, screenshots: Path
) -> None:
    async def ask(question: Question) -> Answer:
        return await live.across_loops(lambda: live.assistant.ask(question))

    async def health() -> dict[str, object]:
        return {"ok": True}

    front_doors = every_front_door(knowledge)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(serve(lambda: make_web_app(ask, health, front_doors=front_doors)))
    for number, (text, title) in enumerate(ASKED, 1):
        page.get_by_role("textbox").first.fill(text)
        page.locator("#send").click()
        heading = page.locator("article h2, article h3").filter(has_text=title).last
        expect(heading).to_be_visible(timeout=20_000)
        expect(page.locator("article")).to_have_count(number)
        page.screenshot(path=str(screenshots / f"real-{number}.png"), full_page=True)
    assert "999" in page.locator("article").last.inner_text()
