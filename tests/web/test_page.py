"""The page and its form, with a fake assistant behind them."""

import json
import logging
import re
from html import unescape

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import make_web_app
from knowledge.model import Area

from .answers import HUB, LADO, FakeAssistant
from .client import Client, post_form

pytestmark = pytest.mark.asyncio


@pytest.mark.capability("help", "page")
async def test_the_page_shows_the_form_the_999_line_and_the_front_doors(client: Client) -> None:
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


@pytest.mark.capability("follow-up questions", "page")
async def test_the_form_works_without_the_script_and_carries_the_conversation(
    client: Client, assistant: FakeAssistant
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


async def test_a_button_asks_its_own_words_and_leaves_the_draft_alone(client: Client, assistant: FakeAssistant) -> None:
    page = await (await post_form(client, text="half a thought", reply="No, but harmed", history="")).text()
    assert assistant.asked[0].text == "No, but harmed"
    assert ">half a thought</textarea>" in page


async def test_an_empty_form_says_what_to_write_and_asks_nothing(client: Client, assistant: FakeAssistant) -> None:
    response = await post_form(client, text="   ", history="")
    assert response.status == 400
    assert "Say in a sentence or two what worries you" in await response.text()
    assert assistant.asked == []


@pytest.mark.parametrize("history", ["{", "[1]", '"x"', '[{"role":"system","text":"x"}]', "[" * 100_000])
async def test_an_unreadable_history_is_told_and_the_words_are_kept(client: Client, history: str) -> None:
    response = await post_form(client, text="a bruise", history=history)
    page = await response.text()
    assert response.status == 400
    assert "earlier conversation could not be read" in page and ">a bruise</textarea>" in page


async def test_a_failure_shows_999_and_the_front_doors_and_keeps_the_words(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = await post_form(client, text="boom with a bruise", history="")
    page = unescape(await response.text())
    assert response.status == 500
    assert "If a child is in danger now, ring" in page and HUB.phone is not None and HUB.phone in page
    assert "boom with a bruise</textarea>" in page
    assert "Traceback" not in page
    assert "bruise" not in caplog.text and "RuntimeError" in caplog.text


async def test_the_conversation_gives_one_card_and_the_new_history(client: Client) -> None:
    response = await client.post("/conversation", json={"text": "Jayden is hurt", "history": [], "area": "thurrock"})
    fragment = await response.text()
    assert response.status == 200 and response.content_type == "text/html"
    assert "<html" not in fragment and fragment.count("<article") == 1
    assert "[name] is hurt" in fragment and "Jayden" not in fragment
    carried = re.search(r'data-history="([^"]*)"', fragment)
    assert carried is not None
    assert json.loads(unescape(carried[1]))[0] == {"role": "user", "text": "[name] is hurt"}


async def test_a_form_of_another_kind_or_with_odd_bytes_gets_a_sentence(client: Client) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post("/", data=b"text=\xff\xfe\x00", headers=headers)).status == 200
    assert (await client.post("/", data=b"\xff\xfe\x00", headers=headers)).status == 400
    assert (await client.post("/", data=b"&".join([b"a=b"] * 50), headers=headers)).status == 400
    assert (await client.post("/", json={"text": "x"})).status == 415
