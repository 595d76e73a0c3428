"""The local page: a newcomer plays people, and nothing that is typed becomes part of the page itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from playwright.sync_api import Browser, Page, expect

from tests.fake_slack import fake_slack_server
from tests.fake_slack.mrkdwn import typed
from tests.fake_slack.render import mrkdwn
from tests.fake_slack.small_bot import make_bolt_app

type Serve = Callable[[Callable[[], web.Application]], str]


@pytest.fixture
def page(browser: Browser, serve: Serve) -> Iterator[Page]:
    """The page of Nadia, with the small Bolt app behind it."""
    with fake_slack_server() as url:
        bot = serve(lambda: make_bolt_app(f"{url}api/").web_app())
        page = browser.new_page(base_url=url)
        page.request.post("/control/replicas", data={"bots": [f"{bot}/slack/events"]})
        page.goto("/")
        yield page
        page.close()


def test_a_newcomer_asks_and_presses_and_escalates(page: Page, screenshots: Path) -> None:
    expect(page.get_by_text("This is not Slack: a stand-in for trying Signpost.")).to_be_visible()
    page.get_by_label("Write to Signpost").fill("<img src=x onerror=alert(1)> a bruise")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("You wrote: <img src=x onerror=alert(1)> a bruise")).to_be_visible()
    page.get_by_label("You are:").select_option("U_BEN")
    page.get_by_role("link", name="# general").click()
    page.get_by_label("Write in #general").fill("@signpost hello")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Again").click()
    expect(page.get_by_text("Pressed")).to_be_visible()
    page.get_by_role("button", name="Home").click()
    page.get_by_role("button", name="Again").click()
    modal = page.get_by_role("dialog", name="Escalate")
    modal.get_by_role("button", name="Send").click()
    expect(modal.get_by_text("Please complete this required field.")).to_be_visible()
    modal.get_by_label("What is wrong?").fill("no hurry")
    modal.get_by_role("button", name="Send").click()
    expect(modal.get_by_text("Say why it is urgent.")).to_be_visible()
    expect(modal.get_by_label("What is wrong?")).to_have_value("no hurry")
    page.screenshot(path=screenshots / "fake-slack.png")
    modal.get_by_label("What is wrong?").fill("it is urgent")
    modal.get_by_label("Who knows?").press("Enter")
    expect(modal).to_be_hidden()
    page.get_by_role("link", name="# business-team").click()
    expect(page.get_by_text("U_BEN: it is urgent")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* _b_ ~c~ `d*e*` 2*3*4", "<strong>a</strong> <em>b</em> <s>c</s> <code>d*e*</code> 2*3*4"),
        ("<@U_BEN> <!here> <#C1|x>", '<span class="mention">@Ben</span> <span class="broadcast">@here</span> '),
        ("<https://a.example/?x=1&amp;y=2|b>", '<a href="https://a.example/?x=1&amp;y=2" rel="noreferrer" '),
        ("<javascript:alert(1)|b>", "&lt;javascript:alert(1)|b&gt;"),
        ('<https://a.example/"onclick="x|<b>', "https://a.example/&#34;onclick=&#34;x|&lt;b&gt;"),
        (typed("<script>&amp;"), "&lt;script&gt;&amp;amp;"),
        ("a\n&gt; b", "a<br>\n<q>b</q>"),
    ],
)
def test_markup_becomes_html_and_all_else_is_escaped(text: str, html: str) -> None:
    assert html in str(mrkdwn(text, lambda wanted: {"U_BEN": "Ben"}.get(wanted, wanted)))
