"""Typed words in a form do nothing, and a form that could not come back is refused."""

from dataclasses import replace

import pytest

from bot.teams.render.form import form_card, values
from bot.wording.form import Field, Form, Input, Option
from tests.slack_render.helpers import LONG
from tests.slack_render.test_form import CHOSEN, FORM

from .helpers import HARM, faults_in, markup_in, words_in
from .test_form import inputs_in, sent


def test_typed_words_do_nothing_in_a_form() -> None:
    fields = (
        Field("a", HARM, Input.TEXT, HARM, value=HARM),
        Field("b", HARM, Input.CHOICE, HARM, (Option("1", HARM),)),
        Field("c", HARM, Input.TICK, HARM),
    )
    form = Form("f", HARM, HARM, fields, intro=(HARM,))
    drawn = form_card(form, (), {"a": HARM})
    assert faults_in(drawn) == []
    assert markup_in(drawn) == []
    assert not [one for one in inputs_in(drawn) if "**" in one["label"] or "](" in str(one.get("choices"))]
    assert values(sent(drawn), form)["a"] == HARM and "**b**" in words_in(drawn)


@pytest.mark.parametrize("text", [LONG, "x" * 3000, "👶" * 1500, " "])
def test_a_form_with_very_long_words_can_be_opened(text: str) -> None:
    fields = tuple(
        Field(kind.value, text, kind, text, (Option("1", text),) * (kind in CHOSEN), longest=400, value=text)
        for kind in Input
    )
    assert faults_in(form_card(Form("f", text, text, fields, urgent=("Ring 999.",), intro=(text,)))) == []


def test_a_form_that_could_not_come_back_unchanged_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="carries more than 3000 letters"):
        form_card(Form("f", "T", "S", (), carries={"words": "x" * 3000}))
    with pytest.raises(ValueError, match="has a field carries"):
        form_card(Form("f", "T", "S", (Field("carries", "Words"),)))
    with pytest.raises(ValueError, match="agency has no options"):
        form_card(replace(FORM, fields=(Field("agency", "Agency", Input.CHOICE),)))
