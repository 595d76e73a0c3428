"""Escaping, security headers, caching and questions from other sites."""

import re
from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import make_web_app
from bot.web.assets import STATIC
from knowledge.answer import Answer, Line, Section

from .answers import HUB, REFER, FakeAssistant
from .client import Client, post_form

pytestmark = pytest.mark.asyncio


async def test_script_in_the_words_and_in_the_answer_is_shown_not_run(client: Client) -> None:
    nasty = "<script>alert(1)</script>"
    page = await (await post_form(client, text=nasty, history="")).text()
    assert nasty not in page and "&lt;script&gt;alert(1)" in page


async def test_a_hostile_answer_is_escaped_and_its_links_are_dropped(assistant: FakeAssistant) -> None:
    nasty = "<script>alert(1)</script>"
    contact = replace(HUB, name=nasty, phone=nasty, email="a b@x", url="javascript:alert(1)", hours=nasty)
    sections = tuple(
        Section(key, nasty, (Line(nasty, 1, True),)) for key in ("danger", "lead", "steps", "contacts", "tools")
    )
    source = replace(REFER.sources[0], document=nasty, url="javascript:alert(1)", section=nasty)
    hostile = replace(REFER, title=nasty, sections=sections, contacts=(contact,), sources=(source,), masked=nasty)

    async def ask(_: object) -> Answer:
        return hostile

    async with TestClient(TestServer(make_web_app(ask, assistant.health))) as client:
        page = await (await client.post("/conversation", json={"text": "x"})).text()
    assert "<script" not in page
    assert 'href="javascript:' not in page and "mailto:" not in page


@pytest.mark.parametrize("address", ["/", "/conversation", "/api/ask", "/health", "/nowhere", "/static/signpost.css"])
async def test_every_reply_has_the_security_headers_and_no_cookie(client: Client, address: str) -> None:
    response = await client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in response.headers and "Server" not in response.headers
    assert "Traceback" not in await response.text()


async def test_answers_are_not_kept_and_files_are(client: Client) -> None:
    page = await client.get("/")
    assert page.headers["Cache-Control"] == "no-store"
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', await page.text())
    assert len(files) == 4
    for address in files:
        response = await client.get(address)
        assert response.status == 200 and "immutable" in response.headers["Cache-Control"]
    assert (await client.get("/static/signpost.css")).headers["Cache-Control"] == "no-cache"
    assert (await client.get("/static/..%2fapp.py")).status in {403, 404}


async def test_no_style_sheet_asks_for_the_font_of_gov_uk() -> None:
    sheets = list(STATIC.rglob("*.css"))
    assert len(sheets) == 2
    assert all("@font-face" not in sheet.read_text(encoding="utf-8") for sheet in sheets)


async def test_the_page_holds_no_inline_script_or_style(client: Client) -> None:
    page = await (await post_form(client, text="x", history="")).text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://[broken"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Origin": "null"}, 200),
        ({}, 200),
    ],
)
async def test_questions_from_another_site_are_refused(client: Client, headers: dict[str, str], status: int) -> None:
    assert (await client.post("/conversation", json={"text": "x"}, headers=headers)).status == status
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post("/", data="text=x", headers=form)).status == status
