"""`signpost knowledge check` names what is wrong in a guide."""

import re
import shutil
from pathlib import Path

import pytest

from knowledge.load import DATA, KnowledgeError, load

from .test_knowledge_check import spoil


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize(
    ("file", "pattern", "into", "fault"),
    [
        ("help", r"^id: help", "id: helpp", r"guides/help.yaml: id: is 'helpp', the file is called 'help'"),
        ("help", r"^order: 15", "order: 1", r"guides/\w+.yaml: order: 1 is also the place of \w+"),
        ("help", r"^start: danger", "start: dangr", r"guides/help.yaml: start: there is no question 'dangr'"),
        ("help", r"pathway: emergency_999", "pathway: emergency", r"danger: there is no pathway 'emergency'"),
        ("help", r"also: \[emergency_999\]", "also: [emergency]", r"danger: there is no pathway 'emergency'"),
        ("help", r"ask: harm", "ask: harms", r"danger: there is no question 'harms'"),
        ("help", r"source: thurrock-council-referral-decisions", "source: nowhere", r"harm: source: .*'nowhere'"),
        ("help", r"source: keeping-children-safe-in-education", "source: nowhere", r"harm: source: .*'nowhere'"),
        ("help", r'id: "no"', "id: unsure", r"danger: answers: each needs an id of its own"),
        ("help", r'id: "no"', 'id: "yes"', r"danger: answers: each needs an id of its own"),
        ("help", r"unsure: \{pathway: mash_referral\}", "unsure: {urgent: true}", r"harm: an answer leads either to"),
        ("help", r"ask: several", "ask: harm", r"the questions lead round in a circle"),
        ("help", r"ask: several", "pathway: early_help", r"several: no answer leads to this question"),
        ("help", r"^    danger: true", "    danger: false", r"start: danger must ask about danger now"),
        (
            "help",
            r"text: \"Yes\", pathway: emergency_999",
            'text: "Yes", ask: harm',
            r"the first one says that there is",
        ),
        (
            "worker",
            r"^    unsure: \{ask: home\}",
            "    unsure: {pathway: practice_review}",
            r"role: unsure: leads to less",
        ),
        (
            "sharing",
            r"unsure: \{pathway: mash_referral, also: \[emergency_999",
            "unsure: {pathway: lado, also: [lado",
            r"danger: unsure: a doubt about danger must not end at lado",
        ),
        (
            "neglect",
            r"unsure: \{pathway: mash_referral, also: \[emergency_999, neglect_gcp2\]",
            "unsure: {pathway: early_help, urgent: true",
            r"a doubt about danger must not end at early_help",
        ),
        ("help", r"^    unsure: .*\n", "", r"help.yaml: questions.danger.unsure: Field required"),
        ("help", r"^title: .*$", f"title: {'x' * 61}", r"help.yaml: title: .*at most 60"),
    ],
)
def test_a_fault_in_a_guide_is_named(copy: Path, file: str, pattern: str, into: str, fault: str) -> None:
    spoil(copy / "guides" / f"{file}.yaml", pattern, into)
    with pytest.raises(KnowledgeError) as error:
        load(copy)
    assert any(re.search(fault, said) for said in error.value.faults), error.value.faults


def test_more_than_five_questions_are_too_many(copy: Path) -> None:
    file = copy / "guides" / "help.yaml"
    spoil(file, r'text: "Yes", pathway: early_help', 'text: "Yes", ask: fifth')
    question = (
        "  {name}: {{text: One more?, source: statute-regulations, answers: [{{id: a, text: A, {to}}}, "
        "{{id: b, text: B, pathway: early_help}}], unsure: {{pathway: early_help}}}}\n"
    )
    more = question.format(name="fifth", to="ask: sixth") + question.format(name="sixth", to="pathway: early_help")
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="somebody may be asked 6 questions; 5 is the most"):
        load(copy)


def test_questions_that_only_lead_to_one_another_are_named_and_not_followed_for_ever(copy: Path) -> None:
    file = copy / "guides" / "help.yaml"
    spoil(file, r"ask: several", "pathway: early_help")
    spoil(file, r'text: "Yes", pathway: early_help', 'text: "Yes", ask: several')
    with pytest.raises(KnowledgeError, match="several: no answer leads to this question"):
        load(copy)


def test_the_route_while_the_front_door_is_closed_must_be_one(copy: Path) -> None:
    spoil(copy / "settings.yaml", r"out_of_hours: \{mash_referral: \w+", "out_of_hours: {mash_referral: nobody")
    with pytest.raises(KnowledgeError, match=r"settings.yaml: out_of_hours: there is no pathway 'nobody'"):
        load(copy)
