"""The guided route on the page: one question a page, by its address alone, and the note to take away."""

import json
import re
from collections.abc import AsyncIterator
from html import unescape
from io import BytesIO
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from docx import Document

from bot.web.app import make_web_app
from knowledge.knowledge import Knowledge
from knowledge.note import decision_note

from .answers import DUTY_TEAM, FRIDAY, HUB, REFER, FakeAssistant
from .client import Client, post_form

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def guided(assistant: FakeAssistant, knowledge: Knowledge) -> AsyncIterator[Client]:
    """A client of the page with its guided route, on a Friday evening."""
    doors = (DUTY_TEAM, HUB)
    app = make_web_app(assistant.ask, assistant.health, front_doors=doors, now=lambda: FRIDAY, knowledge=knowledge)
    async with TestClient(TestServer(app)) as started:
        yield started


async def note_file(client: Client, note: str) -> ClientResponse:
    """The reply to the form that sends the note back."""
    body = BytesIO(urlencode({"note": note}).encode())
    return await client.post("/note.docx", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})


async def shown(client: Client, **given: str) -> str:
    """The page of the guide with these words in its address."""
    response = await client.get("/guide", params=given)
    assert response.status == 200
    return unescape(await response.text())


@pytest.mark.capability("be guided by questions with ready answers", "page")
async def test_three_choices_lead_to_the_answer_and_999_stands_on_every_page(guided: Client) -> None:
    pages = [
        await shown(guided),
        await shown(guided, concern="baby_mark", area="essex", sent="yes"),
        await shown(guided, path="baby_mark:", area="essex", answer="no", sent="yes"),
        await shown(guided, path="baby_mark:danger.no", area="essex", answer="unsure", sent="yes"),
    ]
    for page in pages:
        assert 'href="tel:999"' in page
    assert "What worries you most?" in pages[0] and "01375 372 468" in pages[0]  # the home area's duty team
    for page in pages[1:]:
        assert "0345 606 1212" in page  # Essex: it is evening
    assert "Does the baby crawl, cruise or walk yet?" in pages[2]
    assert "A bruise, mark or injury in a baby who is not yet mobile" in pages[3]
    assert "Does the baby crawl, cruise or walk yet? Unsure." in pages[3]


async def test_each_question_offers_unsure_names_its_source_and_leads_back(guided: Client) -> None:
    page = await shown(guided, path="baby_mark:danger.no", area="southend")
    assert re.search(r'value="unsure"[^>]*>\s*<label[^>]*>Unsure', page)
    assert "Source: SET Safeguarding and Child Protection Procedures" in page
    assert 'href="/guide?area=southend&path=baby_mark%3A&chosen=no"' in page
    before = await shown(guided, path="baby_mark:", area="southend", chosen="no")
    assert re.search(r'value="no" checked', before)
    assert 'href="/guide?area=southend&chosen=baby_mark"' in before


async def test_the_first_page_offers_the_home_area_and_leads_back_to_the_concern_chosen(guided: Client) -> None:
    page = await shown(guided, chosen="worker", area="essex")
    assert re.search(r'value="worker" checked', page) and re.search(r'value="essex" checked', page)
    assert re.search(r'value="thurrock" checked', await shown(guided))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"sent": "yes", "area": "essex"}, "Choose what worries you most"),
        ({"sent": "yes", "area": "essex", "path": "help:"}, "Choose an answer; if you do not know, choose “Unsure”"),
    ],
)
async def test_nothing_chosen_is_said_at_the_question(guided: Client, given: dict[str, str], sentence: str) -> None:
    response = await guided.get("/guide", params=given)
    page = unescape(await response.text())
    assert response.status == 400
    assert page.count(sentence) == 2 and "<title>Error: " in page  # in the summary and at the question


@pytest.mark.parametrize(
    "given",
    [
        {"path": "help:harm.no"},
        {"path": "gone:danger.no"},
        {"path": "help:danger.no" * 300},
        {"path": "help:", "answer": "perhaps"},
        {"path": "help:danger.yes", "answer": "yes"},
        {"concern": "<script>"},
        {"path": ""},
    ],
)
async def test_a_place_that_is_no_more_starts_again_with_a_sentence(guided: Client, given: dict[str, str]) -> None:
    response = await guided.get("/guide", params={"area": "nowhere", **given})
    page = unescape(await response.text())
    assert response.status == 400
    assert "These questions have changed since you began." in page and "What worries you most?" in page
    assert "<script>" not in page


async def test_after_the_guide_the_conversation_goes_on_in_free_text(guided: Client, assistant: FakeAssistant) -> None:
    page = await shown(guided, path="worker:danger.unsure", area="essex")
    history = re.search(r'name="history" value="(\[.*?\])" autocomplete', page)
    assert history is not None
    await post_form(guided, text="and consent?", area="essex", history=history[1])
    assert [turn.role for turn in assistant.asked[0].history] == ["user", "bot"]
    assert "guided route" in assistant.asked[0].history[0].text


async def test_an_unsure_answer_offers_the_guide_and_a_sure_one_does_not(guided: Client) -> None:
    unsure = await (await guided.post("/conversation", json={"text": "unsure", "area": "essex"})).text()
    assert 'href="/guide?area=essex"' in unsure
    sure = await (await guided.post("/conversation", json={"text": "a bruise"})).text()
    assert "/guide" not in sure


async def test_without_knowledge_there_is_no_guide_and_no_link_to_it(client: Client) -> None:
    assert (await client.get("/guide")).status == 404
    assert "/guide" not in await (await client.get("/")).text()
    assert "/guide" not in await (await client.post("/conversation", json={"text": "unsure"})).text()


@pytest.mark.capability("a decision note to copy", "page")
async def test_the_note_that_the_page_shows_comes_back_as_a_word_file(guided: Client) -> None:
    page = await shown(guided, path="worker:danger.unsure", area="essex")
    note = re.search(r'name="note" value="(\{.*?\})" autocomplete', page)
    assert note is not None
    response = await note_file(guided, note[1])
    assert response.headers["Content-Disposition"] == 'attachment; filename="signpost-decision-note-2026-07-17.docx"'
    made = Document(BytesIO(await response.read()))
    words = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "Is a child hurt, or in danger from this person now? Unsure." in words
    assert made.tables[0].rows[1].cells[1].text == "Friday 17 July 2026, 17:55 BST"


async def test_a_free_answer_has_the_same_note_without_the_askers_words(client: Client) -> None:
    page = unescape(await (await client.post("/conversation", json={"text": "Jayden has a belt mark"})).text())
    note = re.search(r'name="note" value="(\{.*?\})" autocomplete', page)
    assert note is not None and json.loads(note[1]) == json.loads(decision_note(REFER, FRIDAY).to_json())
    assert "belt" not in note[1] and "Jayden" not in note[1]


@pytest.mark.parametrize("note", ["", "{", "[[[[[", '{"facts": 1}', "x" * 300_000])
async def test_what_is_no_note_is_refused_in_one_sentence(client: Client, note: str) -> None:
    response = await note_file(client, note)
    assert response.status in {400, 413}
    assert "This is no decision note of Signpost." in await response.text()


async def test_another_site_cannot_have_a_note_made(client: Client) -> None:
    response = await client.post("/note.docx", data=b"note={}", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status == 403
