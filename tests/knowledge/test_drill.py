"""The drill's questions: every route in two voices, every red flag, nobody's data, and no message from the training."""

import re
from pathlib import Path

import pytest
import yaml

from bot.masking import Masker
from knowledge.drill import DrillQuestion
from knowledge.flags import raised_flags
from knowledge.knowledge import Knowledge
from knowledge.load import KnowledgeError, load
from tests.knowledge.test_knowledge_check import copy, spoil

__all__ = ["copy"]
NLU = Path(__file__).parents[2] / "nlu" / "data"
_ENTITY = re.compile(r"\[([^\]]*)\][({][^)}]*[)}]")


def bare(text: str) -> str:
    return re.sub(r"\W+", " ", _ENTITY.sub(r"\1", text)).strip().casefold()


def training_messages() -> set[str]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) or {} for path in NLU.rglob("*.yml")]
    examples = [entry["examples"] for file in files for entry in file.get("nlu", ()) if "examples" in entry]
    return {bare(line.removeprefix("- ")) for text in examples for line in text.splitlines()}


def test_every_pathway_is_asked_for_in_two_voices_and_every_red_flag_is_raised(knowledge: Knowledge) -> None:
    plain = [one for one in knowledge.drill.questions if one.flag is None]
    voices = {pathway: {one.voice for one in plain if one.pathway == pathway} for pathway in knowledge.pathways}
    assert voices == {pathway: {"practitioner", "other"} for pathway in knowledge.pathways}
    assert {one.flag for one in knowledge.drill.questions} - {None} == {flag.id for flag in knowledge.red_flags}


def test_every_question_for_a_red_flag_raises_it_from_its_words_alone(knowledge: Knowledge) -> None:
    def raised(question: DrillQuestion) -> set[str]:
        return {one.flag.id for one in raised_flags(knowledge, question.text)}

    flagged = [one for one in knowledge.drill.questions if one.flag]
    assert [one.id for one in flagged if one.flag not in raised(one)] == []


def test_no_question_of_the_drill_is_a_message_from_the_training(knowledge: Knowledge) -> None:
    known = training_messages()
    assert len(known) > 1000
    assert [one.id for one in knowledge.drill.questions if bare(one.text) in known] == []


def test_no_question_of_the_drill_holds_anything_that_masking_would_take(knowledge: Knowledge) -> None:
    masker = Masker(keep=[name for place in knowledge.places for name in place.names])
    assert [one.id for one in knowledge.drill.questions if masker.mask(one.text).redactions] == []


def test_no_two_questions_are_the_same(knowledge: Knowledge) -> None:
    assert len({bare(one.text) for one in knowledge.drill.questions}) == len(knowledge.drill.questions)


@pytest.mark.parametrize(
    ("pattern", "into", "fault"),
    [
        (r"id: lado-other, voice: other", "id: lado-other, voice: practitioner", "drill.yaml: lado: needs a practit"),
        (r"flag: overdose", "flag: overdoze", "drill.yaml: flag-overdose: flag: nothing is called 'overdoze'"),
        (r"flag: overdose", "urgent: true", "drill.yaml: flag overdose: needs a question"),
        (r"pathway: lado", "pathway: ladoo", "drill.yaml: lado-practitioner: pathway: nothing is called 'ladoo'"),
        (r"id: lado-other", "id: lado-practitioner", "drill.yaml: lado-practitioner: is there twice"),
    ],
)
def test_a_gap_in_the_drill_is_a_fault_of_the_knowledge(copy: Path, pattern: str, into: str, fault: str) -> None:
    spoil(copy / "drill.yaml", pattern, into)
    with pytest.raises(KnowledgeError) as error:
        load(copy)
    assert any(said.startswith(fault) for said in error.value.faults), error.value.faults
