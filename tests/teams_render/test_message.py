"""A notice as a card, and several below one another."""

from itertools import groupby

import pytest

from bot.slack.render.message import message_blocks
from bot.teams.render.measure import size
from bot.teams.render.message import message_card
from bot.wording.message import Button, Fact, Message
from knowledge.knowledge import Knowledge
from tests.slack_render.helpers import LONG
from tests.wording.gathered_messages import every_gathered_message
from tests.wording.planned import every_plan_message
from tests.wording.stories import every_notice, every_page, pieces

from .helpers import HARM, elements_in, faults_in, markup_in, pressed, pressed_in_slack, read, texts_in, words_in

CUT = "There is more than Teams can show here."
# Twice forty actions of one person, which no plan has: their buttons leave no room for the news at the end.
TOO_FULL = {"digest for a lead of 40", "digest for a chair of 40"}
NOTICE = Message(
    title="E-2026-0042, stage 2",
    urgent=("Ring 999 first. Then wait.", "Thurrock emergency duty team: 01375 372 468."),
    lines=("Nobody has acknowledged it.", "It has waited since 9am."),
    facts=(Fact("Area", "Thurrock"), Fact("Owner", "Nobody yet"), Fact("What is disputed", "No visit. " * 40)),
    buttons=(
        Button("escalation.acknowledge", "Acknowledge", "E-2026-0042", "primary"),
        Button("escalation.assign", "Assign", "E-2026-0042"),
        Button("escalation.redact", "Agree to redact line 3", "E-2026-0042:3", more=True),
    ),
    small=("You get this because you are in the business team.",),
)


def everything(knowledge: Knowledge) -> dict[str, Message]:
    return every_notice() | every_page(knowledge) | every_gathered_message() | every_plan_message()


def test_every_message_of_signpost_says_all_that_it_has_to_say(knowledge: Knowledge) -> None:
    for about, notice in everything(knowledge).items():
        shown = words_in(message_card(notice)).replace("\n", " ")
        if about not in TOO_FULL:
            assert [one for one in pieces(notice) if read(one) not in shown] == [], about
            assert [part.title for part in notice.parts if read(part.title) not in shown] == [], about
        assert (CUT in shown) is (about in TOO_FULL), about


def test_every_message_fits_with_the_buttons_of_slack_and_is_never_without_a_voice(knowledge: Knowledge) -> None:
    for about, notice in everything(knowledge).items():
        drawn = message_card(notice)
        assert size(drawn) <= 24_000, about
        assert pressed(drawn) == pressed_in_slack(message_blocks(notice)), about
        assert drawn["speak"] and drawn["fallbackText"], about


def test_every_kind_of_message_follows_the_schema(knowledge: Knowledge) -> None:
    def shape(notice: Message) -> tuple[object, ...]:
        return (bool(notice.urgent), len(notice.facts), len(notice.buttons), bool(notice.parts), bool(notice.small))

    kinds = groupby(sorted(everything(knowledge).items(), key=lambda one: shape(one[1])), lambda one: shape(one[1]))
    for _, same in kinds:
        about, notice = next(same)
        assert faults_in(message_card(notice)) == [], about


def test_what_is_urgent_comes_first_in_words_with_numbers_to_press() -> None:
    first = message_card(NOTICE)["body"][0]
    assert first["style"] == "attention"
    assert texts_in(first)[:2] == ["Ring [999](tel:999) first.", "Then wait."]
    assert "[01375 372 468](tel:01375372468)" in texts_in(first)[2]
    assert [one.get("weight") for one in first["items"]] == ["Bolder", None, "Bolder"]


def test_every_message_that_speaks_of_danger_says_so_first(knowledge: Knowledge) -> None:
    urgent = [notice for notice in everything(knowledge).values() if notice.urgent]
    assert len(urgent) > 20
    for notice in urgent:
        assert read(texts_in(message_card(notice)["body"][0])[0]) in read(notice.urgent[0])
        assert message_card(notice)["speak"].startswith(notice.urgent[0][:40])


def test_everything_stands_in_the_order_of_the_text() -> None:
    shown = words_in(message_card(NOTICE))
    parts = ["Ring", NOTICE.title, *NOTICE.lines, "Area", "What is disputed", *NOTICE.small]
    assert sorted(parts, key=shown.index) == parts


