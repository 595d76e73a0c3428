"""The forms, and what comes back with them."""

from datetime import date

import pytest

from bot.partnership.escalation import Kind
from bot.wording.form import Form, Input
from bot.wording.forms import (
    VERDICTS,
    FormError,
    Referred,
    assign_form,
    doubtful_form,
    duplicate_form,
    escalation_form,
    lines_said,
    move_stage_form,
    note_form,
    raised_from,
    redaction_form,
    referral_form,
    referral_from,
    reopen_form,
    resolve_form,
    tell_team_form,
    verdict_form,
    withdraw_form,
)
from bot.wording.told import question_for_team
from tests.wording.stories import NOON, REF, RULES, Story, fact, name, question

DOORS = ("Thurrock MASH", "Southend C-SPOC")
SAID = {
    "danger_now": "no",
    "kind": "disagreement",
    "area": "thurrock",
    "agency": "School or college",
    "other_agency": "Police",
    "stage": "2",
    "disputed": "  The step down.\nTwice. ",
    "tried": "",
    "wanted": "A meeting.",
    "case_reference": "K7",
}


def form(kind: Kind = Kind.DISAGREEMENT, disputed: str = "") -> Form:
    return escalation_form(RULES, ("Ring 999.",), kind, disputed)


def without(*names: str, **other: str) -> dict[str, str]:
    return {key: value for key, value in (SAID | other).items() if key not in names}


def faults(values: dict[str, str]) -> dict[str, str]:
    with pytest.raises(FormError) as error:
        raised_from(values, RULES)
    return error.value.faults


def test_danger_is_asked_first_and_never_answered_beforehand() -> None:
    first = form().fields[0]
    assert (first.id, first.required, first.value) == ("danger_now", True, "")
    assert "999" in first.hint


def test_the_form_shows_what_is_urgent_and_keeps_what_it_comes_from() -> None:
    made = escalation_form(RULES, ("Ring 999.",), Kind.CONCERN, "belt mark", {"asked": "q1"})
    assert made.urgent == ("Ring 999.",)
    assert made.carries == {"asked": "q1"}
    values = {one.id: one.value for one in made.fields}
    assert (values["kind"], values["disputed"]) == ("concern", "belt mark")


def test_each_stage_can_be_chosen_by_its_name() -> None:
    stage = next(one for one in form().fields if one.id == "stage")
    assert [one.value for one in stage.options] == ["1", "2", "3", "4"]
    assert stage.options[1].label == "2. Line manager or safeguarding lead to counterpart"
    assert "stage 1: 1 working day; stage 2: 2 working days" in stage.hint


def test_a_confirmed_stage_stands_unmarked_beside_marked_ones() -> None:
    first = RULES.stages[0].model_copy(update={"verified": True})
    rules = RULES.model_copy(update={"stages": (first, *RULES.stages[1:])})
    hint = next(one.hint for one in escalation_form(rules, (), Kind.DISAGREEMENT).fields if one.id == "stage")
    assert f"stage 1: 1 working day; stage 2: 2 working days ({RULES.unverified})" in hint


def test_a_submitted_form_reads_back_with_the_words_as_typed() -> None:
    read = raised_from(SAID, RULES)
    assert (read.disputed, read.tried, read.wanted) == ("The step down.\nTwice.", "", "A meeting.")
    assert (read.kind, read.area, read.stage, read.danger_now) == (Kind.DISAGREEMENT, "thurrock", 2, False)
    assert (read.agency, read.other_agency, read.case_reference) == ("School or college", "Police", "K7")


def test_every_choice_that_the_form_offers_reads_back() -> None:
    for one in form().fields:
        for choice in one.options:
            assert raised_from(SAID | {one.id: choice.value}, RULES)


@pytest.mark.parametrize("field", ["danger_now", "kind", "area", "agency", "other_agency", "stage"])
@pytest.mark.parametrize("value", [None, "", "kent", "7"])
def test_a_missing_or_unknown_choice_is_refused_with_a_sentence(field: str, value: str | None) -> None:
    values = without(field) if value is None else SAID | {field: value}
    said = faults(values)
    assert list(said) == [field]
    assert said[field].endswith(".") and said[field][0].isupper()


def test_a_concern_has_no_stage_and_needs_no_other_agency() -> None:
    read = raised_from(without("other_agency", kind="concern"), RULES)
    assert (read.kind, read.stage, read.other_agency) == (Kind.CONCERN, None, "")
    assert list(faults(SAID | {"kind": "concern", "other_agency": "Nobody"})) == ["other_agency"]


def test_words_that_are_needed_or_too_long_are_named_beside_their_field() -> None:
    assert faults(SAID | {"disputed": " ", "wanted": "", "tried": "x" * 1501, "case_reference": "x" * 61}) == {
        "disputed": "Write in a sentence what this is about.",
        "wanted": "Write in a sentence what outcome you want.",
        "tried": "Shorten this to 1500 letters.",
        "case_reference": "Shorten this to 60 letters.",
    }


