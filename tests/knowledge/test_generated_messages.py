"""Ten thousand made-up messages: always an answer, never without 999 and the duty line, never against referring."""

from dataclasses import replace
from random import Random

import pytest

from knowledge.advise import Said, advise
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.lines import QUOTES
from knowledge.model import Area
from tests.knowledge.against_referring import advice_against
from tests.knowledge.random_answers import moment, said
from tests.knowledge.random_messages import message
from tests.knowledge.tracing import everything_said

SEED, COUNT = 20261124, 10_000


def faults(knowledge: Knowledge, answer: Answer, area: Area | None = None) -> list[str]:
    """What is wrong with an answer, whatever was asked."""
    duty_line = knowledge.settings.duty_line.say
    found = [] if "999" in answer.text.splitlines()[0] else ["no 999 line"]
    found += [] if duty_line in answer.text else ["no duty line"]
    found += [f"advises against: {words}" for own in _own_words(answer) for words in advice_against(own)]
    team = knowledge.contacts[knowledge.settings.duty_team[area]].phone if area else ""
    return found if team is None or team in answer.text else [*found, "no duty team"]


def _own_words(answer: Answer) -> tuple[str, ...]:
    """What the answer itself says; the words of the message that it quotes are the asker's."""
    lines = (line.text for section in answer.sections for line in section.lines if not line.text.startswith(QUOTES))
    return (*lines, answer.title, answer.timescale or "", answer.consent or "")


def test_ten_thousand_messages_get_a_safe_answer_with_and_without_the_classifier(knowledge: Knowledge) -> None:
    random = Random(SEED)  # noqa: S311 - the same messages every time
    before: Answer | None = None
    wrong: list[tuple[str, list[str]]] = []
    for number in range(COUNT):
        text = message(random)
        if number % 5:
            given = said(random, knowledge, text, before)
        else:
            given = Said(text=text, area=random.choice(list(Area)), at=moment(random))
        answer = before = advise(knowledge, given)
        if found := faults(knowledge, answer):
            wrong.append((text[:80], found))
    assert wrong == []


def test_nothing_in_the_knowledge_advises_against_referring(knowledge: Knowledge) -> None:
    assert [text for text in everything_said(knowledge) if advice_against(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "There is no need to refer.",
        "You don't need to ring anybody about this.",
        "It is too minor to refer; wait and see.",
        "Do not report this.",
        "A referral is not needed here.",
        "Never call the police about a family.",
        "Nothing to worry about: this is not our concern.",
    ],
)
def test_advice_against_referring_would_be_found(text: str) -> None:
    assert advice_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not wait and see whether the bruise fades.",
        "Nobody should tell you that there is no need to refer.",
        "Consent is not needed when a child is at risk.",
        "Do not tell them of the allegation until the LADO agrees.",
        "If you are still worried, refer.",
    ],
)
def test_a_warning_is_not_taken_for_advice_against_referring(text: str) -> None:
    assert advice_against(text) == []


def test_an_answer_without_its_safe_lines_would_be_found(knowledge: Knowledge) -> None:
    answer = advise(knowledge, Said(text="hello", area=Area.ESSEX, at=moment(Random(1))))  # noqa: S311
    assert faults(knowledge, answer, Area.ESSEX) == []
    lines = answer.text.splitlines()
    unsafe = replace(answer, text="\n".join(line for line in lines if "999" not in line and "(EDT)" not in line))
    assert len(faults(knowledge, unsafe, Area.ESSEX)) >= 2
