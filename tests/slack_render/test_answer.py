"""An answer as a message: whole for screen readers, inside Slack's limits, and what saves a child first."""

import html
import re
from dataclasses import replace

import pytest

from bot.slack.render.answer import answer_message
from bot.slack.render.blocks import MESSAGE_LETTERS, MESSAGE_TEXT, total
from bot.slack.render.escape import escaped
from bot.slack.render.measure import letters
from bot.web import card
from bot.wording.answer_layout import CAPTIONS, FOLDED, UNSURE
from bot.wording.answer_words import CONFIRM, STAR
from knowledge import note
from knowledge.answer import Answer, AnswerSource, Line, Question, Section
from knowledge.knowledge import Knowledge
from tests.fake_slack.block_kit import faults_in_message
from tests.fake_slack.mrkdwn import notifies_in
from tests.web.answers import REFER

from .helpers import HARM, LONG, TUESDAY_MORNING, answer_to, buttons_in, texts_in, words_in


def test_every_answer_of_every_area_and_hour_can_be_sent(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        drawn = answer_message(answer, "q1")
        assert faults_in_message(drawn) == []
        assert total(drawn["blocks"]) <= MESSAGE_LETTERS


def test_the_text_is_the_whole_answer(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        text = answer_message(answer, "q1")["text"]
        assert text == escaped(answer.text)
        assert len(text) < MESSAGE_TEXT


def test_999_stands_in_the_first_block_of_every_answer(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        first = texts_in(answer_message(answer, "q1")["blocks"][0])
        assert "<tel:999|999>" in first[0]


def test_an_urgent_danger_line_is_bold_and_one_that_is_not_urgent_is_not(knowledge: Knowledge) -> None:
    urgent = answer_to(knowledge, text="he has a knife and will kill her now", urgency=0.9)
    calm = answer_to(knowledge, "early_help", at=TUESDAY_MORNING)
    assert urgent.urgent and not calm.urgent
    assert answer_message(urgent, "q1")["blocks"][0]["text"]["text"].startswith("*Ring <tel:999|999> now")
    assert answer_message(calm, "q1")["blocks"][0]["text"]["text"].startswith("If a child is in danger now")


def test_a_tired_worker_sees_whom_to_ring_before_anything_that_takes_reading(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        first_screen = "\n".join(texts_in(answer_message(answer, "q1")["blocks"])[:3])
        ringable = [contact.phone for contact in answer.contacts if contact.phone][:2]
        assert all(f"|{phone}>" in first_screen for phone in ringable)
        assert letters(re.sub(r"<[^|>]*\|([^>]*)>", r"\1", first_screen)) < 1600


def test_the_end_of_a_long_answer_says_once_more_whom_to_ring(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        drawn = answer_message(answer, "q1")
        if total(drawn["blocks"]) > 2500:  # longer than a screen: Slack shows its end first
            last = texts_in(drawn["blocks"][-1])[0]
            ringable = [contact.phone for contact in answer.contacts if contact.phone][:2]
            assert "<tel:999|999>" in last and all(f"|{phone}>" in last for phone in ringable)
            assert last.count("may be out of date") == sum(
                one.stale for one in answer.contacts if one.phone in ringable
            )


def test_no_part_is_folded_by_slack(answers: tuple[Answer, ...]) -> None:
    for block in answer_message(answers[0], "q1")["blocks"]:
        assert block["type"] != "section" or block["expand"] is True


def test_a_contact_says_its_hours_and_in_words_that_it_may_be_out_of_date(knowledge: Knowledge) -> None:
    shown = words_in(answer_message(answer_to(knowledge), "q1"))
    assert "<tel:01375372468|01375 372 468>*  Thurrock emergency duty team" in shown
    assert "evenings, weekends and bank holidays. This contact may be out of date" in shown


def test_the_parts_come_in_the_order_in_which_they_are_needed(knowledge: Knowledge) -> None:
    drawn = words_in(answer_message(answer_to(knowledge), "q1"))
    order = ["Route:", "Who to contact", "By when", "Consent", "What to do now", "Why this route", "If you are unsure"]
    places = [drawn.index(f"*{heading}") for heading in order]
    assert places == sorted(places)


def test_what_a_follow_up_asks_for_stands_before_the_steps(knowledge: Knowledge) -> None:
    rejected = answer_to(knowledge, topic="mash_referral", intent="followup_refused", ranking={"followup_refused": 0.9})
    drawn = words_in(answer_message(rejected, "q1"))
    assert drawn.index("*If it is refused*") < drawn.index("*What to do now*")


def test_all_contacts_are_shown_when_they_were_asked_for(knowledge: Knowledge) -> None:
    asked = answer_to(knowledge, topic="mash_referral", intent="followup_contact", ranking={"followup_contact": 0.9})
    drawn = words_in(answer_message(asked, "q1"))
    assert len(asked.contacts) > 2
    assert all(contact.name in html.unescape(drawn) for contact in asked.contacts)


def test_what_is_left_out_is_named_and_one_press_away(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge)
    drawn = answer_message(answer, "q1")
    shown = words_in(drawn)
    folded = [section for section in answer.sections if section.key in FOLDED]
    assert folded
    for section in folded:
        assert section.heading in shown.split("Not shown here:")[1]
        assert escaped(section.lines[0].text) not in shown
    assert buttons_in(drawn)["question.more"]["text"]["text"] == "Show everything"


def test_the_source_of_every_line_that_is_shown_is_shown(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        blocks = answer_message(answer, "q1")["blocks"]
        small = [text for block in blocks if block["type"] == "context" for text in texts_in(block)]
        large = [text for block in blocks if block["type"] == "section" for text in texts_in(block)]
        listed = set(re.findall(r"^\[(\d+)\]", "\n".join(small), re.MULTILINE))
        assert listed == set(re.findall(r"\[(\d+)\]", "\n".join(large)))


def test_a_source_is_named_with_its_edition_section_and_the_day_it_was_looked_at() -> None:
    line = "[1] <https://example.org/decisions|Referral decisions>, edition: 2024-03, section 4, page 12"
    assert f"*Sources* (checked 2026-11-22)\n{line}" in words_in(answer_message(REFER, "q1")).replace("\n\n", "\n")
    one_later = (replace(REFER.sources[0], date="2026-11-23"), REFER.sources[1])
    assert f"*Sources*\n{line} (checked 2026-11-23)" in words_in(
        answer_message(replace(REFER, sources=one_later), "q1")
    )


def test_the_star_is_explained_where_a_line_has_one_and_only_there(knowledge: Knowledge) -> None:
    assert f"{STAR} after a line: {knowledge.settings.confirm_mark}." == CONFIRM
    assert CONFIRM in words_in(answer_message(REFER, "q1"))
    sure = replace(REFER, sections=tuple(replace(s, lines=(Line("Ring.", 1),)) for s in REFER.sections))
    assert CONFIRM not in words_in(answer_message(sure, "q1"))


def test_replies_offered_are_buttons_that_say_which_question_and_which_reply() -> None:
    asked = replace(REFER, question=Question("Which is nearest?", ("Yes, at A&E", "No")))
    found = buttons_in(answer_message(asked, "q1"))
    assert found["question.option:0"]["text"]["text"] == "Yes, at A&E"
    assert [found[f"question.option:{at}"]["value"] for at in (0, 1)] == ["q1:0", "q1:1"]


def test_replies_that_a_telephone_would_cut_are_written_out_above_their_buttons(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge)
    assert answer.question is not None
    drawn = words_in(answer_message(answer, "q1"))
    for number, option in enumerate(answer.question.options, 1):
        assert f"{number}. {option}" in html.unescape(drawn)


@pytest.mark.parametrize("kind", ["clarify", "fallback"])
def test_an_unsure_answer_asks_before_the_steps(kind: str) -> None:
    drawn = words_in(answer_message(replace(REFER, kind=kind), "q1"))
    assert "Not sure yet: the nearest route (threshold level 4)" in drawn
    assert drawn.index("Is a child in danger right now?") < drawn.index("What to do now")


def test_an_answer_offers_what_comes_next() -> None:
    found = buttons_in(answer_message(REFER, "q1"))
    kept = {action: button["value"] for action, button in found.items() if not action.startswith("question.option")}
    assert kept == dict.fromkeys(
        [
            *("question.more", "referral.open", "escalate.open", "question.note"),
            *("question.right", "question.wrong", "question.tell_team"),
        ],
        "q1",
    )


def test_telling_the_business_team_says_that_it_is_no_duty_line() -> None:
    assert "not a duty line" in words_in(answer_message(REFER, "q1"))


def test_a_greeting_stays_small_and_still_says_999_and_whom_to_ring(knowledge: Knowledge) -> None:
    drawn = answer_message(answer_to(knowledge, "greet", "hello"), "q1")
    assert len(drawn["blocks"]) <= 7 and total(drawn["blocks"]) < 1500
    assert set(buttons_in(drawn)) == {"question.more"}
    assert "tel:999" in words_in(drawn) and "tel:01375372468" in words_in(drawn)
    assert "Route:" not in words_in(drawn)


def test_the_meaning_of_a_word_stays_small(knowledge: Knowledge) -> None:
    drawn = answer_message(answer_to(knowledge, "explain_term", "what is MARAC?"), "q1")
    assert "Multi-Agency Risk Assessment Conference" in words_in(drawn)
    assert "*What to do now*" not in words_in(drawn)
    assert "What to do now" in words_in(drawn).split("Not shown here:")[1]
    assert "referral.open" not in buttons_in(drawn)


def test_what_is_out_of_scope_is_drawn_in_full_when_something_points_to_danger(knowledge: Knowledge) -> None:
    answer = replace(answer_to(knowledge, "out_of_scope"), urgent=True)
    assert "*What to do now*" in words_in(answer_message(answer, "q1"))


def test_words_of_the_asker_do_nothing_in_slack(knowledge: Knowledge) -> None:
    answer = answer_to(knowledge, evidence=(HARM,))
    assert HARM in answer.why
    drawn = answer_message(answer, "q1")
    ours = {address for address in notifies_in(drawn) if not address.startswith(("<tel:", "<https://"))}
    assert ours == set() and not [link for link in notifies_in(drawn) if "bad.example" in link]
    for text in [drawn["text"], *texts_in(drawn["blocks"], "mrkdwn")]:
        assert not [mark for mark in ("*bold*", "_slant_", "~gone~", "`", ":smile:") if mark in text]


def test_slack_is_told_to_look_for_no_names_and_addresses_of_its_own(knowledge: Knowledge) -> None:
    def looking(node: object) -> list[object]:
        if isinstance(node, list):
            return [found for one in node for found in looking(one)]
        if not isinstance(node, dict):
            return []
        own = [node] if node.get("type") == "mrkdwn" and node.get("verbatim") is not True else []
        return own + [found for value in node.values() for found in looking(value)]

    assert looking(answer_message(answer_to(knowledge), "q1")["blocks"]) == []


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


@pytest.mark.parametrize("lines", [1, 5, 80])
@pytest.mark.parametrize("text", [LONG, "x" * 3000, "&" * 3000, "short words", "👶" * 1500])
def test_even_an_answer_that_is_far_too_long_can_be_sent(lines: int, text: str) -> None:
    drawn = answer_message(too_long(lines, text), "q" * 40)
    assert faults_in_message(drawn) == []
    assert total(drawn["blocks"]) <= MESSAGE_LETTERS
    assert len(drawn["text"]) <= MESSAGE_TEXT


def test_a_part_that_had_to_be_cut_says_so() -> None:
    many = Section("steps", "What to do now", tuple(Line(f"Step {number}.", 1) for number in range(40)))
    drawn = words_in(answer_message(replace(REFER, sections=(*REFER.sections[:2], many)), "q1"))
    assert "12. Step 11." in drawn and "13." not in drawn
    assert "The rest is under “Show everything”" in drawn


def test_slack_folds_and_calls_what_the_page_folds_and_calls_so() -> None:
    assert FOLDED == card._FOLDED
    assert UNSURE == card._UNSURE
    assert {kind: words for kind, words in card._CAPTIONS.items() if kind != "advice"} == CAPTIONS
    assert note.CONFIRM in CONFIRM
