"""The list that answers a question about the plan."""

import pytest

from bot.partnership.plan_asked import AskedPlan, PlanList
from bot.wording.plan_list import plan_list
from tests.partnership.plan_samples import action
from tests.wording.planned import (
    DONE,
    GIVEN_BACK,
    NOW,
    buttons,
    facts,
    listed,
    name,
)

LEADS = ["done", "comment", "new_date", "snooze", "not_mine"]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (AskedPlan(mine=True), "Your open actions: 2"),
        (AskedPlan(mine=True, overdue=True), "Your overdue actions: 2"),
        (AskedPlan(groups=("mace",), overdue=True), "Overdue actions of Multi-Agency Child Exploitation group: 2"),
        (AskedPlan(overdue=True), "Overdue actions: 2"),
        (AskedPlan(within="week"), "Actions due this week: 2"),
        (AskedPlan(numbers=("1.1", "2.1")), "Actions 1.1 and 2.1: 2"),
    ],
)
def test_the_list_says_what_was_asked_and_how_many_there_are(asked: AskedPlan, title: str) -> None:
    assert listed(asked).title == title


def test_of_what_is_overdue_the_actions_without_a_date_are_counted_apart() -> None:
    found = (action("1.1"), action("2.1", None), action("3.1", None))
    shown = plan_list(PlanList(AskedPlan(overdue=True), found), NOW, name)
    assert shown.title == "Overdue actions: 1"
    assert [part.title[:22] for part in shown.parts][1:3] == ["No date in the plan: 2", "2.1 Map the places whe"]
    assert plan_list(PlanList(AskedPlan(mine=True), found), NOW, name).title == "Your open actions: 3"


def test_the_list_says_who_leads_and_has_buttons_under_own_actions_only() -> None:
    found = (action("1.1"), action("2.1", lead=None, lead_words="Police"), action("3.1", lead=None), GIVEN_BACK, DONE)
    shown = plan_list(PlanList(AskedPlan(overdue=True), found, frozenset({found[0].id})), NOW, name)
    leads = [facts(part)["Lead"] for part in shown.parts]
    assert leads == [
        "Nadia Shaw (Health)",
        "Police",
        "Nobody yet",
        "The business team looks for one",
        "Nadia Shaw (Health)",
    ]
    assert facts(shown.parts[-1])["State"] == "Done"
    assert buttons(shown) == LEADS


def test_what_is_not_there_and_what_may_not_be_seen_read_alike_and_somebody_can_be_asked() -> None:
    shown = plan_list(PlanList(AskedPlan(numbers=("6.2",)), ()), NOW, name)
    assert shown.title == "Action 6.2: nothing that you can see"
    assert "business team" in shown.lines[-1]
    some = plan_list(PlanList(AskedPlan(numbers=("6.2", "9.9")), (action(),)), NOW, name)
    assert some.lines[0].startswith("9.9: nothing that you can see.")
