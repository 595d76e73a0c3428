"""A form as a modal, and what comes back."""

import json
from typing import Any

import pytest

from bot.slack.render.form import carries, errors, message_view, sentence_view, values, view
from bot.wording.form import Field, Form, Input, Option
from bot.wording.message import Button, Message
from knowledge.knowledge import Knowledge
from tests.fake_slack.block_kit import faults_in_view
from tests.fake_slack.mrkdwn import notifies_in
from tests.fake_slack.state_values import first_values, state_of
from tests.wording.stories import every_form

from .helpers import HARM, LONG, texts_in, words_in

CHOSEN = {Input.CHOICE, Input.RADIO}
TWO = (Option("yes", "Yes"), Option("no", "No"))
MANY = tuple(Option(f"agency-{number}", f"Agency {number}") for number in range(12))
FORM = Form(
    id="escalation.raise",
    title="Record an escalation",
    submit="Send",
    urgent=("Ring 999 first.", "Thurrock emergency duty team: 01375 372 468."),
    intro=("Leave names out.",),
    carries={"ref": "E-2026-0042", "shown": "a1"},
    fields=(
        Field("reference", "Your reference", Input.LINE, "Not the child's name.", required=False, longest=40),
        Field("disputed", "What is disputed", Input.TEXT, longest=1500),
        Field("danger", "Is a child in danger?", Input.CHOICE, options=TWO),
        Field("agency", "Your agency", Input.CHOICE, options=MANY),
        Field("confirmed", "I have read it again", Input.TICK, required=False),
        Field("referred_on", "Referred on", Input.DATE),
        Field("owner", "Owner", Input.PERSON),
    ),
)
FILLED = {
    "reference": "R 12/3",
    "disputed": "Tom & Jo say < 3 visits.\nالطفل 👶",
    "danger": "no",
    "agency": "agency-7",
    "confirmed": "yes",
    "referred_on": "2026-11-20",
    "owner": "slack:U_BEN",
}
EMPTY = dict.fromkeys(FILLED, "")


def submitted(drawn: dict[str, Any], typed: dict[str, object] | None = None) -> dict[str, Any]:
    """The view as Slack sends it back, after somebody typed and chose this."""
    state = first_values(drawn["blocks"])
    elements = {block["block_id"]: block["element"] for block in drawn["blocks"] if block["type"] == "input"}
    for name, wanted in (typed or {}).items():
        state[name] = {"value": state_of(elements[name], wanted)}
    return drawn | {"id": "V1", "state": {"values": state}}


def test_a_form_can_be_opened() -> None:
    assert faults_in_view(view(FORM)) == []
    assert faults_in_view(view(FORM.filled(FILLED))) == []


def test_what_was_filled_in_before_comes_back_unchanged() -> None:
    assert values(submitted(view(FORM.filled(FILLED)))) == FILLED


def test_what_is_typed_and_chosen_comes_back_by_field() -> None:
    typed: dict[str, object] = {**FILLED, "owner": "U_BEN"}
    assert values(submitted(view(FORM), typed)) == FILLED


def test_what_is_left_empty_comes_back_as_an_empty_text() -> None:
    assert values(submitted(view(FORM))) == EMPTY


def test_what_the_form_carries_comes_back_unchanged() -> None:
    assert carries(submitted(view(FORM))) == FORM.carries
    assert carries({"private_metadata": ""}) == {}


def test_what_is_urgent_stands_above_the_first_field() -> None:
    blocks = view(FORM)["blocks"]
    assert blocks[0]["text"]["text"].startswith("*Ring <tel:999|999> first.*")
    assert [block["type"] for block in blocks[:2]] == ["section", "section"]
    assert {block["type"] for block in blocks[2:]} == {"input"}


def test_fields_are_named_and_asked_as_the_form_says() -> None:
    inputs = [block for block in view(FORM)["blocks"] if block["type"] == "input"]
    assert [block["block_id"] for block in inputs] == [field.id for field in FORM.fields]
    assert [block["label"]["text"] for block in inputs] == [field.label for field in FORM.fields]
    assert [block["element"]["type"] for block in inputs] == [
        *("plain_text_input", "plain_text_input", "radio_buttons", "static_select"),
        *("checkboxes", "datepicker", "users_select"),
    ]
    assert [block["optional"] for block in inputs] == [not field.required for field in FORM.fields]
    assert inputs[0]["hint"]["text"] == "Not the child's name."
    assert [inputs[at]["element"]["multiline"] for at in (0, 1)] == [False, True]
    assert inputs[1]["element"]["max_length"] == 1500


