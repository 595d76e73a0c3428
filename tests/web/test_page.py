"""The addresses of the web channel, with a fake assistant behind them."""

import json
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.assistant.question import MAX_BYTES, Turn
from bot.web.app import make_web_app
from bot.web.assets import STATIC
from bot.web.card import card
from bot.web.conversation import after
from bot.web.note import decision_note
from knowledge.answer import Answer, Line, Section
from knowledge.model import Area

from .answers import DUTY_TEAM, HUB, LADO, REFER, UNSURE, FakeAssistant

pytestmark = pytest.mark.asyncio
FRIDAY = datetime(2026, 7, 17, 16, 55, tzinfo=UTC)


@pytest_asyncio.fixture
async def client(assistant: FakeAssistant) -> AsyncIterator[TestClient]:
    app = make_web_app(assistant.ask, assistant.health, front_doors=(DUTY_TEAM, HUB), now=lambda: FRIDAY)
    async with TestClient(TestServer(app)) as started:
        yield started


async def post_form(client: TestClient, **fields: str) -> ClientResponse:
    body = urlencode(fields)
    return await client.post("/", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})


async def test_the_page_shows_the_form_the_999_line_and_the_front_doors(client: TestClient) -> None:
    page = await (await client.get("/")).text()
    assert "Where do I refer?" in page
    assert 'href="tel:999"' in page
    assert "Leave out names" in page
    assert 'href="tel:03456037627"' in page
    assert re.search(r'value="thurrock" checked', page)


async def test_the_home_area_is_chosen_when_the_page_opens(assistant: FakeAssistant) -> None:
    app = make_web_app(assistant.ask, assistant.health, home_area=Area.SOUTHEND)
    async with TestClient(TestServer(app)) as client:
        assert 'value="southend" checked' in await (await client.get("/")).text()


async def test_the_form_works_without_the_script_and_carries_the_conversation(
    client: TestClient, assistant: FakeAssistant
) -> None:
    first = await (await post_form(client, text="Jayden has a belt mark", area="essex", history="")).text()
    assert "[name] has a belt mark" in first and "Jayden" not in first
    assert 'value="essex" checked' in first
    match = re.search(r'name="history" value="([^"]*)"', first)
    assert match is not None
    second = await (await post_form(client, text="a teacher too", area="essex", history=unescape(match[1]))).text()
    assert second.count("You asked") == 2 and LADO.title in second
    assert [turn.role for turn in assistant.asked[1].history] == ["user", "bot"]
    assert assistant.asked[1].history[0].text == "[name] has a belt mark"
    assert assistant.asked[1].area is Area.ESSEX


async def test_a_button_asks_its_own_words_and_leaves_the_draft_alone(
    client: TestClient, assistant: FakeAssistant
) -> None:
    page = await (await post_form(client, text="half a thought", reply="No, but harmed", history="")).text()
    assert assistant.asked[0].text == "No, but harmed"
    assert ">half a thought</textarea>" in page


async def test_an_empty_form_says_what_to_write_and_asks_nothing(client: TestClient, assistant: FakeAssistant) -> None:
    response = await post_form(client, text="   ", history="")
    assert response.status == 400
    assert "Say in a sentence or two what worries you" in await response.text()
    assert assistant.asked == []


@pytest.mark.parametrize("history", ["{", "[1]", '"x"', '[{"role":"system","text":"x"}]', "[" * 100_000])
async def test_an_unreadable_history_is_told_and_the_words_are_kept(client: TestClient, history: str) -> None:
    response = await post_form(client, text="a bruise", history=history)
    page = await response.text()
    assert response.status == 400
    assert "earlier conversation could not be read" in page and ">a bruise</textarea>" in page


