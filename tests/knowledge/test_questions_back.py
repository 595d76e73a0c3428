"""One question at a time, only where the reply changes the route, two in a row at most, the safe route meanwhile."""

from datetime import UTC, datetime

import pytest

from knowledge.advise import Said, advise, asked_back
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area

AT = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
MARK = {"mash_referral": 0.5, "bruising_non_mobile": 0.4}


def ask(knowledge: Knowledge, text: str, ranking: dict[str, float], **more: object) -> Answer:
    said = {"intent": "mash_referral", "ranking": ranking, "urgency": 0.5, **more}
    return advise(knowledge, Said(text, Area.THURROCK, AT, **said))  # type: ignore[arg-type]  # a test's shorthand


def test_it_asks_whether_the_child_can_move_when_that_decides_and_is_not_said(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "there is a bruise on the cheek", MARK)
    assert answer.question and "crawl or walk" in answer.question.text
    assert "999" in answer.text.splitlines()[0] and answer.contacts


@pytest.mark.parametrize("text", ["bruise on the cheek, he is 4 years old", "bruise on the cheek, not crawling yet"])
def test_it_does_not_ask_for_what_was_said(knowledge: Knowledge, text: str) -> None:
    back = asked_back(knowledge, ask(knowledge, text, MARK))
    assert back is None or back.id != "can_the_child_move"


def test_it_does_not_ask_when_no_other_route_is_likely(knowledge: Knowledge) -> None:
    back = asked_back(knowledge, ask(knowledge, "there is a bruise on the cheek", {"lado": 0.98}))
    assert back is None or back.id != "can_the_child_move"


def test_nothing_is_asked_when_999_must_be_rung(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "she took an overdose an hour ago", {"mental_health": 0.5, "early_help": 0.4}, urgency=0.9)
    assert answer.question is None and answer.urgent


def test_after_two_questions_in_a_row_none_is_asked(knowledge: Knowledge) -> None:
    asked = ("under_18", "works_with_children")
    assert ask(knowledge, "there is a bruise on the cheek", MARK, asked=asked).question is None


def test_the_same_question_is_not_asked_again(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "there is a bruise on the cheek", MARK, asked=("can_the_child_move",))
    assert answer.question is None or "crawl or walk" not in answer.question.text


def test_every_reply_to_every_question_leads_to_a_route_and_one_of_them_elsewhere(knowledge: Knowledge) -> None:
    for question in knowledge.questions:
        leads = {option.pathway for option in question.options}
        assert leads <= set(knowledge.pathways) and len(leads) > 1
        assert any("do not know" in option.text for option in question.options), f"{question.id} needs a way out"


def test_not_knowing_leads_to_the_most_protective_of_the_replies_that_are_no_special_route(
    knowledge: Knowledge,
) -> None:
    order = knowledge.protective_order
    for question in knowledge.questions:
        unsure = next(o.pathway for o in question.options if "do not know" in o.text)
        others = [o.pathway for o in question.options if "do not know" not in o.text]
        assert order[unsure] < max(order[p] for p in others) or unsure == question.options[0].pathway, question.id