def test_three_choices_with_long_labels_are_a_menu() -> None:
    options = tuple(Option(str(n), "Line manager or safeguarding lead to counterpart") for n in range(3))
    drawn = view(Form("f", "T", "S", (Field("stage", "Stage", Input.CHOICE, options=options),)))
    assert drawn["blocks"][0]["element"]["type"] == "static_select"


def test_a_day_or_person_that_slack_cannot_show_is_left_open() -> None:
    drawn = view(FORM.filled({"referred_on": "last week", "owner": "person:ben", "agency": "unknown"}))
    assert faults_in_view(drawn) == []
    assert values(submitted(drawn)) == EMPTY


def test_faults_stand_beside_their_fields() -> None:
    assert errors({"disputed": "Leave the name out."}) == {
        "response_action": "errors",
        "errors": {"disputed": "Leave the name out."},
    }


def test_a_fault_that_quotes_what_was_typed_holds_no_markup_and_is_not_endless() -> None:
    said = errors({"disputed": f"{HARM} {LONG}"})["errors"]["disputed"]
    assert "<!channel" not in said and "<@U1" not in said and len(said) <= 500


def test_typed_words_do_nothing_in_a_form() -> None:
    fields = (
        Field("a", HARM, Input.TEXT, HARM, value=HARM),
        Field("b", HARM, Input.CHOICE, HARM, (Option("1", HARM),)),
    )
    drawn = view(Form("f", HARM, HARM, fields, intro=(HARM,)))
    assert faults_in_view(drawn) == []
    assert notifies_in(drawn) == []
    assert not [mark for mark in ("*bold*", "`", ":smile:") for text in texts_in(drawn, "mrkdwn") if mark in text]


@pytest.mark.parametrize("text", [LONG, "x" * 3000, "👶" * 1500, " "])
def test_a_form_with_very_long_words_can_be_opened(text: str) -> None:
    fields = tuple(
        Field(kind.value, text, kind, text, (Option("1", text),) * (kind in CHOSEN), longest=9000, value=text)
        for kind in Input
    )
    drawn = view(Form("f", text, text, fields, urgent=(text,) * 3, intro=(text,) * 3))
    assert faults_in_view(drawn) == []
    assert len(json.dumps(drawn)) < 250_000


def test_a_form_that_carries_too_much_or_a_choice_without_options_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="carries more than 3000 letters"):
        view(Form("f", "T", "S", (), carries={"words": "x" * 3000}))
    with pytest.raises(ValueError, match="agency has 0 options"):
        view(Form("f", "T", "S", (Field("agency", "Agency", Input.CHOICE),)))
    with pytest.raises(ValueError, match="1 to 150 letters"):
        view(Form("f", "T", "S", (Field("agency", "Agency", Input.CHOICE, options=(Option("", "None"),)),)))


def test_every_form_of_signpost_can_be_opened_and_gives_back_what_it_started_with(knowledge: Knowledge) -> None:
    for name, form in every_form(knowledge).items():
        drawn = view(form)
        assert faults_in_view(drawn) == [], name
        assert drawn["callback_id"] == form.id and carries(drawn) == form.carries
        started = {field.id: field.value for field in form.fields if len(field.value) <= field.longest}
        assert {field: values(submitted(drawn))[field] for field in started} == started


def test_a_sentence_can_be_shown_alone() -> None:
    drawn = sentence_view("There is no escalation E-1 that you can see. In danger ring 999.")
    assert faults_in_view(drawn) == []
    assert "submit" not in drawn and "<tel:999|999>" in words_in(drawn)


def test_a_notice_can_be_shown_as_a_modal_with_what_is_urgent_first_and_once() -> None:
    notice = Message(
        "Recorded as E-1", urgent=("Ring 999.",), lines=("Next: wait.",), buttons=(Button("a.b", "Do", "1"),)
    )
    drawn = message_view("Recorded", notice, urgent=("Ring 999.", "Ring 01375 372 468."))
    assert faults_in_view(drawn) == []
    assert words_in(drawn).count("<tel:999|999>") == 1
    assert texts_in(drawn["blocks"][0])[0].splitlines()[1] == "*Ring <tel:01375372468|01375 372 468>.*"
