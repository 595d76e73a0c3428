"""Whole answers through the real Rasa and the real action server."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.assistant.question import Question, Turn, question_from
from knowledge.answer import Answer
from knowledge.model import Area
from tests.live.conftest import Live

pytestmark = pytest.mark.live
OWN = Path(__file__).parents[1] / "eval" / "own.jsonl"
ASKED = ("id", "text", "history")  # the rest of a line is labels
EVENING = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def ask(live: Live, question: Question) -> Answer:
    return live.run(lambda: live.assistant.ask(question))


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("our football coach has been sending a 14 year old photos of himself", "lado"),
        ("tiny bruise on a 10 week old baby's ear, parents say it was the car seat", "bruising_non_mobile"),
        ("school nurse here, girl in year 6 back from holiday, thinks she was cut, FGM?", "fgm"),
        ("boy staying with his mum's friend since august, is that private fostering", "private_fostering"),
        ("how do I renew my parking permit in Grays", "out_of_scope"),
    ],
)
def test_a_plain_question_gets_its_route_and_its_sources(live: Live, text: str, route: str) -> None:
    answer = ask(live, Question(text))
    assert answer.primary == route
    assert answer.sources and answer.confidence > 0


def test_a_follow_up_keeps_the_topic(live: Live) -> None:
    opening = "our football coach has been sending a 14 year old photos of himself"
    history = (Turn("user", opening), Turn("bot", "LADO."))
    answer = ask(live, Question("and out of hours?", history=history, area=Area.SOUTHEND, at=EVENING))
    assert answer.primary == "lado"
    assert any(contact.phone == "0345 606 1212" for contact in answer.contacts)


def test_a_clarifying_reply_leads_to_its_route(live: Live) -> None:
    opening = "our football coach has been sending a 14 year old photos of himself"
    first = ask(live, Question(opening))
    assert first.question
    reply = next(option for option in first.question.options if "home" in option)
    answer = ask(live, Question(reply, history=(Turn("user", opening),)))
    assert answer.primary == "mash_referral"


def test_what_is_marac_is_explained(live: Live) -> None:
    assert "Multi-Agency Risk Assessment Conference" in ask(live, Question("what is MARAC?")).text


def test_no_danger_put_calmly_goes_without_999_and_no_personal_data_gets_through(live: Live) -> None:
    labelled = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    wanted = [q for q in labelled if "calm_danger" in q["tags"] or q.get("pii")]
    assert len(wanted) > 50
    for label in wanted:
        answer = ask(live, question_from({name: label[name] for name in ASKED if name in label}))
        assert [span for span in label.get("pii", ()) if span in answer.to_json()] == []
        if "calm_danger" in label["tags"]:
            assert answer.urgent and "999" in answer.text, label["id"]
