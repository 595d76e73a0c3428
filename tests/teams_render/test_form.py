"""A form as the card of a dialog, and what comes back."""

from typing import Any

import pytest

from bot.teams.render.form import carries, form_card, form_id, values
from bot.wording.form import Form, Input, Option
from bot.wording.forms import doubtful_form
from knowledge.knowledge import Knowledge
from tests.slack_render.test_form import EMPTY, FILLED, FORM
from tests.wording.planned import every_plan_form
from tests.wording.stories import every_form

from .helpers import Json, elements_in, faults_in, texts_in

PEOPLE = (Option("person:ben", "Ben Okoro (LSCP)"), Option("person:nadia", "Nadia Shaw (Health)"))
TYPED = FILLED | {"owner": "person:ben"}


def inputs_in(card: Json) -> list[Json]:
    kinds = ("Input.Text", "Input.ChoiceSet", "Input.Toggle", "Input.Date")
    found = {one["id"]: one for kind in kinds for one in elements_in(card, kind)}
    boxes = [box["items"] for box in card["body"] if "items" in box]
    return [found[one["id"]] for items in boxes for one in items if one.get("id") in found]


def sent(card: Json, **typed: str) -> dict[str, Any]:
    """What Teams sends: the button's data, and beside it every input by its id."""
    (button,) = card["actions"]
    data: dict[str, Any] = button["data"]
    return data | {one["id"]: one.get("value", "") for one in inputs_in(card)} | typed


def every(knowledge: Knowledge) -> dict[str, Form]:
    return every_form(knowledge) | every_plan_form()


def test_every_form_of_signpost_can_be_opened_and_gives_back_what_it_started_with(knowledge: Knowledge) -> None:
    for about, form in every(knowledge).items():
        drawn = form_card(form, PEOPLE)
        assert faults_in(drawn) == [], about
        back = sent(drawn)
        assert (form_id(back), carries(back)) == (form.id, form.carries), about
        started = {field.id: field.value for field in form.fields if len(field.value) <= field.longest}
        assert {name: values(back, form)[name] for name in started} == started, about


@pytest.mark.parametrize("letter", ["x", "ط", "童"])
def test_every_form_filled_to_the_brim_can_be_shown_again_with_a_fault_at_every_field(
    knowledge: Knowledge, letter: str
) -> None:
    for about, form in every(knowledge).items():
        typed = {field.id: letter * field.longest for field in form.fields if field.input in {Input.LINE, Input.TEXT}}
        drawn = form_card(form.filled(typed), PEOPLE, dict.fromkeys(typed, "Leave the name out."))
        assert faults_in(drawn) == [], about
        assert {name: values(sent(drawn), form)[name] for name in typed} == typed, about


def test_what_was_filled_in_before_comes_back_unchanged() -> None:
    drawn = form_card(FORM.filled(TYPED), PEOPLE)
    assert faults_in(drawn) == []
    assert values(sent(drawn), FORM) == TYPED


def test_what_is_typed_and_chosen_comes_back_by_field() -> None:
    assert values(sent(form_card(FORM, PEOPLE), **TYPED)) == TYPED
    assert values(sent(form_card(FORM, PEOPLE), **TYPED), FORM) == TYPED


def test_what_is_left_empty_or_not_sent_at_all_comes_back_as_an_empty_text() -> None:
    assert values({"form": FORM.id, "carries": {}}, FORM) == EMPTY
    assert values({"reference": None, "danger": "no"}) == {"reference": "", "danger": "no"}


def test_what_is_no_form_of_ours_names_none_and_carries_nothing() -> None:
    assert (form_id({}), carries({}), carries({"carries": "x"})) == ("", {}, {})


def test_what_is_urgent_stands_above_the_first_field_and_numbers_can_be_pressed() -> None:
    first = form_card(FORM)["body"][0]
    assert first["style"] == "attention"
    assert texts_in(first) == [
        "Ring [999](tel:999) first.",
        "Thurrock emergency duty team: [01375 372 468](tel:01375372468).",
    ]
    assert form_card(FORM)["speak"].startswith("Ring 999 first")


def test_fields_are_named_and_asked_as_the_form_says() -> None:
    drawn = form_card(FORM, PEOPLE)
    found = inputs_in(drawn)
    assert [one["id"] for one in found] == [field.id for field in FORM.fields]
    assert [one["label"].removesuffix(" (optional)") for one in found] == [field.label for field in FORM.fields]
    assert [one["type"] for one in found] == [
        *("Input.Text", "Input.Text", "Input.ChoiceSet", "Input.ChoiceSet"),
        *("Input.Toggle", "Input.Date", "Input.ChoiceSet"),
    ]
    assert [one.get("style") for one in found if one["type"] == "Input.ChoiceSet"] == [
        "expanded",
        "compact",
        "compact",
    ]
    assert [found[at]["isMultiline"] for at in (0, 1)] == [False, True]
    assert [found[at]["maxLength"] for at in (0, 1)] == [40, 1500]
    assert "Not the child's name." in texts_in(drawn)


def test_a_field_that_is_needed_says_so_and_one_that_is_not_says_that() -> None:
    for field, drawn in zip(FORM.fields, inputs_in(form_card(FORM)), strict=True):
        assert drawn.get("isRequired", False) is field.required
        assert drawn.get("errorMessage") == (f"Still needed: {field.label}" if field.required else None)
        assert drawn["label"].endswith(" (optional)") is (not field.required and field.input is not Input.TICK)


def test_a_fault_is_said_in_words_at_its_field_and_at_the_top_and_keeps_what_was_typed() -> None:
    drawn = form_card(FORM.filled(TYPED), PEOPLE, {"disputed": "Leave the name out."})
    assert faults_in(drawn) == []
    coloured = [one["text"] for one in elements_in(drawn, "TextBlock") if one.get("color") == "Attention"]
    assert coloured == [
        "Not sent yet. Please look again at: What is disputed.",
        "Please change this: Leave the name out.",
    ]
    (box,) = [one for one in drawn["body"] if coloured[1] in texts_in(one)]
    assert [one["id"] for one in box["items"] if "id" in one] == ["disputed"]
    assert values(sent(drawn), FORM) == TYPED


def test_a_day_a_person_or_a_choice_that_is_not_there_is_left_open() -> None:
    drawn = form_card(FORM.filled({"referred_on": "last week", "owner": "slack:U1", "agency": "unknown"}), PEOPLE)
    assert faults_in(drawn) == []
    assert values(sent(drawn), FORM) == EMPTY


def test_words_that_may_point_to_a_person_are_marked_at_their_field_and_named_at_the_top() -> None:
    drawn = form_card(doubtful_form(FORM.filled(FILLED), {"disputed": ("Kai",)}), PEOPLE)
    (marked,) = [one for one in drawn["body"] if one.get("style") == "emphasis"]
    assert [one["id"] for one in marked["items"] if "id" in one] == ["disputed"]
    (shown,) = [one for one in marked["items"] if "Kai" in one.get("text", "")]
    assert (shown["weight"], shown["color"]) == ("Bolder", "Attention")
    assert any(text.startswith("Not sent yet.") and marked["items"][0]["label"] in text for text in texts_in(drawn))
