"""What a card shows and in which order, and the decision note."""

from dataclasses import replace

import pytest

from bot.assistant.question import Turn
from bot.web.card import card
from bot.web.conversation import after
from knowledge.note import decision_note
from knowledge.note_shape import note_text

from .answers import FRIDAY, REFER, UNSURE
from .client import Client

pytestmark = pytest.mark.asyncio


@pytest.mark.capability("ask alone", "page")
@pytest.mark.capability("show everything", "page")
async def test_the_card_shows_what_a_worker_needs_in_order(client: Client) -> None:
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


async def test_an_unsure_answer_asks_before_it_advises(client: Client) -> None:
    page = await (await client.post("/conversation", json={"text": "unsure"})).text()
    assert page.index("Which of these is nearest?") < page.index("What to do now")
    assert "Not sure yet" in page and UNSURE.title in page


async def test_the_decision_note_holds_the_route_but_never_the_askers_words() -> None:
    note = note_text(decision_note(REFER.with_request("q1", "Jayden has a belt mark", (), 5), FRIDAY))
    assert "Friday 17 July 2026, 17:55 BST" in note
    for words in (REFER.title, "1. Ring the front door now.", "999", "2024-03", "k0wledge42", "may be out of date"):
        assert words in note
    assert "belt" not in note and "Jayden" not in note
    assert "(confirm with the partnership)" in note
