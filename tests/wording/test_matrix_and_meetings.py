"""What is said about the action matrix and the meetings."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.partnership.matrix import MatrixNews
from bot.partnership.notices import TEAM
from bot.wording.matrix_told import matrix_message
from tests.partnership.gathered import LATER, PLAN, item
from tests.partnership.samples import clock
from tests.wording.gathered_messages import (
    GROUPS,
    MOMENTS,
    every_gathered_message,
    matrix_news,
    matrix_told,
    name,
    typed,
)

MESSAGES = every_gathered_message()
NEVER = re.compile(r"!|no need|please note|utili[sz]e|ASAP|blame", re.I)


def test_every_message_says_why_the_reader_gets_it_and_has_no_empty_part() -> None:
    assert len(MESSAGES) > 50
    for where, message in MESSAGES.items():
        assert any(line.startswith("You get this because ") for line in message.small), where
        parts = [message.title, *message.lines, *message.small, *(fact.value for fact in message.facts)]
        assert all(part.strip() for part in parts), where
        assert not NEVER.search(message.text), where


def test_every_message_about_a_limit_names_the_document_it_rests_on() -> None:
    for where, message in MESSAGES.items():
        assert "answered" in where or "Implementation Plan" in message.text, where


def test_what_is_our_reading_is_marked_wherever_it_stands() -> None:
    readings = [*PLAN.matrix.readings.all, *PLAN.meetings.readings.__dict__.values()]
    lines = [line for message in MESSAGES.values() for line in (*message.lines, *message.small)]
    found = [line for line in lines if any(reading.removesuffix(".") in line for reading in readings)]
    assert len(found) > 40
    assert [line for line in found if PLAN.our_reading not in line] == []
    assert [line for line in found if ". (" in line or ".." in line] == []


def test_a_reminder_says_what_is_late_and_what_follows_from_it() -> None:
    early, today, late = (matrix_told(matrix_news(typed()), "remind", now) for now in MOMENTS)
    assert early.title == today.title == "Police: an action needs a response by Monday 7 December"
    assert "counts as a failure" not in early.text + today.text
    assert late.title == "Police: an action needs a response, and the last day has passed"
    assert "at 2 failures a letter is drafted. Answer all the same." in late.text


def test_several_items_of_several_agencies_are_one_message() -> None:
    mixed = (typed(1), replace(typed(2), due_on=date(2026, 12, 31)), typed(3, "Health"))
    message = matrix_told(MatrixNews(mixed, GROUPS), "remind", MOMENTS[2], TEAM)
    assert message.title == "Health, Police: 3 actions need a response; for 2 the last day has passed"
    assert [fact.label for fact in message.facts] == [one.id for one in mixed]
    assert "neither a lead nor a deputy is there" in message.text


def test_items_with_different_days_are_titled_with_the_first_of_them() -> None:
    given = (typed(1), replace(typed(2), due_on=date(2026, 12, 31)))
    message = matrix_told(MatrixNews(given, GROUPS), "remind", MOMENTS[0])
    assert message.title == "Police: 2 actions need a response, the first by Monday 7 December"


def test_nothing_is_said_when_nothing_is_left_to_say() -> None:
    answered = replace(item(), responded_on=date(2026, 12, 1))
    now = clock(2026, 12, 8, 9)
    for deed in ("remind", "letter", "inform"):
        assert matrix_message(MatrixNews((answered,), GROUPS), deed, now, PLAN, name) is None
    assert matrix_message(MatrixNews((item(),), GROUPS), "answered", now, PLAN, name) is None
    with pytest.raises(ValueError, match="another"):
        matrix_message(MatrixNews((item(),), GROUPS), "another", now, PLAN, name)


def test_a_letter_to_an_agency_without_a_known_executive_member_says_so() -> None:
    news = matrix_news(typed())
    assert news.letter is not None
    nobody = replace(news, letter=replace(news.letter, executive_member="", copied_to=()))
    message = matrix_told(nobody, "letter", MOMENTS[2])
    values = {fact.label: fact.value for fact in message.facts}
    assert values["To the executive member"].startswith("Nobody: the people file names no executive member")
    assert values["Copied to the strategic partners"] == "Nobody is in the people file"


def test_a_channel_that_may_carry_no_typed_words_gets_none() -> None:
    answered = replace(typed(), responded_on=LATER, response="typed-answer", responded_by="person:priya")
    news = matrix_news(answered).without_words("(left out)")
    texts = [matrix_told(news, deed, MOMENTS[2]).text for deed in ("letter", "inform", "answered")]
    assert [text for text in texts if "typed-" in text or "(left out)" not in text] == []
