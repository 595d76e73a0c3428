"""Some hundreds of made-up messages through masking, the real Rasa and the real action server."""

import asyncio
from random import Random

import pytest

from bot.assistant.question import MAX_LETTERS, Question
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.knowledge.random_answers import moment
from tests.knowledge.random_messages import message, very_long
from tests.knowledge.test_generated_messages import faults
from tests.live.conftest import Live

pytestmark = pytest.mark.live
SEED, COUNT, AT_A_TIME = 20261125, 300, 4


def test_three_hundred_made_up_messages_get_a_safe_answer(live: Live, knowledge: Knowledge) -> None:
    random = Random(SEED)  # noqa: S311 - the same messages every time
    texts = [message(random) for _ in range(COUNT)] + [very_long(random)[:MAX_LETTERS] for _ in range(3)]
    questions = [Question(text, area=random.choice(list(Area)), at=moment(random)) for text in texts if text.strip()]

    async def ask() -> list[Answer]:
        few = asyncio.Semaphore(AT_A_TIME)

        async def one(question: Question) -> Answer:
            async with few:
                return await live.assistant.ask(question)

        return list(await asyncio.gather(*map(one, questions)))

    answers = live.run(ask)
    wrong = [(q.text[:80], found) for q, a in zip(questions, answers, strict=True) if (found := faults(knowledge, a))]
    assert wrong == []
    assert sum(answer.confidence > 0 for answer in answers) > COUNT / 2, "Rasa answered hardly any of them"
