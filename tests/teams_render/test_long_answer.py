"""An answer that no knowledge would give keeps what saves a child, and says what it lost."""

from dataclasses import replace

import pytest

from bot.slack.render.answer import answer_message
from bot.teams.render.answer import answer_card
from knowledge.answer import Answer, AnswerSource, Line, Question, Section
from tests.slack_render.helpers import LONG
from tests.web.answers import REFER

from .helpers import HARM, faults_in, pressed, pressed_in_slack, words_in
from .test_answer import CUT


def too_long(lines: int, text: str) -> Answer:
    """An answer that no knowledge would give."""
    many = tuple(Line(text, number + 1, True) for number in range(lines))
    source = AnswerSource(text[:400], "2024", "s", 1, f"https://example.org/{'a' * 300}", "2026-11-22")
    return replace(
        REFER,
        title=text,
        text=text * 20,
        question=Question(text, (text,) * 40),
        contacts=tuple(replace(contact, name=text, caution=text) for contact in REFER.contacts * 5),
        sections=tuple(replace(section, heading=text, lines=many) for section in REFER.sections),
        sources=(source,) * lines,
    )


@pytest.mark.parametrize("lines", [1, 80])
@pytest.mark.parametrize("text", [LONG, "x" * 3000, "&" * 3000, "short words", "👶" * 1500, "童" * 3000, HARM * 9])
def test_even_an_answer_that_is_far_too_long_keeps_its_numbers_and_buttons(lines: int, text: str) -> None:
    answer = too_long(lines, text)
    drawn = answer_card(answer, "q" * 40)
    assert faults_in(drawn) == []
    assert [one[1:] for one in pressed(drawn)] == [
        one[1:] for one in pressed_in_slack(answer_message(answer, "q" * 40)["blocks"])
    ]
    assert all(f"[{contact.phone}]" in str(drawn["body"]) for contact in REFER.contacts[:2])


def test_what_did_not_fit_is_owned_up_to() -> None:
    steps = tuple(Section("steps", f"Steps {number}", (Line("童" * 400, 1),) * 6) for number in range(20))
    drawn = answer_card(replace(REFER, sections=(*REFER.sections, *steps)), "q1")
    assert faults_in(drawn) == []
    assert CUT in words_in(drawn)
