"""An answer as a card: 999 and who to ring first, the same choices as in Slack, and never too large for Teams."""

import re
from dataclasses import replace

import pytest

from bot.slack.render.answer import answer_message
from bot.teams.render.answer import answer_card
from bot.wording.answer_layout import Layout
from bot.wording.answer_words import CONFIRM
from knowledge.answer import Answer, Line, Question
from knowledge.knowledge import Knowledge
from tests.slack_render.helpers import TUESDAY_MORNING, answer_to
from tests.slack_render.helpers import texts_in as slack_texts
from tests.web.answers import REFER

from .helpers import HARM, elements_in, faults_in, markup_in, pressed, pressed_in_slack, read, texts_in, words_in

CUT = "There is more than Teams can show here."


def named(answer: Answer) -> str:
    return f"{answer.kind}, {answer.primary}, {answer.urgent}"


def headings(answer: Answer) -> set[str]:
    return {section.heading for section in answer.sections if section.key not in {"danger", "lead", "question"}}


def test_every_answer_of_every_area_and_hour_can_be_sent_with_all_its_parts(answers: tuple[Answer, ...]) -> None:
    seen = set()
    for answer in answers:
        drawn = answer_card(answer, "q1")
        assert CUT not in words_in(drawn), named(answer)
        assert words_in(drawn).count("Why this route") == (not Layout(answer).is_small)
        if (kind := named(answer)) not in seen:
            seen.add(kind)
            assert faults_in(drawn) == [], kind


def test_an_urgent_a_calm_an_unsure_and_a_small_answer_each_follow_the_schema(knowledge: Knowledge) -> None:
    urgent = answer_to(knowledge, text="he has a knife and will kill her now", urgency=0.9)
    calm = answer_to(knowledge, "early_help", at=TUESDAY_MORNING)
    nearest = {"mash_referral": 0.2, "early_help": 0.18}
    clarify = answer_to(knowledge, "nlu_fallback", "a child told me something at school", ranking=nearest)
    assert clarify.kind == "clarify" and clarify.question is not None
    small = [answer_to(knowledge, "greet", "hello"), answer_to(knowledge, "explain_term", "what is MARAC?")]
    outside = replace(calm, primary="out_of_scope")
    for answer in (urgent, calm, clarify, replace(REFER, kind="fallback"), outside, *small):
        assert faults_in(answer_card(answer, "q1")) == [], named(answer)


