"""The modal behind "Show everything"."""

import html
import json
import re
from dataclasses import replace

from bot.slack.render.answer import more_view
from knowledge.answer import Answer, Line, Section
from knowledge.knowledge import Knowledge
from tests.fake_slack.block_kit import faults_in_view
from tests.web.answers import REFER

from .helpers import LONG, answer_to, texts_in, words_in


def test_the_whole_of_every_answer_fits_a_modal(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        assert faults_in_view(more_view(answer)) == []


def test_it_holds_every_sentence_every_contact_and_every_source(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge, "domestic_abuse")
    shown = html.unescape(re.sub(r"<[^|>]*\|([^>]*)>", r"\1", words_in(more_view(answer))))
    apart = {"contacts", "question"}
    for section in answer.sections:
        assert [line.text for line in section.lines if section.key not in apart and line.text not in shown] == []
    assert [contact.name for contact in answer.contacts if contact.name not in shown] == []
    numbers = [f"[{number}] " for number in range(1, len(answer.sources) + 1)]
    assert [number for number in numbers if number not in shown] == []
    assert answer.knowledge_version in shown


def test_999_comes_first_in_it_too(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        assert "<tel:999|999>" in texts_in(more_view(answer)["blocks"][0])[0]


def test_forms_and_tools_are_links(knowledge: Knowledge) -> None:
    answer = replace(REFER, sections=(Section("tools", "Forms", (Line("CAF form: https://example.org/caf_1", 1),)),))
    assert "<https://example.org/caf_1|https://example.org/caf_1>" in words_in(more_view(answer))


def test_an_answer_that_is_far_too_long_is_cut_and_says_so() -> None:
    many = tuple(Line(LONG, 1) for _ in range(200))
    drawn = more_view(replace(REFER, sections=tuple(replace(one, lines=many) for one in REFER.sections)))
    assert faults_in_view(drawn) == []
    assert 100_000 < len(json.dumps(drawn)) < 250_000
    assert "longer than Slack can show" in words_in(drawn)
