"""Who may do what with an action: its lead and deputy, the group's chair, the business team; nobody else sees it."""

from dataclasses import replace

import pytest

from bot.partnership.people import CLOCK, Actor, Role
from bot.partnership.plan_permissions import chaired, may, may_see, require_action
from bot.partnership.refusal import Refused
from tests.partnership.plan_people import (
    ASHA,
    BEN,
    CARA,
    EVERYONE,
    NADIA,
    OMAR,
    PLAN_RULES,
    STRANGER,
    TOM,
    action,
)
from tests.partnership.samples import actor

LEADS = {"view", "done", "comment", "ask_new_date", "snooze", "not_mine"}
CHAIRS = {"view", "comment", "approve_new_date", "refuse_new_date"}
TEAMS = {*CHAIRS, "done", "ask_new_date", "snooze", "assign_lead"}
DEEDS = LEADS | TEAMS | {"delete", ""}
ALLOWED = [
    (actor(NADIA), LEADS),
    (actor(OMAR), LEADS),  # her deputy
    (actor(CARA), CHAIRS),
    (actor(BEN), TEAMS),
    (actor(TOM), set()),
    (STRANGER, set()),
    (CLOCK, set()),
    (actor(replace(NADIA, active=False)), set()),
    (actor(replace(CARA, active=False)), set()),
    (actor(replace(BEN, active=False)), set()),
]


@pytest.mark.parametrize(("who", "allowed"), ALLOWED, ids=[str(index) for index in range(len(ALLOWED))])
def test_each_may_do_what_is_allowed_and_nothing_else(who: Actor, allowed: set[str]) -> None:
    assert {deed for deed in DEEDS if may(who, deed, action(), EVERYONE, PLAN_RULES)} == allowed


def test_a_chair_of_another_group_sees_nothing() -> None:
    other = action(group="mag")
    assert not may_see(actor(CARA), other, EVERYONE, PLAN_RULES)
    assert not may_see(actor(replace(CARA, role=Role.LEAD)), action(), [], PLAN_RULES)
    assert not may_see(actor(CARA), action(group="no such group"), EVERYONE, PLAN_RULES)
    assert not may_see(actor(CARA), action(group=""), EVERYONE, PLAN_RULES)


def test_the_deputys_deputy_may_as_well_but_nobody_beyond_a_circle() -> None:
    circle = [replace(NADIA, deputy="omar"), replace(OMAR, deputy="tom"), replace(TOM, deputy="nadia")]
    assert may(actor(TOM), "done", action(), circle, PLAN_RULES)
    assert not may(actor(ASHA), "not_mine", action(), circle, PLAN_RULES)


def test_a_chairs_deputy_decides_in_the_chairs_place() -> None:
    people = [replace(CARA, deputy="tom"), TOM, NADIA]
    assert may(actor(TOM), "approve_new_date", action(), people, PLAN_RULES)
    assert not may(actor(TOM), "done", action(), people, PLAN_RULES)


def test_who_said_not_mine_is_not_the_lead_any_more() -> None:
    given_back = action(not_mine=True)
    assert not may_see(actor(NADIA), given_back, EVERYONE, PLAN_RULES)
    assert may(actor(BEN), "assign_lead", given_back, EVERYONE, PLAN_RULES)


def test_groups_are_known_by_any_of_their_names() -> None:
    several = replace(CARA, groups=("multi-agency  child exploitation GROUP", "MEB", "unknown"))
    assert chaired(several, PLAN_RULES) == {"mace", "meb"}
    assert chaired(replace(several, role=Role.LEAD), PLAN_RULES) == set()


def test_a_refusal_tells_a_stranger_nothing_and_a_colleague_what_to_do() -> None:
    def said(who: Actor, deed: str) -> str:
        with pytest.raises(Refused) as refused:
            require_action(who, deed, action(), EVERYONE, PLAN_RULES)
        return str(refused.value)

    assert "6.2" not in said(STRANGER, "view")
    assert said(STRANGER, "done") == said(actor(TOM), "assign_lead") == said(STRANGER, "view")
    assert "chair" in said(actor(NADIA), "approve_new_date")
    assert "business team" in said(actor(NADIA), "assign_lead")
    assert "6.2" in said(actor(CARA), "done")
