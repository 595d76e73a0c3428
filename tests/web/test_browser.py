"""The page in a real browser: by keyboard, with the accessibility rules checked, with and without its script."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.web.app import make_web_app

from .answers import DUTY_TEAM, HUB, LADO, REFER, UNSURE, FakeAssistant

Serve = Callable[[Callable[[], web.Application]], str]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def address(serve: Serve, assistant: FakeAssistant) -> str:
    """Where the page with the fake assistant is."""
    return serve(lambda: make_web_app(assistant.ask, assistant.health, front_doors=(DUTY_TEAM, HUB)))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile that may use the clipboard."""
    started = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield started
    started.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The opened page. The test fails when the page writes an error to its console or asks for a missing file."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    opened.on("response", lambda r: faults.append(r.url) if r.status == 404 else None)
    opened.goto(address)
    expect(opened.locator("body.js-enabled")).to_be_attached()
    yield opened
    assert faults == []


def ask(page: Page, words: str) -> None:
    """Write the words and send them with the keyboard alone."""
    page.get_by_role("textbox").first.focus()
    page.keyboard.type(words)
    page.keyboard.press("Tab")  # the chosen area
    page.keyboard.press("Tab")  # the button
    expect(page.locator("#send")).to_be_focused()
    page.keyboard.press("Enter")


def newest(page: Page, title: str) -> None:
    """Wait until the newest card has this title and the focus."""
    heading = page.locator("[data-answer-title]").last
    expect(heading).to_contain_text(title)
    expect(heading).to_be_focused()


