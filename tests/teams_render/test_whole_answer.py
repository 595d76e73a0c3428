"""The dialog behind "Show everything"."""

from dataclasses import replace

from bot.teams.render.answer import whole_answer_card
from knowledge.answer import Answer, Line
from knowledge.knowledge import Knowledge
from tests.slack_render.helpers import LONG, answer_to
from tests.web.answers import REFER

from .helpers import faults_in, pressed, read, texts_in, words_in

CUT = "longer than Teams can show"


def test_the_whole_of_every_answer_fits_with_999_first(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        drawn = whole_answer_card(answer)
        assert CUT not in words_in(drawn), answer.primary
        assert "[999](tel:999)" in texts_in(drawn)[0]
    assert faults_in(whole_answer_card(max(answers, key=lambda one: len(one.text)))) == []


def test_it_holds_every_sentence_every_contact_and_every_source(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge, "domestic_abuse")
    shown = words_in(whole_answer_card(answer)).replace("\n", " ")
    sentences = [line.text for one in answer.sections for line in one.lines if one.key not in {"contacts", "question"}]
    assert [one for one in sentences if read(one) not in shown] == []
    assert [one.name for one in answer.contacts if read(one.name) not in shown] == []
    assert [number for number in range(1, len(answer.sources) + 1) if f"[{number}] " not in shown] == []
    assert answer.knowledge_version in shown


def test_it_has_no_buttons(knowledge: Knowledge) -> None:
    assert pressed(whole_answer_card(answer_to(knowledge))) == []


def test_an_answer_that_is_far_too_long_is_cut_and_says_so() -> None:
    many = tuple(Line(LONG, 1) for _ in range(200))
    drawn = whole_answer_card(replace(REFER, sections=tuple(replace(one, lines=many) for one in REFER.sections)))
    assert CUT in words_in(drawn)
