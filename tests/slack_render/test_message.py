"""A notice as a message."""

import html
import re

import pytest

from bot.dialogue.routes import PRESSES
from bot.slack.render.blocks import MESSAGE_LETTERS, UPDATE_TEXT, total
from bot.slack.render.escape import escaped
from bot.slack.render.message import action_of, message
from bot.wording.card import card
from bot.wording.message import Button, Fact, Message
from knowledge.knowledge import Knowledge
from tests.fake_slack.block_kit import faults_in_message
from tests.fake_slack.mrkdwn import notifies_in
from tests.wording.stories import RULES, Story, every_notice, every_page, name, pieces, raised

from .helpers import HARM, LONG, buttons_in, texts_in, words_in

LINK = re.compile(r"<[^|>]*\|([^>]*)>")
NOTICE = Message(
    title="E-2026-0042, stage 2",
    urgent=("Ring 999 first.", "Thurrock emergency duty team: 01375 372 468."),
    lines=("Nobody has acknowledged it.", "It has waited since 9am."),
    facts=(Fact("Area", "Thurrock"), Fact("Owner", "Nobody yet"), Fact("What is disputed", "No visit. " * 40)),
    buttons=(
        Button("escalation.acknowledge", "Acknowledge", "E-2026-0042", "primary"),
        Button("escalation.redact", "Agree to redact line 3", "E-2026-0042:3", more=True),
        Button("escalation.redact", "Agree to redact line 4", "E-2026-0042:4", more=True),
    ),
    small=("You get this because you are in the business team.",),
)


def test_a_notice_can_be_sent_and_its_text_is_the_whole_of_it() -> None:
    drawn = message(NOTICE)
    assert faults_in_message(drawn) == []
    assert drawn["text"] == escaped(NOTICE.text)


def test_every_notice_and_page_of_signpost_can_be_sent_with_all_that_it_says(knowledge: Knowledge) -> None:
    for about, notice in (every_notice() | every_page(knowledge)).items():
        drawn = message(notice)
        assert faults_in_message(drawn) == [], about
        shown = html.unescape(LINK.sub(r"\1", words_in(drawn)))
        assert [piece for piece in pieces(notice) if escaped(piece) not in escaped(shown)] == [], about
        assert len(buttons_in(drawn)) == len({(one.action, one.value) for one in notice.buttons}), about


def test_the_fullest_card_is_shown_whole() -> None:
    ends = ("disputed", "tried", "wanted")
    first, second, third = (f"{'Nobody came. ' * 114}{end}" for end in ends)
    story = Story(raised(danger=True, disputed=first, tried=second, wanted=third)).acknowledged().assigned()
    for number in range(3):
        story = story.note(f"{'They rang. ' * 90}{number}")
    drawn = message(card(story.redaction_asked().item, story.at, RULES, name))
    assert faults_in_message(drawn) == []
    assert all(end in words_in(drawn) for end in ends)
    assert "…" not in words_in(drawn)


def test_what_is_urgent_comes_first_bold_and_with_numbers_to_press() -> None:
    first = message(NOTICE)["blocks"][0]["text"]["text"]
    assert first.splitlines()[0] == "*Ring <tel:999|999> first.*"
    assert "<tel:01375372468|01375 372 468>" in first


def test_the_blocks_say_everything_in_the_order_of_the_text() -> None:
    shown = words_in(message(NOTICE))
    parts = ["Ring", NOTICE.title, *NOTICE.lines, "Area", "Thurrock", "What is disputed", "Acknowledge", *NOTICE.small]
    places = [shown.index(part) for part in parts if part != "Thurrock"]
    assert places == sorted(places)


def test_short_facts_stand_in_two_columns_and_long_ones_below_one_another() -> None:
    blocks = message(NOTICE)["blocks"]
    columns = [[field["text"] for field in block["fields"]] for block in blocks if "fields" in block]
    assert columns == [["*Area*\nThurrock", "*Owner*\nNobody yet"]]
    assert any(text.startswith("*What is disputed*\nNo visit.") for text in texts_in(blocks))


