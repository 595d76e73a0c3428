"""The way of a question: masked before it leaves, answered even when Rasa is down, slow, silent or mad."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.app.assistant import make_masker
from bot.assistant.assistant import Assistant
from bot.assistant.question import Question, Turn
from bot.assistant.rasa import RasaClient
from bot.masking import Masker
from bot.settings import Settings
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.assistant.fake_rasa import (
    Behaviour,
    FakeRasa,
    an_error,
    fake_rasa,
    garbage,
    not_an_answer,
    silent,
    slow,
)

NIGHT = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
SECONDS = 0.5  # the limit in these tests; the shipped one is 8


@pytest.fixture(scope="session")
def masker(knowledge: Knowledge) -> Masker:
    return make_masker(Settings(), knowledge)


@asynccontextmanager
async def asking(knowledge: Knowledge, masker: Masker, url: str) -> AsyncIterator[Assistant]:
    async with RasaClient(url, SECONDS) as client:
        yield Assistant(knowledge, masker, client, Area.THURROCK)


@pytest.fixture
async def rasa(knowledge: Knowledge) -> AsyncIterator[FakeRasa]:
    async with fake_rasa(knowledge) as fake:
        yield fake


async def test_rasa_never_sees_personal_data(knowledge: Knowledge, masker: Masker, rasa: FakeRasa) -> None:
    history = (Turn("user", "Chantelle Prudhomme rang me on 07700 900123"), Turn("bot", "Ring the MASH."))
    text = "our coach texted Kayleigh Osgood (14), mum is on kosgood@example.org"
    async with asking(knowledge, masker, rasa.url) as assistant:
        answer = await assistant.ask(Question(text, history=history))
    sent = " ".join(message["message"] for message in rasa.received)
    for secret in ("Chantelle", "Prudhomme", "07700", "Kayleigh", "Osgood", "kosgood"):
        assert secret not in sent and secret not in answer.to_json()
    assert {text[r.start : r.end] for r in answer.redactions} >= {"kosgood@example.org"}
    assert "14" in answer.masked


async def test_history_is_replayed_as_one_conversation(knowledge: Knowledge, masker: Masker, rasa: FakeRasa) -> None:
    history = (Turn("user", "our football coach hit a child"), Turn("bot", "Tell the LADO."))
    async with asking(knowledge, masker, rasa.url) as assistant:
        await assistant.ask(Question("it was outside work though", history=history))
    assert [m["message"] for m in rasa.received] == ["our football coach hit a child", "it was outside work though"]
    assert len({m["sender"] for m in rasa.received}) == 1


async def test_area_and_moment_reach_rasa(knowledge: Knowledge, masker: Masker, rasa: FakeRasa) -> None:
    async with asking(knowledge, masker, rasa.url) as assistant:
        await assistant.ask(Question("who do I ring", area=Area.ESSEX, at=NIGHT))
    assert rasa.received[0]["metadata"] == {"area": "essex", "at": NIGHT.isoformat()}


@pytest.mark.parametrize("behaviour", [silent, garbage, not_an_answer, an_error, slow], ids=lambda b: b.__name__)
@pytest.mark.parametrize("area", list(Area))
async def test_whatever_rasa_does_the_answer_has_999_and_the_duty_line(
    knowledge: Knowledge, masker: Masker, rasa: FakeRasa, behaviour: Behaviour, area: Area
) -> None:
    rasa.behaviour = behaviour
    async with asking(knowledge, masker, rasa.url) as assistant:
        answer = await assistant.ask(Question("I am worried about a boy in my class", area=area, at=NIGHT))
    duty_team = knowledge.contacts[knowledge.settings.duty_team[area]].phone
    assert answer.kind == "fallback"
    assert "999" in answer.text and duty_team and duty_team in answer.text
    assert answer.contacts[0].phone in {duty_team, "999"}


async def test_without_any_rasa_a_red_flag_still_leads(knowledge: Knowledge, masker: Masker) -> None:
    async with asking(knowledge, masker, "http://127.0.0.1:9") as assistant:
        answer = await assistant.ask(Question("she is not breathing properly and her lips are blue"))
        assert not await assistant.rasa_is_up()
    assert answer.primary == "emergency_999" and answer.urgent


async def test_a_slow_rasa_is_left_after_the_limit(knowledge: Knowledge, masker: Masker, rasa: FakeRasa) -> None:
    rasa.behaviour = slow
    async with asking(knowledge, masker, rasa.url) as assistant:
        answer = await assistant.ask(Question("who do I ring"))
    assert SECONDS * 1000 <= answer.elapsed_ms < SECONDS * 1000 + 2000


async def test_the_log_says_that_rasa_failed_and_not_what_was_asked(
    knowledge: Knowledge, masker: Masker, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rasa.behaviour = garbage
    async with asking(knowledge, masker, rasa.url) as assistant:
        await assistant.ask(Question("the marzipan uncle is worrying me"))
    assert "answered without Rasa" in caplog.text
    assert "marzipan" not in caplog.text


@pytest.mark.parametrize("text", ["/restart", "\0\x01", "x" * 100_000, "🙂" * 500, "/" * 40, "\ud800 lone surrogate"])
async def test_odd_texts_get_an_answer(knowledge: Knowledge, masker: Masker, rasa: FakeRasa, text: str) -> None:
    async with asking(knowledge, masker, rasa.url) as assistant:
        answer = await assistant.ask(Question(text))
    assert "999" in answer.text