def breaches(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def assert_fits(page: Page) -> None:
    """Nothing reaches beyond the side of the window."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_three_questions_are_asked_by_keyboard_and_the_focus_follows_the_answers(
    page: Page, assistant: FakeAssistant, screenshots: Path
) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    assert breaches(page) == []
    page.screenshot(path=screenshots / "desktop-start.png", full_page=True)
    ask(page, "8-year-old with a belt mark")
    newest(page, REFER.title)
    expect(page.locator(".sp-danger")).to_be_in_viewport()
    page.screenshot(path=screenshots / "desktop-urgent-view.png")
    page.screenshot(path=screenshots / "desktop-urgent.png", full_page=True)
    ask(page, "a teacher hit a pupil")
    newest(page, LADO.title)
    ask(page, "I am unsure about a family")
    newest(page, UNSURE.title)
    page.screenshot(path=screenshots / "desktop-conversation.png", full_page=True)
    conversation = page.locator("#conversation")
    expect(conversation).to_have_attribute("aria-live", "polite")
    expect(conversation).to_have_attribute("aria-busy", "false")
    expect(conversation.locator("> li")).to_have_count(6)
    expect(page.locator("[data-latest-only]")).to_have_count(1)
    assert [len(question.history) for question in assistant.asked] == [0, 2, 4]
    assert breaches(page) == []


def test_a_reply_button_asks_its_words_by_keyboard(page: Page, assistant: FakeAssistant, screenshots: Path) -> None:
    ask(page, "unsure")
    newest(page, UNSURE.title)
    page.screenshot(path=screenshots / "desktop-clarify.png", full_page=True)
    page.get_by_role("button", name="A child is being harmed").focus()
    page.keyboard.press("Enter")
    newest(page, REFER.title)
    assert assistant.asked[1].text == "A child is being harmed"
    expect(page.locator("#text")).to_have_value("")


def test_the_area_is_chosen_with_the_arrow_keys(page: Page, assistant: FakeAssistant) -> None:
    page.get_by_role("radio", name="Thurrock").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Southend")).to_be_checked()
    page.get_by_role("button", name="Show me where").focus()
    page.locator("#text").fill("a bruise")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    newest(page, REFER.title)
    assert assistant.asked[0].area == "southend"


def test_the_decision_note_is_copied_without_the_words(page: Page) -> None:
    ask(page, "Jayden has a belt mark")
    newest(page, REFER.title)
    page.get_by_role("button", name="Copy as decision note").press("Enter")
    expect(page.get_by_text("Decision note copied.")).to_be_visible()
    note = page.evaluate("navigator.clipboard.readText()")
    assert REFER.title in note and "Knowledge version".lower() in note.lower()
    assert "belt" not in note and "Jayden" not in note


def test_the_note_is_shown_to_copy_by_hand_when_there_is_no_clipboard(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    ask(page, "a bruise")
    newest(page, REFER.title)
    page.get_by_role("button", name="Copy as decision note").click()
    note = page.get_by_label("Copy this into the record")
    expect(note).to_be_visible()
    expect(note).to_be_focused()


def test_a_failure_tells_to_ring_999_and_keeps_the_words(page: Page, screenshots: Path) -> None:
    ask(page, "boom")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("If a child is in danger now, ring 999")
    expect(page.locator("#text")).to_have_value("boom")
    assert breaches(page) == []
    page.screenshot(path=screenshots / "desktop-error.png", full_page=True)


def test_a_lost_connection_tells_to_ring_999_and_the_next_question_works(page: Page) -> None:
    page.route("**/conversation", lambda route: route.abort())
    ask(page, "a bruise")
    expect(page.get_by_role("alert")).to_contain_text("ring 999")
    page.unroute("**/conversation")
    page.get_by_role("button", name="Show me where").press("Enter")
    newest(page, REFER.title)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_status_is_seen_while_the_answer_is_awaited(page: Page) -> None:
    waiting = []
    page.route("**/conversation", lambda route: waiting.append(route))
    ask(page, "a bruise")
    expect(page.locator("#status")).to_contain_text("Looking up where to refer")
    expect(page.locator("#conversation")).to_have_attribute("aria-busy", "true")
    page.locator("#send").press("Enter")  # a second press asks nothing
    waiting[0].continue_()
    newest(page, REFER.title)
    expect(page.locator("#status")).to_be_empty()
    assert len(waiting) == 1


def test_a_source_number_opens_the_folded_sources(page: Page) -> None:
    ask(page, "a bruise")
    newest(page, REFER.title)
    page.locator(".sp-steps .sp-mark").first.press("Enter")
    expect(page.get_by_role("link", name="Referral decisions")).to_be_visible()


def test_the_printed_card_shows_what_is_folded_on_the_screen(page: Page) -> None:
    ask(page, "a bruise")
    newest(page, REFER.title)
    folded = page.get_by_text("A social worker decides within one working day.")
    expect(folded).not_to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_be_visible()
    expect(page.locator("#ask")).not_to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(folded).not_to_be_visible()


def test_the_page_fits_a_narrow_window_and_four_times_zoom(page: Page, screenshots: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert_fits(page)
    page.screenshot(path=screenshots / "phone-start.png", full_page=True)
    for words, title in (("a bruise", REFER.title), ("a teacher", LADO.title), ("unsure", UNSURE.title)):
        ask(page, words)
        newest(page, title)
        assert_fits(page)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    assert_fits(page)
    assert breaches(page) == []
    page.screenshot(path=screenshots / "phone-conversation.png", full_page=True)


def test_the_page_works_in_forced_colours_and_with_reduced_motion(page: Page, screenshots: Path) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    ask(page, "a bruise")
    newest(page, REFER.title)
    page.screenshot(path=screenshots / "desktop-forced-colours.png", full_page=True)


def test_without_its_script_the_page_answers_and_goes_on(browser: Browser, address: str, screenshots: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("What worries you?").fill("unsure")
    page.get_by_role("button", name="Show me where").click()
    expect(page.get_by_role("heading", name=UNSURE.title)).to_be_visible()
    page.get_by_role("button", name="A child is being harmed").click()
    expect(page.get_by_role("heading", name=REFER.title)).to_be_visible()
    expect(page.get_by_text("Earlier answer")).to_be_visible()
    page.get_by_text("Decision note as text").click()
    expect(page.get_by_label("Copy this into the record")).to_be_visible()
    page.screenshot(path=screenshots / "desktop-without-script.png", full_page=True)
    context.close()
