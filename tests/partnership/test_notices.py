"""Who is told of which change: the team's card always, the others when it concerns them."""

from dataclasses import replace

import pytest

from bot.partnership.escalation import Note
from bot.partnership.history import Event
from bot.partnership.notices import TEAM, Notice, told
from tests.partnership.samples import BEN, MONDAY, NADIA, REF, TOM, actor, item

TEAMS = actor(BEN).id
FOR_THREAD = {"note", "withdraw", "reopen", "move_stage", "ask_redaction"}
FOR_REQUESTER = {"raise", "acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "link_duplicate"}
EVERY_DEED = sorted(FOR_THREAD | FOR_REQUESTER | {"redact"})


def event(deed: str, who: str = TEAMS) -> Event:
    return Event(REF, MONDAY, who, deed, {"owner": "nadia"} if deed == "assign" else {})


def notices(deed: str, who: str = TEAMS, *, danger: bool = False) -> dict[str, Notice]:
    found = told(event(deed, who), replace(item(danger=danger), version=4))
    assert len({one.key for one in found}) == len(found)
    return {one.kind: one for one in found}


@pytest.mark.parametrize("deed", EVERY_DEED)
def test_each_change_draws_the_card_anew(deed: str) -> None:
    card = notices(deed)["card"]
    assert (card.to, card.subject, card.key) == (TEAM, REF, f"card:{REF}:4")


@pytest.mark.parametrize("deed", EVERY_DEED)
def test_the_requester_is_told_of_each_step_of_others(deed: str) -> None:
    assert ("told" in notices(deed)) is (deed in FOR_REQUESTER)
    if deed in FOR_REQUESTER:
        told = notices(deed)["told"]
        assert (told.to, told.data["deed"], told.data["who"]) == (TOM.id, deed, TEAMS)


@pytest.mark.parametrize("deed", ["note", "withdraw"])
def test_the_requester_is_not_told_what_they_did_themselves(deed: str) -> None:
    assert "told" not in notices(deed, TOM.id)


def test_whoever_raised_it_gets_the_receipt() -> None:
    assert notices("raise", TOM.id)["told"].to == TOM.id


@pytest.mark.parametrize("deed", EVERY_DEED)
def test_what_needs_an_eye_is_said_below_the_silent_card(deed: str) -> None:
    assert ("changed" in notices(deed)) is (deed in FOR_THREAD)


def test_the_owner_hears_of_the_assignment_unless_they_did_it() -> None:
    assert notices("assign")["assigned"].to == "person:nadia"
    assert "assigned" not in notices("assign", actor(NADIA).id)


@pytest.mark.parametrize("deed", EVERY_DEED)
def test_with_a_child_in_danger_everything_goes_first_while_it_is_open(deed: str) -> None:
    assert {one.urgent for one in notices(deed, danger=True).values()} == {True}
    assert {one.urgent for one in notices(deed).values()} == {False}


def test_what_is_said_of_a_note_names_which_one_it_is() -> None:
    noted = replace(item(), notes=(Note(MONDAY, TEAMS, "One."), Note(MONDAY, TEAMS, "Two.")))
    said = [one.data["notes"] for one in told(event("note"), noted) if one.kind in {"told", "changed"}]
    assert said == ["2", "2"]


def test_a_notice_holds_no_typed_words() -> None:
    said = Event(REF, MONDAY, TEAMS, "note", {}, {"text": "I ring them."})
    assert "I ring them." not in repr(told(said, item()))