def test_doubtful_words_are_shown_at_their_field_and_what_was_typed_is_kept() -> None:
    shown = doubtful_form(form().filled(SAID), {"disputed": ("Kai", "Grays")})
    fields = {one.id: one for one in shown.fields}
    assert fields["disputed"].hint == "May point to a person: “Kai”, “Grays”."
    assert fields["disputed"].value == SAID["disputed"]
    assert fields["case_reference"].hint.startswith("Your agency's own reference.")
    assert (shown.fields[-1].id, shown.fields[-1].input, shown.fields[-1].required) == ("confirmed", Input.TICK, True)
    assert shown.fields[-1].label == "These words point to no person"
    assert shown.urgent == ("Ring 999.",)


def test_doubting_a_second_time_asks_for_one_confirmation_only() -> None:
    once = doubtful_form(form(), {"tried": ("Kai",)})
    twice = doubtful_form(once, {"wanted": ("Ola",)})
    assert [one.id for one in twice.fields].count("confirmed") == 1
    assert len(twice.intro) == len(once.intro)


def test_the_short_forms_bring_their_reference_back_under_the_name_of_the_deed() -> None:
    item = Story().item
    made = {
        "note": note_form(REF),
        "assign": assign_form(REF),
        "move_stage": move_stage_form(item, RULES),
        "resolve": resolve_form(REF, RULES),
        "reopen": reopen_form(REF),
        "withdraw": withdraw_form(REF),
        "link_duplicate": duplicate_form(REF),
        "ask_redaction": redaction_form(item),
    }
    assert {one.id: one.carries for one in made.values()} == {f"escalation.{deed}": {"ref": REF} for deed in made}
    assert {deed: [one.id for one in form.fields] for deed, form in made.items()} == {
        "note": ["text"],
        "assign": ["owner"],
        "move_stage": ["stage", "reason"],
        "resolve": ["outcome", "reason"],
        "reopen": ["reason"],
        "withdraw": ["reason"],
        "link_duplicate": ["of"],
        "ask_redaction": ["line"],
    }


def test_moving_offers_every_stage_but_the_present_one() -> None:
    made = move_stage_form(Story().moved(3).item, RULES)
    assert [one.value for one in made.fields[0].options] == ["1", "2", "4"]
    assert made.fields[0].hint.startswith("Now at stage 3. ")


def test_resolving_offers_the_partnerships_outcomes() -> None:
    options = resolve_form(REF, RULES).fields[0].options
    assert {one.value: one.label for one in options} == RULES.outcomes


def test_a_redaction_offers_the_lines_not_asked_for_yet_with_what_they_hold() -> None:
    story = Story().note("Kai was named here.").redaction_asked(1)
    plain = redaction_form(story.item).fields[0].options
    assert [(one.value, one.label) for one in plain] == [("2", "Line 2 of the log")]
    said = redaction_form(story.item, lines_said(story.entries, name)).fields[0].options
    assert said[0].label.startswith("2. Monday 23 November, 13:00, Omar Reid (Business team): ")


def test_a_redaction_form_without_a_line_left_says_so() -> None:
    made = redaction_form(Story().redaction_asked(1).item)
    assert made.fields == ()
    assert made.intro == (f"Every line of {REF} that holds words has been asked for already.",)


def test_a_question_is_shown_to_the_asker_as_the_team_will_get_it() -> None:
    made = tell_team_form("q1", "m" * 5000)
    shown = fact(question_for_team(question(), NOON), "Question") or ""
    assert any(shown in line for line in tell_team_form("q1", question().masked).intro)
    assert "m" * 1999 + "…" in made.intro[1]
    assert made.carries == {"asked": "q1"}


def test_a_verdict_is_one_of_the_reasons() -> None:
    assert {one.value for one in verdict_form("q1").fields[0].options} == set(VERDICTS)


def test_a_referral_reads_back_and_today_is_filled_in() -> None:
    made = referral_form(RULES, DOORS, date(2026, 11, 23))
    assert {one.id: one.value for one in made.fields}["referred_on"] == "2026-11-23"
    values = {"front_door": "Thurrock MASH", "referred_on": "2026-11-23", "reference": " K7 "}
    assert referral_from(values, DOORS) == Referred("Thurrock MASH", date(2026, 11, 23), "K7")


def test_a_referral_with_faults_names_each_field() -> None:
    with pytest.raises(FormError) as error:
        referral_from({"front_door": "Kent", "referred_on": "soon", "reference": "x" * 61}, DOORS)
    assert list(error.value.faults) == ["front_door", "reference", "referred_on"]
    with pytest.raises(FormError):
        referral_from({"front_door": "Kent", "referred_on": "2026-11-23"}, DOORS)