def test_more_than_ten_facts_are_all_shown() -> None:
    facts = tuple(Fact(f"Fact {number}", str(number)) for number in range(23))
    drawn = message(Message("Many", facts=facts))
    assert faults_in_message(drawn) == []
    assert [len(block["fields"]) for block in drawn["blocks"] if "fields" in block] == [10, 10, 3]


def test_every_button_has_an_id_of_its_own_that_leads_to_its_action() -> None:
    found = buttons_in(message(NOTICE))
    assert list(found) == ["escalation.acknowledge", "escalation.redact", "escalation.redact:2"]
    assert [action_of(one) for one in found] == ["escalation.acknowledge", "escalation.redact", "escalation.redact"]
    assert {action_of(one) for one in found} <= set(PRESSES)
    assert found["escalation.redact:2"]["value"] == "E-2026-0042:4"
    assert found["escalation.acknowledge"]["style"] == "primary"


def test_seldom_needed_buttons_stand_in_a_row_of_their_own() -> None:
    rows = [block["elements"] for block in message(NOTICE)["blocks"] if block["type"] == "actions"]
    assert [[one["action_id"].split(".")[1] for one in row] for row in rows] == [
        ["acknowledge"],
        ["redact", "redact:2"],
    ]


def test_a_row_holds_five_buttons() -> None:
    drawn = message(Message("Many", buttons=tuple(Button(f"a.{n}", f"Do {n}", str(n)) for n in range(12))))
    assert faults_in_message(drawn) == []
    assert [len(block["elements"]) for block in drawn["blocks"] if block["type"] == "actions"] == [5, 5, 2]


def test_a_button_without_a_subject_has_no_value() -> None:
    assert "value" not in buttons_in(message(Message("x", buttons=(Button("a.b", "Do", ""),))))["a.b"]


def test_a_value_that_slack_cannot_carry_is_a_fault_of_ours_and_is_not_cut() -> None:
    with pytest.raises(ValueError, match=r"the value of a\.b is longer than 2000 letters"):
        message(Message("x", buttons=(Button("a.b", "Do", "v" * 2001),)))


def test_typed_words_do_nothing_wherever_they_stand() -> None:
    notice = Message(
        HARM, (), (HARM,), (Fact(HARM, HARM), Fact("Long", HARM * 3)), (Button("a.b", HARM, HARM),), (HARM,)
    )
    drawn = message(notice)
    assert faults_in_message(drawn) == []
    assert notifies_in(drawn) == []
    for text in [drawn["text"], *texts_in(drawn["blocks"], "mrkdwn")]:
        assert not [mark for mark in ("*bold*", "_slant_", "~gone~", "`", ":smile:") if mark in text]


@pytest.mark.parametrize("count", [1, 12, 400])
@pytest.mark.parametrize("text", [LONG, "x" * 3000, "&<>" * 1000, "👶" * 1500, "short"])
def test_a_notice_that_is_far_too_long_can_still_be_sent_with_its_buttons(count: int, text: str) -> None:
    many = (text,) * count
    buttons = (Button("a.b", text, "1"), Button("a.c", "Do", "2"))
    drawn = message(Message(text, many, many, tuple(Fact(text, text) for _ in many), buttons, many))
    assert faults_in_message(drawn) == []
    assert total(drawn["blocks"]) <= MESSAGE_LETTERS
    assert set(buttons_in(drawn)) == {"a.b", "a.c"}
    assert words_in(drawn).strip("*")[:5] == words_in(message(Message("t", many[:1]))).strip("*")[:5]


def test_a_notice_that_lost_something_says_so() -> None:
    drawn = message(Message("t", lines=(LONG,) * 400))
    assert "There is more than Slack can show here." in words_in(drawn)


def test_the_text_can_be_kept_short_enough_for_a_change_of_a_message() -> None:
    drawn = message(Message("t", lines=(LONG, LONG)), UPDATE_TEXT)
    assert len(drawn["text"]) <= UPDATE_TEXT
    assert drawn["text"].endswith("…")


def test_empty_words_are_drawn_as_a_dash() -> None:
    drawn = message(Message("  ", facts=(Fact("Agency", " "),), lines=(" ",)))
    assert faults_in_message(drawn) == []
