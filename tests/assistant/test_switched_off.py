"""While advice is switched off: the danger rules, 999, the front door and the duty line, at once and without Rasa."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.app.desk import Answers
from bot.assistant.assistant import AlwaysOff, Assistant
from bot.assistant.question import Question, Turn
from bot.assistant.rasa import RasaClient
from bot.masking import Masker
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.assistant.fake_rasa import FakeRasa, fake_rasa
from tests.assistant.test_assistant import masker

__all__ = ["masker"]
DAY, NIGHT = datetime(2026, 11, 23, 11, tzinfo=UTC), datetime(2026, 11, 21, 23, 10, tzinfo=UTC)


@dataclass
class Lever:
    """A switch in a test's hand."""

    on: bool = False

    async def is_on(self) -> bool:
        return self.on


@pytest.fixture
async def rasa(knowledge: Knowledge) -> AsyncIterator[FakeRasa]:
    async with fake_rasa(knowledge) as fake:
        yield fake


@pytest.fixture
def lever() -> Lever:
    return Lever()


@pytest.fixture
async def assistant(knowledge: Knowledge, masker: Masker, rasa: FakeRasa, lever: Lever) -> AsyncIterator[Assistant]:
    async with RasaClient(rasa.url, 2) as client:
        yield Assistant(knowledge, masker, client, Area.THURROCK, lever)


@pytest.mark.parametrize("area", list(Area))
@pytest.mark.parametrize("at", [DAY, NIGHT])
async def test_a_question_gets_the_front_door_by_area_and_hour_and_the_sentence_and_rasa_is_not_asked(
    knowledge: Knowledge, assistant: Assistant, rasa: FakeRasa, area: Area, at: datetime
) -> None:
    history = (Turn("user", "our coach hit a child"), Turn("bot", "Tell the LADO."))
    answer = await assistant.ask(Question("and do I need consent?", history=history, area=area, at=at))
    settings = knowledge.settings
    there = settings.front_door[area] if at is DAY else settings.duty_team[area]
    assert (answer.kind, answer.confidence, rasa.received) == ("fallback", 0.0, [])
    assert [contact.phone for contact in answer.contacts[:2]] == ["999", knowledge.contacts[there].phone]
    for sentence in (settings.danger_line.say, settings.advice_off.say, settings.duty_line.say):
        assert sentence in answer.text
    assert settings.unsure.say not in answer.text  # it offers routes to choose from, and there are none


async def test_the_sentence_stands_first_below_the_danger_line_with_its_source(
    knowledge: Knowledge, assistant: Assistant
) -> None:
    answer = await assistant.ask(Question("a worry about a boy"))
    line = next(section for section in answer.sections if section.key == "lead").lines[0]
    document = knowledge.documents[knowledge.settings.advice_off.source]
    assert [section.key for section in answer.sections][:2] == ["danger", "lead"]
    assert line.text == knowledge.settings.advice_off.say
    assert line.source is not None and answer.sources[line.source - 1].document == document.title


async def test_nothing_but_danger_and_place_is_read_from_the_words(assistant: Assistant) -> None:
    plain = await assistant.ask(Question("a worry", area=Area.ESSEX, at=DAY))
    asking = "what does the procedure say about consent, by when, and what if they refuse"
    asked = await assistant.ask(Question(asking, area=Area.ESSEX, at=DAY))
    assert asked.sections == plain.sections
    elsewhere = await assistant.ask(Question("a worry in Southend", area=Area.ESSEX, at=DAY))
    assert {contact.area for contact in elsewhere.contacts} <= {"southend", "england", "set"}


async def test_a_danger_still_leads_with_999(knowledge: Knowledge, assistant: Assistant) -> None:
    answer = await assistant.ask(Question("he is strangling my mum right now"))
    assert (answer.kind, answer.primary, answer.urgent) == ("fallback", "emergency_999", True)
    assert answer.text.startswith(knowledge.settings.danger_now.say)
    assert answer.contacts[0].phone == "999"


async def test_personal_data_is_masked_all_the_same(assistant: Assistant) -> None:
    answer = await assistant.ask(Question("Kayleigh Osgood rang me on 07700 900123"))
    assert "Osgood" not in answer.to_json() and "07700" not in answer.to_json()


async def test_it_follows_the_switch_and_the_drill_goes_past_it(
    assistant: Assistant, rasa: FakeRasa, lever: Lever
) -> None:
    lever.on = True
    assert (await assistant.ask(Question("a coach hit a child"))).kind == "advice"
    lever.on = False
    assert (await assistant.ask(Question("a coach hit a child"))).kind == "fallback"
    assert (await assistant.try_out(Question("a coach hit a child"))).kind == "advice"
    assert len(rasa.received) == 2


async def test_who_asks_while_advice_is_off_does_not_wait_until_rasa_has_started(
    knowledge: Knowledge, masker: Masker, assistant: Assistant, lever: Lever
) -> None:
    answers = Answers()
    answers.switch = lever
    nobody = RasaClient("http://127.0.0.1:9", 2)
    answers.while_off = Assistant(knowledge, masker, nobody, Area.THURROCK, AlwaysOff())
    assert (await answers.ask(Question("a coach hit a child"))).kind == "fallback"
    lever.on = True
    waiting = asyncio.create_task(answers.ask(Question("a coach hit a child")))
    await asyncio.sleep(0)
    assert not waiting.done()
    answers.arrive(assistant)
    assert (await waiting).kind == "advice"
