"""Who may do what with an escalation: everything that is not allowed is refused, and a refusal tells nothing."""

from dataclasses import replace

import pytest

from bot.partnership.escalation import State
from bot.partnership.people import CLOCK, Actor, Person, Role
from bot.partnership.permissions import may, require, require_business_team
from bot.partnership.refusal import Refused
from tests.partnership.samples import ASHA, BEN, NADIA, OMAR, REF, TOM, actor, item

DEEDS = ("view", "acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "withdraw", "link_duplicate")
EVERY_DEED = (*DEEDS, "redact", "a deed that nobody has thought of")
OWN = {"view", "note", "withdraw"}
OWNERS = {"view", "note", "acknowledge", "move_stage", "resolve"}
TEAMS = {*DEEDS, "redact"} - {"withdraw"}
PRACTITIONER = actor(OMAR)
ALLOWED: dict[str, tuple[Actor, set[str]]] = {
    "a practitioner": (PRACTITIONER, set()),
    "somebody unknown": (Actor("slack:U_NOBODY"), set()),
    "the person who raised it": (TOM, OWN),
    "the owner": (actor(NADIA), OWNERS),
    "the business team": (actor(BEN), TEAMS),
    "a lead": (actor(replace(OMAR, role=Role.LEAD)), set()),
    "the clock": (CLOCK, {"view"}),
    "a member who has left the business team": (actor(replace(ASHA, active=False)), set()),
}


@pytest.mark.parametrize("deed", EVERY_DEED)
@pytest.mark.parametrize("who", ALLOWED)
def test_each_may_do_what_is_allowed_and_nothing_else(who: str, deed: str) -> None:
    person, allowed = ALLOWED[who]
    assert may(person, deed, item(owner=NADIA)) is (deed in allowed)


def test_the_business_team_withdraws_only_what_it_raised_itself() -> None:
    assert not may(actor(BEN), "withdraw", item(by=actor(ASHA)))
    assert may(actor(BEN), "withdraw", item(by=actor(BEN)))


@pytest.mark.parametrize("person", [BEN, NADIA, OMAR])
def test_what_was_raised_before_the_partnership_knew_the_person_stays_theirs(person: Person) -> None:
    before = Actor(actor(person).key)
    assert may(actor(person), "withdraw", item(by=before, owner=NADIA))


def test_somebody_who_raised_it_and_owns_it_may_do_both() -> None:
    mine = item(owner=NADIA, by=actor(NADIA))
    assert {deed for deed in EVERY_DEED if may(actor(NADIA), deed, mine)} == OWN | OWNERS


def test_an_owner_who_has_left_may_do_nothing() -> None:
    left = replace(NADIA, active=False)
    assert not [deed for deed in EVERY_DEED if may(actor(left), deed, item(owner=left))]


def test_a_deputy_may_what_the_person_may_whose_place_they_take() -> None:
    deputy = replace(PRACTITIONER, covers=(NADIA,))
    assert {deed for deed in EVERY_DEED if may(deputy, deed, item(owner=NADIA))} == OWNERS
    assert not may(deputy, "view", item(owner=ASHA))
    of_the_team = replace(PRACTITIONER, covers=(NADIA, BEN))
    assert {deed for deed in EVERY_DEED if may(of_the_team, deed, item(owner=NADIA))} == TEAMS
    assert not of_the_team.is_business_team  # exports and the people file stay with the members


def test_the_right_of_an_owner_ends_with_the_next_assignment() -> None:
    assert not may(actor(NADIA), "view", item(owner=OMAR))


@pytest.mark.parametrize("deed", EVERY_DEED)
def test_somebody_who_may_not_see_it_learns_nothing_from_the_refusal(deed: str) -> None:
    with pytest.raises(Refused, match=rf"^There is no escalation {REF} that you can see.$"):
        require(PRACTITIONER, deed, item(state=State.RESOLVED))


def test_the_person_who_raised_it_is_told_what_to_do_instead() -> None:
    with pytest.raises(Refused, match=rf"^Only the business team can do this with {REF}. Add a note"):
        require(TOM, "resolve", item())


def test_what_is_for_the_business_team_is_refused_to_others() -> None:
    require_business_team(actor(BEN))
    for other in (PRACTITIONER, TOM, CLOCK, actor(replace(ASHA, active=False))):
        with pytest.raises(Refused):
            require_business_team(other)
