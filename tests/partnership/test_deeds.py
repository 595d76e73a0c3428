"""What can be done with an escalation, when, and in which words it is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.partnership import deeds
from bot.partnership.escalation import Escalation, Kind, State
from bot.partnership.history import Event
from bot.partnership.refusal import Refused
from tests.partnership.samples import ASHA, BEN, MONDAY, NADIA, REF, RULES, TOM, actor, clock, item, raised

TEAM, SECOND = actor(BEN), actor(ASHA)
CLOSED = (State.RESOLVED, State.WITHDRAWN, State.DUPLICATE)
OTHER = replace(item(), ref="E-2026-0007")
ONLY_WHILE_OPEN: dict[str, Callable[[Escalation], Event]] = {
    "acknowledge": lambda one: deeds.acknowledge(one, TEAM, MONDAY),
    "assign": lambda one: deeds.assign(one, TEAM, MONDAY, NADIA),
    "move_stage": lambda one: deeds.move_stage(one, TEAM, MONDAY, 2, "No answer.", RULES),
    "resolve": lambda one: deeds.resolve(one, TEAM, MONDAY, "agreed", "Both signed.", RULES),
    "withdraw": lambda one: deeds.withdraw(one, TOM, MONDAY, "They rang back."),
    "link_duplicate": lambda one: deeds.link_duplicate(one, TEAM, MONDAY, OTHER),
}
WITH_WORDS: dict[str, Callable[[Escalation, str], Event]] = {
    "note": lambda one, words: deeds.note(one, TEAM, MONDAY, words),
    "move_stage": lambda one, words: deeds.move_stage(one, TEAM, MONDAY, 2, words, RULES),
    "resolve": lambda one, words: deeds.resolve(one, TEAM, MONDAY, "agreed", words, RULES),
    "withdraw": lambda one, words: deeds.withdraw(one, TOM, MONDAY, words),
    "reopen": lambda one, words: deeds.reopen(replace(one, state=State.RESOLVED), TEAM, MONDAY, words),
}


def test_the_first_event_keeps_what_was_chosen_for_ever_and_typed_words_apart() -> None:
    event = deeds.raise_it(REF, TOM, MONDAY, raised(danger=True))
    typed = {"disputed": "The step down.", "tried": "Two calls.", "wanted": "A strategy meeting."}
    assert event.words == typed | {"case_reference": "SCH-118"}
    assert event.facts["danger_now"] == "yes"
    assert not set(event.facts.values()) & set((event.words or {}).values())


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize("deed", ONLY_WHILE_OPEN)
def test_a_closed_escalation_must_be_reopened_first(deed: str, state: State) -> None:
    assert ONLY_WHILE_OPEN[deed](item()).deed == deed
    with pytest.raises(Refused, match=rf"^{REF} is closed \({state}\). Reopen it first.$"):
        ONLY_WHILE_OPEN[deed](item(state=state))


@pytest.mark.parametrize("words", ["", "   ", "\n\t"])
@pytest.mark.parametrize("deed", WITH_WORDS)
def test_a_deed_that_needs_words_is_refused_without_them(deed: str, words: str) -> None:
    with pytest.raises(Refused, match="in a sentence"):
        WITH_WORDS[deed](item(), words)


@pytest.mark.parametrize("deed", WITH_WORDS)
def test_words_are_kept_without_the_space_around_them(deed: str) -> None:
    said = WITH_WORDS[deed](item(), "  They rang back.\n").words
    assert list((said or {}).values()) == ["They rang back."]


def test_the_second_acknowledgement_hears_when_the_first_was_on_the_clock_in_london() -> None:
    seen = replace(item(state=State.ACKNOWLEDGED), acknowledged_at=clock(2026, 7, 6, 14, 5))
    with pytest.raises(Refused, match=rf"^{REF} was already acknowledged at 14:05 on 6 July. Nothing was changed.$"):
        deeds.acknowledge(seen, TEAM, MONDAY)


def test_somebody_who_has_left_cannot_be_made_responsible() -> None:
    with pytest.raises(Refused, match=r"^Nadia Shaw is no longer active. Choose somebody else.$"):
        deeds.assign(item(), TEAM, MONDAY, replace(NADIA, active=False))


def test_assigning_to_the_present_owner_is_refused() -> None:
    with pytest.raises(Refused, match=rf"^{REF} is already with Nadia Shaw.$"):
        deeds.assign(item(owner=NADIA), TEAM, MONDAY, NADIA)


def test_a_note_is_possible_after_closing() -> None:
    assert deeds.note(item(state=State.RESOLVED), TOM, MONDAY, "I see it differently.").deed == "note"


@pytest.mark.parametrize(("stage", "sentence"), [(1, "is at stage 1 already"), (5, "no stage 5"), (0, "no stage 0")])
def test_only_another_stage_of_the_ladder_can_be_chosen(stage: int, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        deeds.move_stage(item(), TEAM, MONDAY, stage, "No answer.", RULES)


def test_a_stage_can_be_skipped_and_taken_back() -> None:
    assert deeds.move_stage(item(), TEAM, MONDAY, 3, "The risk demands it.", RULES).facts == {"stage": "3", "from": "1"}
    assert deeds.move_stage(item(stage=3), TEAM, MONDAY, 1, "By mistake.", RULES).facts == {"stage": "1", "from": "3"}


def test_a_concern_has_no_stages() -> None:
    with pytest.raises(Refused, match="only disagreements have stages"):
        deeds.move_stage(item(Kind.CONCERN), TEAM, MONDAY, 2, "No answer.", RULES)


@pytest.mark.parametrize("outcome", ["", "a value that nobody offered", "Agreement reached"])
def test_an_outcome_that_was_not_offered_is_refused(outcome: str) -> None:
    with pytest.raises(Refused, match="Choose one of the outcomes offered"):
        deeds.resolve(item(), TEAM, MONDAY, outcome, "Both signed.", RULES)


def test_an_open_escalation_cannot_be_reopened() -> None:
    with pytest.raises(Refused, match=rf"^{REF} is open.$"):
        deeds.reopen(item(), TEAM, MONDAY, "By mistake.")


@pytest.mark.parametrize(
    "other", [item(), replace(OTHER, state=State.DUPLICATE, duplicate_of=REF), replace(OTHER, state=State.RESOLVED)]
)
def test_a_duplicate_is_linked_only_to_another_that_goes_on(other: Escalation) -> None:
    with pytest.raises(Refused, match="Name the escalation that goes on"):
        deeds.link_duplicate(item(), TEAM, MONDAY, other)


def test_a_line_without_words_of_this_escalation_cannot_be_redacted() -> None:
    with pytest.raises(Refused, match=rf"^Line 2 holds no words of {REF}.$"):
        deeds.ask_redaction(item(), TEAM, MONDAY, 2)


def test_a_redaction_is_asked_for_once() -> None:
    with pytest.raises(Refused, match="a second person must agree to redact line 1"):
        deeds.ask_redaction(replace(item(), redactions_asked=((1, TEAM.id),)), SECOND, MONDAY, 1)


def test_nobody_redacts_what_nobody_has_asked_for() -> None:
    with pytest.raises(Refused, match=rf"^Nobody has asked to redact line 1 of {REF}.$"):
        deeds.redact(item(), SECOND, MONDAY, 1)


def test_the_same_person_cannot_agree_to_their_own_redaction_from_whichever_channel() -> None:
    asked = replace(item(), redactions_asked=((1, TEAM.id),))
    for same in (TEAM, replace(TEAM, key="teams:ben"), replace(TEAM, key="person:ben")):
        with pytest.raises(Refused, match="A second person must agree"):
            deeds.redact(asked, same, MONDAY, 1)
    assert deeds.redact(asked, SECOND, MONDAY, 1).facts == {"line": "1", "asked_by": "person:ben"}


@pytest.mark.parametrize("deed", ONLY_WHILE_OPEN)
def test_each_deed_is_recorded_under_the_person_not_the_address(deed: str) -> None:
    event = ONLY_WHILE_OPEN[deed](item())
    assert (event.subject, event.at) == (REF, MONDAY)
    assert event.who == ("slack:U_TOM" if deed == "withdraw" else "person:ben")
