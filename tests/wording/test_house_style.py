"""What holds for everything that is sent or shown."""

import re

import pytest

from bot.wording.form import Form, Input
from bot.wording.message import Message
from bot.wording.times import moment_words
from knowledge.knowledge import Knowledge
from tests.wording.stories import RULES, due_of, every_form, every_item, every_notice, every_page, pieces

NOTICES = every_notice()
ACTIONS = {
    *("acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "withdraw", "link_duplicate"),
    *("ask_redaction", "redact"),
}
OTHER_ACTIONS = {
    "guide.open",
    "escalate.open",
    "referral.open",
    "referral.answered",
    "referral.not_yet",
    "advice.off",
    "advice.on",
}
NEVER = re.compile(r"!|LSCP|no need|don't need to refer|click here|please note|utili[sz]e|ASAP", re.I)


@pytest.fixture(scope="module")
def messages(knowledge: Knowledge) -> dict[str, Message]:
    return NOTICES | every_page(knowledge)


@pytest.fixture(scope="module")
def all_forms(knowledge: Knowledge) -> dict[str, Form]:
    return every_form(knowledge)


def test_the_plain_text_holds_everything_in_reading_order(messages: dict[str, Message]) -> None:
    for where, message in messages.items():
        labelled = [f"{fact.label}: {fact.value}" for fact in message.facts]
        rest = message.text
        for part in (*message.urgent, message.title, *message.lines, *labelled, *message.small):
            before, found, rest = rest.partition(part)
            assert found and not before.strip(), (where, part)
        assert not rest.strip(), where


def test_no_part_of_a_message_is_empty(messages: dict[str, Message]) -> None:
    for where, message in messages.items():
        assert all(piece.strip() for piece in pieces(message)), where
        assert all(fact.label.strip() for fact in message.facts), where


def test_every_notice_says_why_the_reader_gets_it() -> None:
    for where, message in NOTICES.items():
        assert any(line.startswith("You get this because ") for line in message.small), where


def test_the_words_are_plain_and_never_talk_out_of_a_referral(
    messages: dict[str, Message], all_forms: dict[str, Form]
) -> None:
    for where, message in messages.items():
        labels = [*(button.label for button in message.buttons), *(fact.label for fact in message.facts)]
        assert not NEVER.search("\n".join([message.text, *labels])), where
    for where, form in all_forms.items():
        words = [form.title, form.submit, *form.intro, *(f"{one.label} {one.hint}" for one in form.fields)]
        assert not NEVER.search("\n".join(words)), where


def figures() -> list[str]:
    """Words that must never stand without the mark: limits, who acts at a stage, office hours."""
    limits = {
        moment_words(due_of(item)).split(",")[0] + ", 17:00" for item in every_item().values() if not item.is_closed
    }
    return [*limits, *(stage.who for stage in RULES.stages), "09:00", "17:00"]


def test_no_limit_stage_or_office_hour_is_shown_without_its_mark(messages: dict[str, Message]) -> None:
    shown = [piece for message in messages.values() for piece in pieces(message)]
    guarded = figures()
    with_figure = [piece for piece in shown if any(figure in piece for figure in guarded)]
    assert len(with_figure) > 200
    assert [piece for piece in with_figure if RULES.unverified not in piece] == []


def test_no_form_shows_a_limit_without_its_mark(all_forms: dict[str, Form]) -> None:
    hints = [one.hint for form in all_forms.values() for one in form.fields if "Limits:" in one.hint]
    assert len(hints) == 5
    assert [hint for hint in hints if RULES.unverified not in hint] == []


def test_no_figure_is_called_sets_own(all_forms: dict[str, Form]) -> None:
    words = [message.text for message in NOTICES.values()]
    words += [f"{one.label} {one.hint}" for form in all_forms.values() for one in form.fields]
    assert not [text for text in words if "SET" in text.replace("not a SET figure", "")]


def test_every_button_leads_somewhere_known_and_names_its_subject(messages: dict[str, Message]) -> None:
    for where, message in messages.items():
        for button in message.buttons:
            assert button.action in OTHER_ACTIONS or button.action.removeprefix("escalation.") in ACTIONS, where
            assert 0 < len(button.value) < 256 and 0 < len(button.label) <= 30, where
        assert len({(one.action, one.value) for one in message.buttons}) == len(message.buttons), where


def test_a_message_has_at_most_one_primary_button_and_it_comes_first(messages: dict[str, Message]) -> None:
    for where, message in messages.items():
        assert [one.style for one in message.buttons[1:]].count("primary") == 0, where


def test_a_form_stays_inside_slacks_limits(all_forms: dict[str, Form]) -> None:
    for where, form in all_forms.items():
        assert 0 < len(form.title) <= 24 and 0 < len(form.submit) <= 24, where
        assert all(len(line) <= 3000 for line in (*form.intro, *form.urgent)), where
        for one in form.fields:
            assert 0 < len(one.label) <= 48 and len(one.hint) <= 2000 and len(one.value) <= one.longest <= 3000, where
            assert (one.input is Input.CHOICE) == bool(one.options), where
            assert all(0 < len(o.label) <= 75 and 0 < len(o.value) <= 75 for o in one.options), where
            assert len({o.value for o in one.options}) == len(one.options) <= 100, where
            assert not one.value or not one.options or one.value in {o.value for o in one.options}, where


def test_a_form_asks_for_nothing_about_the_child_and_says_so(all_forms: dict[str, Form]) -> None:
    asked = {one.id for form in all_forms.values() for one in form.fields}
    assert not asked & {"name", "child", "child_name", "date_of_birth", "address", "nhs_number", "school"}
    for where, form in all_forms.items():
        if any(one.input is Input.TEXT for one in form.fields):
            words = " ".join([*form.intro, *(one.hint for one in form.fields)])
            assert "names, dates of birth, addresses and NHS numbers" in words, where