async def test_a_failure_shows_999_and_the_front_doors_and_keeps_the_words(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = await post_form(client, text="boom with a bruise", history="")
    page = unescape(await response.text())
    assert response.status == 500
    assert "If a child is in danger now, ring" in page and HUB.phone is not None and HUB.phone in page
    assert "boom with a bruise</textarea>" in page
    assert "Traceback" not in page
    assert "bruise" not in caplog.text and "RuntimeError" in caplog.text


async def test_script_in_the_words_and_in_the_answer_is_shown_not_run(client: TestClient) -> None:
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


async def test_the_conversation_gives_one_card_and_the_new_history(client: TestClient) -> None:
    response = await client.post("/conversation", json={"text": "Jayden is hurt", "history": [], "area": "thurrock"})
    fragment = await response.text()
    assert response.status == 200 and response.content_type == "text/html"
    assert "<html" not in fragment and fragment.count("<article") == 1
    assert "[name] is hurt" in fragment and "Jayden" not in fragment
    carried = re.search(r'data-history="([^"]*)"', fragment)
    assert carried is not None
    assert json.loads(unescape(carried[1]))[0] == {"role": "user", "text": "[name] is hurt"}


async def test_the_card_shows_what_a_worker_needs_in_order(client: TestClient) -> None:
    page = await (await client.post("/conversation", json={"text": "x"})).text()
    places = [
        page.index(words)
        for words in (
            "sp-danger",
            REFER.title,
            "To your question",
            "What to do now",
            "Who to contact",
            "By when",
            "Consent<",
            "Why this route",
            "What happens next",
            "Sources (2)",
        )
    ]
    assert places == sorted(places)
    assert 'href="tel:01375372468"' in page and 'href="mailto:hub@example.org"' in page
    assert "This contact may be out of date" in page
    assert 'href="https://example.org/caf"' in page
    assert "confirm with the partnership" in page
    assert "(threshold level 4)" in page


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00binary", "not JSON"),
        (b"[1, 2]", "must be a JSON object"),
        (b'{"text": "x", "colour": "red"}', "no field &#39;colour&#39;"),
        (b'{"text": ""}', "is empty"),
        (b'{"text": "x", "area": "kent"}', "must be one of"),
    ],
)
async def test_what_is_not_a_question_is_refused_in_one_sentence(
    client: TestClient, body: bytes, sentence: str
) -> None:
    for address in ("/api/ask", "/conversation"):
        response = await client.post(address, data=body)
        assert response.status == 400
        if address == "/api/ask":
            assert unescape(sentence) in (await response.json())["error"]
        else:
            assert unescape(sentence) in unescape(await response.text())


async def test_the_json_interface_returns_the_answer_of_the_contract(client: TestClient) -> None:
    body = {"id": "q1", "text": "Jayden is hurt", "area": "southend", "at": "2026-11-21T23:10:00+00:00"}
    response = await client.post("/api/ask", json=body)
    answer = Answer.from_dict(await response.json())
    assert (answer.id, answer.masked, answer.title) == ("q1", "[name] is hurt", REFER.title)


async def test_a_failure_of_the_json_interface_still_tells_to_ring_999(client: TestClient) -> None:
    response = await client.post("/api/ask", json={"text": "boom"})
    assert response.status == 500
    assert list(await response.json()) == ["error"]
    assert "ring 999" in (await response.json())["error"] and "front door" in (await response.json())["error"]


async def test_a_long_worry_is_answered_and_one_beyond_the_limit_is_refused(client: TestClient) -> None:
    assert (await client.post("/api/ask", json={"text": "a" * 100_000})).status == 200
    assert (await post_form(client, text="a" * 100_000, history="")).status == 200
    for address in ("/api/ask", "/conversation"):
        response = await client.post(address, json={"text": "a" * MAX_BYTES})
        assert response.status == 413 and "too long" in await response.text()
    for size in (MAX_BYTES + 1, 5 * MAX_BYTES):
        response = await post_form(client, text="a" * size, history="")
        assert response.status == 413 and "too long" in await response.text()


async def test_half_a_character_is_answered_with_a_question_mark(client: TestClient) -> None:
    for address in ("/api/ask", "/conversation"):
        response = await client.post(address, data=b'{"text": "x \\ud800 y"}')
        assert response.status == 200 and "x ? y" in await response.text()


