"""The JSON interface, the health check and what is refused."""

import json
from html import unescape
from io import BytesIO

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.assistant.question import MAX_BYTES
from bot.web.app import make_web_app
from knowledge.answer import Answer

from .answers import REFER, FakeAssistant
from .client import Client, post_form

pytestmark = pytest.mark.asyncio


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
async def test_what_is_not_a_question_is_refused_in_one_sentence(client: Client, body: bytes, sentence: str) -> None:
    for address in ("/api/ask", "/conversation"):
        response = await client.post(address, data=body)
        assert response.status == 400
        if address == "/api/ask":
            assert unescape(sentence) in (await response.json())["error"]
        else:
            assert unescape(sentence) in unescape(await response.text())


async def test_the_json_interface_returns_the_answer_of_the_contract(client: Client) -> None:
    body = {"id": "q1", "text": "Jayden is hurt", "area": "southend", "at": "2026-11-21T23:10:00+00:00"}
    response = await client.post("/api/ask", json=body)
    answer = Answer.from_dict(await response.json())
    assert (answer.id, answer.masked, answer.title) == ("q1", "[name] is hurt", REFER.title)


async def test_a_failure_of_the_json_interface_still_tells_to_ring_999(client: Client) -> None:
    response = await client.post("/api/ask", json={"text": "boom"})
    assert response.status == 500
    assert list(await response.json()) == ["error"]
    assert "ring 999" in (await response.json())["error"] and "front door" in (await response.json())["error"]


async def test_a_long_worry_is_answered_and_one_beyond_the_limit_is_refused(client: Client) -> None:
    assert (await client.post("/api/ask", json={"text": "a" * 100_000})).status == 200
    assert (await post_form(client, text="a" * 100_000, history="")).status == 200
    for address in ("/api/ask", "/conversation"):
        body = BytesIO(json.dumps({"text": "a" * MAX_BYTES}).encode())
        response = await client.post(address, data=body)
        assert response.status == 413 and "too long" in await response.text()
    for size in (MAX_BYTES + 1, 5 * MAX_BYTES):
        response = await post_form(client, text="a" * size, history="")
        assert response.status == 413 and "too long" in await response.text()


async def test_half_a_character_is_answered_with_a_question_mark(client: Client) -> None:
    for address in ("/api/ask", "/conversation"):
        response = await client.post(address, data=b'{"text": "x \\ud800 y"}')
        assert response.status == 200 and "x ? y" in await response.text()


async def test_health_is_200_when_well_and_503_when_not(client: Client, assistant: FakeAssistant) -> None:
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


async def test_unknown_addresses_and_methods_get_a_plain_sentence(client: Client) -> None:
    missing = await client.get("/nowhere")
    assert missing.status == 404 and "There is no page at this address" in await missing.text()
    assert (await client.get("/api/ask")).status == 405
    assert "error" in await (await client.get("/api/ask")).json()
