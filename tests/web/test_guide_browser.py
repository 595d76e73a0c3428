"""The guided route in a real browser: by keyboard, without the script, on a telephone, and its note as a file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from docx import Document
from playwright.sync_api import Browser, Page, expect

from bot.web.app import make_web_app
from knowledge.contacts import every_front_door
from knowledge.knowledge import Knowledge

from .answers import FRIDAY, FakeAssistant
from .test_browser import assert_fits, breaches

Serve = Callable[[Callable[[], web.Application]], str]


@pytest.fixture
def address(serve: Serve, assistant: FakeAssistant, knowledge: Knowledge) -> str:
    """Where the page with the real knowledge is, on a Friday evening."""
    doors = every_front_door(knowledge)
    made = (assistant.ask, assistant.health)
    return serve(lambda: make_web_app(*made, front_doors=doors, now=lambda: FRIDAY, knowledge=knowledge))


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The guide's first page. The test fails on a script error or a missing file."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=request.param)
    opened, faults = context.new_page(), []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("response", lambda r: faults.append(r.url) if r.status == 404 else None)
    opened.goto(address)
    opened.get_by_role("link", name="Answer a few questions instead").click()
    yield opened
    context.close()
    assert faults == []


def choose(page: Page, answer: str) -> None:
    """Choose by keyboard alone and go on."""
    page.get_by_role("radio", name=answer, exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Continue").press("Enter")


def asked(page: Page, question: str) -> None:
    """Wait for the question; 999 and a number stand above it, in sight."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(question)
    expect(page.get_by_role("link", name="999")).to_be_in_viewport()
    expect(page.get_by_role("list", name="Ring without going on").get_by_role("link").first).to_be_in_viewport()


def test_a_tired_worker_gets_from_the_first_question_to_the_number_and_back(page: Page, screenshots: Path) -> None:
    asked(page, "What worries you most?")
    page.screenshot(path=screenshots / "guide-start.png", full_page=True)
    page.get_by_role("radio", name="Essex", exact=True).check()
    choose(page, "A bruise, mark or burn on a baby or toddler")
    asked(page, "Is the baby drowsy")
    choose(page, "No")
    asked(page, "Does the baby crawl, cruise or walk yet?")
    page.screenshot(path=screenshots / "guide-question.png", full_page=True)
    page.get_by_role("link", name="Back", exact=True).click()
    asked(page, "Is the baby drowsy")
    expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()
    choose(page, "No")
    choose(page, "Unsure")
    expect(page.get_by_role("heading", name="A bruise, mark or injury in a baby who is not yet mobile")).to_be_visible()
    expect(page.locator(".sp-ring")).to_contain_text("0345 606 1212")
    expect(page.get_by_text("You answered questions (Essex)")).to_be_visible()
    page.screenshot(path=screenshots / "guide-end.png", full_page=True)
    page.get_by_role("link", name="Back to the question before").click()
    expect(page.get_by_role("radio", name="Unsure")).to_be_checked()


def test_nothing_chosen_is_told_and_the_summary_leads_to_the_first_answer(page: Page, screenshots: Path) -> None:
    page.get_by_role("button", name="Continue").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Choose what worries you most")
    expect(summary).to_be_focused()
    page.screenshot(path=screenshots / "guide-error.png", full_page=True)
    summary.get_by_role("link").press("Enter")
    expect(page.get_by_role("radio").first).to_be_focused()
    expect(page.get_by_role("radio", name="Thurrock")).to_be_checked()


def test_the_decision_note_is_taken_away_as_a_word_file(page: Page, tmp_path: Path) -> None:
    choose(page, "Consent, or may I share this?")
    choose(page, "No")
    choose(page, "Unsure")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Decision note as Word file").click()
    assert waited.value.suggested_filename == "signpost-decision-note-2026-07-17.docx"
    waited.value.save_as(tmp_path / "note.docx")
    words = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "note.docx")).paragraphs)
    assert "3. Is a child at risk of harm, as far as you can tell? Unsure." in words


@pytest.mark.parametrize("page", [True], indirect=True)  # axe is a script
def test_the_pages_keep_the_accessibility_rules_and_fit_a_narrow_window(page: Page, screenshots: Path) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 740})
        for name, given in PAGES.items():
            page.goto(f"{page.url.partition('/guide')[0]}/guide?{given}")
            assert breaches(page) == [], name
            assert_fits(page)
            page.screenshot(path=screenshots / f"guide-{name}-{width}.png", full_page=True)


PAGES = {
    "first": "",
    "nothing-chosen": "sent=yes&area=essex",
    "question": "area=southend&path=sexual_abuse:danger.no",
    "no-answer": "area=southend&path=sexual_abuse:danger.no&sent=yes",
    "lost": "area=southend&path=nothing:danger.no",
    "end": "area=thurrock&path=injury:danger.yes",
}