async def test_a_form_of_another_kind_or_with_odd_bytes_gets_a_sentence(client: TestClient) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post("/", data=b"text=\xff\xfe\x00", headers=headers)).status == 200
    assert (await client.post("/", data=b"\xff\xfe\x00", headers=headers)).status == 400
    assert (await client.post("/", data=b"&".join([b"a=b"] * 50), headers=headers)).status == 400
    assert (await client.post("/", json={"text": "x"})).status == 415


@pytest.mark.parametrize("address", ["/", "/conversation", "/api/ask", "/health", "/nowhere", "/static/signpost.css"])
async def test_every_reply_has_the_security_headers_and_no_cookie(client: TestClient, address: str) -> None:
    response = await client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in response.headers and "Server" not in response.headers
    assert "Traceback" not in await response.text()


async def test_answers_are_not_kept_and_files_are(client: TestClient) -> None:
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


async def test_the_page_holds_no_inline_script_or_style(client: TestClient) -> None:
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
async def test_questions_from_another_site_are_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert (await client.post("/conversation", json={"text": "x"}, headers=headers)).status == status
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post("/", data="text=x", headers=form)).status == status


async def test_health_is_200_when_well_and_503_when_not(client: TestClient, assistant: FakeAssistant) -> None:
    assert (await client.get("/health")).status == 200
    assistant.healthy = False
    response = await client.get("/health")
    assert response.status == 503 and (await response.json())["rasa"] == "down"


async def test_a_health_check_that_fails_counts_as_not_well(assistant: FakeAssistant) -> None:
    async def broken() -> dict[str, object]:
        raise OSError("secret")

    async with TestClient(TestServer(make_web_app(assistant.ask, broken))) as client:
        response = await client.get("/health")
        assert response.status == 503 and "secret" not in await response.text()


async def test_unknown_addresses_and_methods_get_a_plain_sentence(client: TestClient) -> None:
    missing = await client.get("/nowhere")
    assert missing.status == 404 and "There is no page at this address" in await missing.text()
    assert (await client.get("/api/ask")).status == 405
    assert "error" in await (await client.get("/api/ask")).json()


async def test_a_long_conversation_drops_its_oldest_turns() -> None:
    turns = tuple(Turn("user", f"{n} " + "x" * 9_000) for n in range(20))
    kept = after(turns, REFER.with_request(None, "new", (), 0))
    assert [turn.text for turn in kept[-2:]] == ["new", REFER.text]
    assert kept[0].text.startswith("14 ") and sum(len(turn.text) for turn in kept) <= 60_000


async def test_what_a_follow_up_asked_for_is_never_folded() -> None:
    by_key = {section.key: section for section in REFER.sections}
    moved = (by_key["danger"], by_key["lead"], by_key["refused"], by_key["steps"], by_key["next"])
    parts = card(replace(REFER, sections=moved), "k", "").parts
    assert [(part.section.key, part.folded) for part in parts] == [
        ("refused", False),
        ("steps", False),
        ("next", True),
    ]


async def test_an_unsure_answer_asks_before_it_advises(client: TestClient) -> None:
    page = await (await client.post("/conversation", json={"text": "unsure"})).text()
    assert page.index("Which of these is nearest?") < page.index("What to do now")
    assert "Not sure yet" in page and UNSURE.title in page


async def test_the_decision_note_holds_the_route_but_never_the_askers_words() -> None:
    note = decision_note(REFER.with_request("q1", "Jayden has a belt mark", (), 5), FRIDAY)
    assert "Friday 17 July 2026, 17:55 BST" in note
    for words in (REFER.title, "1. Ring the front door now.", "999", "2024-03", "k0wledge42", "may be out of date"):
        assert words in note
    assert "belt" not in note and "Jayden" not in note
    assert "(confirm with the partnership)" in note