def test_999_stands_first_in_every_answer_and_can_be_rung(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        assert "[999](tel:999)" in texts_in(answer_card(answer, "q1"))[0]


def test_danger_now_is_said_in_words_in_bold_and_in_a_box_of_its_own_colour(knowledge: Knowledge) -> None:
    urgent = answer_card(answer_to(knowledge, text="he has a knife and will kill her now", urgency=0.9), "q1")["body"][
        0
    ]
    calm = answer_card(answer_to(knowledge, "early_help", at=TUESDAY_MORNING), "q1")["body"][0]
    assert (urgent["style"], calm["style"]) == ("attention", "emphasis")
    assert read(urgent["items"][0]["text"]).startswith("Ring 999 now")
    assert [one.get("weight") for one in (urgent["items"][0], calm["items"][0])] == ["Bolder", None]


def test_a_tired_worker_sees_whom_to_ring_before_anything_that_takes_reading(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        first_screen = "\n".join(texts_in(answer_card(answer, "q1")["body"][:3]))
        ringable = [contact.phone for contact in answer.contacts if contact.phone][:2]
        assert all(f"[{phone}](tel:{phone.replace(' ', '')})" in first_screen for phone in ringable), named(answer)
        assert len(read(first_screen)) < 1600


def test_a_number_to_ring_is_large_and_says_in_words_that_it_may_be_out_of_date(knowledge: Knowledge) -> None:
    blocks = elements_in(answer_card(answer_to(knowledge), "q1"), "TextBlock")
    at = next(n for n, one in enumerate(blocks) if one["text"] == "[01375 372 468](tel:01375372468)")
    assert blocks[at]["size"] == "Large"
    assert read(blocks[at + 1]["text"]).startswith("Thurrock emergency duty team")
    assert "may be out of date" in blocks[at + 3]["text"]
    assert blocks[at + 3]["isSubtle"] is False and "color" not in blocks[at + 3]  # some clients draw "Warning" too pale


def test_the_end_says_once_more_whom_to_ring(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        if not Layout(answer).is_small:
            last = "\n".join(texts_in(answer_card(answer, "q1")["body"][-1]))
            ringable = [contact.phone for contact in answer.contacts if contact.phone][:2]
            assert all(f"[{phone}]" in last for phone in ("999", *ringable))


def test_the_parts_stand_in_the_order_of_slack(answers: tuple[Answer, ...]) -> None:
    for answer in answers[::5]:
        lines = "\n".join(slack_texts(answer_message(answer, "q1")["blocks"])).split("\n")
        slack = [line.strip("*") for line in lines if line.startswith("*") and line.strip("*") in headings(answer)]
        cards = elements_in(answer_card(answer, "q1"), "TextBlock")
        teams = [read(one["text"]) for one in cards if one.get("style") == "heading"]
        assert [one for one in teams if one in headings(answer)] == slack, named(answer)
        assert Layout(answer).is_small or len(slack) >= 5


def test_the_buttons_are_those_of_slack_with_the_same_names(answers: tuple[Answer, ...]) -> None:
    for answer in (*answers, REFER, replace(REFER, kind="fallback", question=Question("Which?", ("Yes, A&E", "No")))):
        assert pressed(answer_card(answer, "q1")) == pressed_in_slack(answer_message(answer, "q1")["blocks"])


def test_a_reply_is_given_at_once_and_a_form_opens_in_a_window() -> None:
    drawn = answer_card(REFER, "q1")
    at_once = {one["verb"] for one in elements_in(drawn, "Action.Execute")}
    windows = {one["data"]["verb"]: one["data"]["msteams"] for one in elements_in(drawn, "Action.Submit")}
    assert at_once == {"question.option", "question.right"}
    assert windows["escalate.open"] == {"type": "task/fetch"}


@pytest.mark.parametrize("kind", ["clarify", "fallback"])
def test_an_unsure_answer_asks_before_the_steps(kind: str) -> None:
    drawn = words_in(answer_card(replace(REFER, kind=kind), "q1"))
    assert "Not sure yet: the nearest route (threshold level 4)" in drawn
    assert drawn.index("Is a child in danger right now?") < drawn.index("What to do now")


def test_what_is_left_out_is_named_and_one_press_away(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge)
    note = words_in(answer_card(answer, "q1")).split("Not shown here:")[1]
    assert Layout(answer).left_out
    assert [one for one in Layout(answer).left_out if one not in note] == []


def test_the_source_of_every_line_that_is_shown_is_shown(answers: tuple[Answer, ...]) -> None:
    for answer in answers[::7]:
        lines = words_in(answer_card(answer, "q1")).split("\n")
        listed = {found[1] for line in lines if (found := re.match(r"\[(\d+)\]", line))}
        cited = {found for line in lines if not line.startswith("[") for found in re.findall(r"\[(\d+)\]", line)}
        assert listed == cited


def test_the_star_is_explained_where_a_line_has_one_and_only_there() -> None:
    assert read(CONFIRM) in words_in(answer_card(REFER, "q1"))
    sure = replace(REFER, sections=tuple(replace(one, lines=(Line("Ring.", 1),)) for one in REFER.sections))
    assert read(CONFIRM) not in words_in(answer_card(sure, "q1"))


def test_words_of_the_asker_do_nothing_in_teams(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge, evidence=(HARM,))
    assert HARM in answer.why
    drawn = answer_card(answer, "q1")
    assert [mark for mark in markup_in(drawn) if mark not in {"-", "1."}] == []
    assert "bad.example" in words_in(drawn) and "](http://bad" not in str(drawn)
    assert "<at" not in drawn["fallbackText"] and "<" not in drawn["speak"]
