"""The card of the business team and the view of the person who raised it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.partnership.escalation import Escalation, Kind, Raised
from bot.partnership.rules import Rules
from bot.wording.card import card, own_card
from bot.wording.message import Message
from tests.wording.stories import (
    ASHA,
    NOON,
    OMAR,
    REF,
    RULES,
    Story,
    actions,
    confirmed_rules,
    fact,
    name,
    raised,
)

LATER = NOON + timedelta(hours=2)


def team_card(item: Escalation, rules: Rules = RULES) -> Message:
    return card(item, LATER, rules, name)


def test_a_card_tells_who_disagrees_about_what_and_until_when() -> None:
    shown = team_card(Story().item)
    assert shown.title == f"{REF}: professional disagreement, Thurrock"
    assert {one.label: one.value for one in shown.facts} == {
        "Reference": REF,
        "Kind": "Professional disagreement",
        "State": "Open, not acknowledged yet",
        "Area": "Thurrock",
        "Agency": "School or college",
        "Other agency": "Children's social care",
        "Stage": "1 of 4, Practitioner to practitioner. Who acts: the two workers, with advice from their "
        f"safeguarding leads ({RULES.unverified})",
        "Limit of this stage": f"Tuesday 24 November, 17:00 ({RULES.unverified})",
        "What is disputed (their words)": "The step down.",
        "What was tried (their words)": "Two calls.",
        "Outcome wanted (their words)": "A strategy meeting.",
        "Agency's own case reference": "K7",
        "Raised by": "Asha Bell (School or college), Monday 23 November, 12:00",
        "Owner": "Nobody yet",
    }


def test_danger_stands_above_everything_and_the_team_must_check_that_somebody_rang() -> None:
    shown = team_card(Story(raised(danger=True)).item)
    assert shown.text.startswith("Danger now: ")
    assert "They were shown 999 and the front door. Check that somebody rang." in shown.urgent[0]
    assert fact(shown, "Limit of this stage") == f"Monday 23 November, 17:00 ({RULES.unverified})"


def test_a_closed_escalation_keeps_the_danger_as_a_fact_only() -> None:
    shown = team_card(Story(raised(danger=True)).resolved().item)
    assert shown.urgent == ()
    assert fact(shown, "Danger when raised") == "Yes"
    assert "Owner" not in {one.label for one in shown.facts}  # nobody need take it any more


def test_a_passed_limit_is_said_in_words() -> None:
    shown = card(Story().item, NOON + timedelta(days=3), RULES, name)
    assert fact(shown, "Limit of this stage") == f"Passed on Tuesday 24 November, 17:00 ({RULES.unverified})"


def test_a_confirmed_stage_and_its_limit_lose_their_mark() -> None:
    shown = team_card(Story().item, confirmed_rules())
    assert fact(shown, "Limit of this stage") == "Tuesday 24 November, 17:00"
    assert fact(shown, "Stage") == (
        "1 of 4, Practitioner to practitioner. Who acts: the two workers, with advice from their safeguarding leads"
    )


@pytest.mark.parametrize("what", [raised(Kind.CONCERN), raised(danger=True)], ids=["a concern", "danger"])
def test_a_limit_without_a_source_stays_marked_whatever_is_confirmed(what: Raised) -> None:
    assert RULES.unverified in (fact(team_card(Story(what).item, confirmed_rules()), "Limit") or "")


def test_a_concern_has_no_stage() -> None:
    shown = team_card(Story(raised(Kind.CONCERN)).item)
    assert fact(shown, "Stage") is None
    assert fact(shown, "Limit for an answer") == f"Monday 30 November, 17:00 ({RULES.unverified})"
    assert fact(shown, "The concern") == "The step down."
    assert "move_stage" not in actions(shown)


def test_the_card_names_the_owner_and_who_acknowledged_it_when() -> None:
    shown = team_card(Story().acknowledged().assigned().item)
    assert fact(shown, "State") == "Open, acknowledged"
    assert fact(shown, "Acknowledged by") == "Omar Reid (Business team), Monday 23 November, 13:00"
    assert fact(shown, "Owner") == "June Okafor (Business team)"


def test_the_last_three_notes_are_shown_and_all_are_counted() -> None:
    shown = team_card(Story().note("one").note("two", ASHA).note("three").note("four").item)
    notes = [one for one in shown.facts if one.label.startswith("Note by")]
    assert fact(shown, "Notes") == "4, the last 3 are shown"
    assert [one.value for one in notes] == ["two", "three", "four"]
    assert notes[0].label == "Note by Asha Bell (School or college), Monday 23 November, 14:00"


def test_words_of_people_appear_exactly_as_typed() -> None:
    typed = '<!channel> *Mum* said\n> "don\'t" & left & 3 < 4'
    shown = team_card(Story(raised(disputed=typed)).note(typed).item)
    assert fact(shown, "What is disputed") == fact(shown, "Note by") == typed


def test_an_open_escalation_offers_what_can_be_done_with_acknowledge_first() -> None:
    shown = team_card(Story().item)
    main = [one.action.removeprefix("escalation.") for one in shown.buttons if not one.more]
    assert main == ["acknowledge", "assign", "note", "move_stage", "resolve"]
    assert shown.buttons[0].style == "primary"
    assert [one.label for one in shown.buttons if one.more] == ["Link duplicate", "Redact words"]


def test_an_acknowledged_one_offers_no_second_acknowledgement() -> None:
    assert "acknowledge" not in actions(team_card(Story().acknowledged().item))


@pytest.mark.parametrize("close", [Story.resolved, Story.withdrawn, Story.duplicate])
def test_a_closed_escalation_can_only_be_reopened_or_have_words_redacted(close: Callable[[Story], Story]) -> None:
    shown = team_card(close(Story()).item)
    assert [one.label for one in shown.buttons if not one.more] == ["Reopen"]
    assert [one.label for one in shown.buttons if one.more] == ["Redact words"]
    assert fact(shown, "Limit") is None


def test_a_second_person_can_agree_to_each_redaction_that_was_asked_for() -> None:
    shown = team_card(Story().note("a name").redaction_asked(2).redaction_asked(1).item)
    agree = [(one.label, one.value) for one in shown.buttons if one.action == "escalation.redact"]
    assert agree == [("Agree to redact line 2", f"{REF}:2"), ("Agree to redact line 1", f"{REF}:1")]


def test_no_redaction_is_offered_when_every_line_was_asked_for() -> None:
    assert "ask_redaction" not in actions(team_card(Story().redaction_asked(1).item))


def test_a_resolved_card_tells_the_outcome_and_the_reason() -> None:
    shown = team_card(Story().resolved().item)
    assert fact(shown, "State") == "Closed, resolved"
    assert fact(shown, "Closed") == "Monday 23 November, 13:00"
    assert fact(shown, "Outcome") == "Agreement reached"
    assert fact(shown, "Reason (words of who closed it)") == "Both signed the plan."


def test_a_duplicate_names_the_one_that_goes_on() -> None:
    shown = team_card(Story().duplicate().item)
    assert fact(shown, "State") == "Closed as a duplicate of E-2026-0007"
    assert fact(shown, "Duplicate of") == "E-2026-0007"


def test_a_reopened_one_waits_for_a_new_acknowledgement() -> None:
    shown = team_card(Story().acknowledged().resolved().reopened().item)
    assert fact(shown, "State") == "Open, not acknowledged yet"
    assert fact(shown, "Acknowledged by") is None
    assert actions(shown)[0] == "acknowledge"


def test_a_stage_that_the_list_no_longer_has_is_said_to_be_gone() -> None:
    rules = RULES.model_copy(update={"stages": RULES.stages[:2]})
    assert fact(team_card(Story().moved(4).item, rules), "Stage") == "4, which is no longer in the partnership's list"


def test_the_requester_sees_the_same_with_own_buttons_only() -> None:
    item = Story(raised(danger=True)).note("I ring them.", OMAR).item
    shown = own_card(item, LATER, RULES, name, frozenset({"note", "withdraw"}))
    assert actions(shown) == ["note", "withdraw"]
    assert fact(shown, "What is disputed (your words)") == "The step down."
    assert fact(shown, "Note by Omar Reid (Business team)") == "I ring them."
    assert "999" in shown.urgent[0]


def test_the_requester_gets_only_buttons_for_what_is_allowed() -> None:
    assert actions(own_card(Story().item, LATER, RULES, name, frozenset({"note"}))) == ["note"]
    closed = own_card(Story().withdrawn().item, LATER, RULES, name, frozenset({"note", "withdraw"}))
    assert actions(closed) == ["note"]


def test_a_card_full_of_words_stays_inside_slacks_limit_for_a_message() -> None:
    full = raised(disputed="d" * 1500, tried="t" * 1500, wanted="w" * 1500, case_reference="c" * 60)
    story = Story(full).note("n" * 1000).note("n" * 1000).note("n" * 1000).note("n" * 1000).acknowledged().assigned()
    assert len(team_card(story.moved(3).item).text) < 11_500