def test_short_facts_stand_in_two_columns_and_long_ones_below_one_another() -> None:
    drawn = message_card(NOTICE)
    (columns,) = elements_in(drawn, "FactSet")
    assert [fact["title"] for fact in columns["facts"]] == ["Area", "Owner"]
    assert "What is disputed" in texts_in(drawn)
    long_label = Message("A card", facts=(Fact("What was tried (their words)", "Two calls."),))
    assert not elements_in(message_card(long_label), "FactSet")


def test_what_is_done_at_once_is_told_apart_from_what_opens_a_window() -> None:
    drawn = message_card(NOTICE)
    acknowledge, redact = elements_in(drawn, "Action.Execute")
    (assign,) = elements_in(drawn, "Action.Submit")
    assert acknowledge["verb"] == "escalation.acknowledge" and acknowledge["data"] == {"value": "E-2026-0042"}
    assert acknowledge["style"] == "positive" and redact["data"] == {"value": "E-2026-0042:3"}
    window = {"msteams": {"type": "task/fetch"}, "verb": "escalation.assign", "value": "E-2026-0042"}
    assert assign["data"] == window


def test_seldom_needed_buttons_wait_behind_more() -> None:
    (more,) = elements_in(message_card(NOTICE), "Action.ShowCard")
    assert more["title"] == "More"
    assert [one[0] for one in pressed(more)] == ["Agree to redact line 3"]


def test_a_value_that_is_too_long_is_a_fault_of_ours_and_is_not_cut() -> None:
    with pytest.raises(ValueError, match=r"the value of a\.b is longer than 2000 letters"):
        message_card(Message("x", buttons=(Button("a.b", "Do", "v" * 2001),)))


def test_typed_words_do_nothing_wherever_they_stand_and_can_still_be_read() -> None:
    part = Message(HARM, lines=(HARM,), facts=(Fact(HARM, HARM),), buttons=(Button("a.c", HARM, HARM),))
    facts = (Fact(HARM, HARM), Fact("Long", HARM * 3))
    drawn = message_card(Message(HARM, (HARM,), (HARM,), facts, (Button("a.b", HARM, HARM),), (HARM,), (part,)))
    assert faults_in(drawn) == []
    assert markup_in({**drawn, "body": drawn["body"][1:]}) == []
    assert words_in(drawn).replace("\n", " ").count("<at>x</at> [a](http://bad.example) **b**") >= 6
    assert "<at" not in drawn["fallbackText"] + drawn["speak"] and "**" not in drawn["fallbackText"]


@pytest.mark.parametrize("count", [1, 90])
@pytest.mark.parametrize("text", [LONG, "x" * 3000, "&<>" * 1000, "👶" * 1500, "童" * 3000, "short"])
def test_a_notice_that_is_far_too_long_keeps_its_buttons_and_its_urgent_words(count: int, text: str) -> None:
    many = (text,) * count
    urgent = ("Ring 999 first.", "Thurrock emergency duty team: 01375 372 468.")
    parts = tuple(Message(text, many[:2], buttons=(Button("a.d", "Do", "3"),)) for _ in many)
    buttons = (Button("a.b", text, "1"), Button("a.c", "Do", "2", more=True))
    drawn = message_card(Message(text, urgent, many, tuple(Fact(text, text) for _ in many), buttons, many, parts))
    assert faults_in(drawn) == []
    assert [one[1] for one in pressed(drawn)][:2] == ["a.b", "a.c"]
    assert "[01375 372 468]" in str(drawn["body"][0])
    assert (CUT in words_in(drawn)) is (count == 90)


def test_empty_words_are_drawn_as_a_dash() -> None:
    assert faults_in(message_card(Message("  ", facts=(Fact("Agency", " "),), lines=(" ",)))) == []


def test_the_name_of_a_group_stands_in_a_band_and_its_things_do_not() -> None:
    drawn = message_card(Message("The plan", parts=(Message("Overdue: 1"), Message("6.2 Map", lines=("Overdue.",)))))
    bands = [texts_in(one) for one in drawn["body"] if one.get("style") == "emphasis"]
    assert bands == [["Overdue: 1"]]
