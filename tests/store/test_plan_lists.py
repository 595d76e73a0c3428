"""Every list of actions holds what it says, on both databases."""

from dataclasses import replace

import pytest

from bot.partnership.notices import TEAM
from bot.partnership.plan import Plan, Progress, Rag
from bot.store import actions, plan_lists
from bot.store.database import Store
from bot.store.plan_scopes import Scope
from tests.partnership.plan_people import DUE, action
from tests.store.planned import TODAY, keep, numbers
from tests.store.samples import DAY, NOW, do

ALL = Scope(everything=True)
NADIAS, MACES = Scope(leads=frozenset({"nadia"})), Scope(groups=frozenset({"mace"}))
BOTH = Scope(frozenset({"nadia"}), frozenset({"mag"}))


def test_the_clock_finds_what_is_due_to_be_looked_at_and_whose_it_is(store: Store) -> None:
    given = (action("1", remind_on=TODAY), action("2", remind_on=TODAY - DAY, due=TODAY), action("3", remind_on=None))
    others = (action("4", remind_on=TODAY + DAY, lead="omar"), action("5", remind_on=TODAY, lead="omar", not_mine=True))
    keep(store, *given, *others, action("6", remind_on=TODAY, lead=None))
    assert do(store, plan_lists.leads_to_look, TODAY) == [None, "nadia"]
    assert do(store, plan_lists.leads_to_look, TODAY + DAY) == [None, "nadia", "omar"]
    assert numbers(do(store, plan_lists.due_to_look, TODAY)) == ["2", "1", "5", "6"]
    assert numbers(do(store, plan_lists.due_to_look, TODAY, ["nadia", "omar"])) == ["2", "1"]
    assert do(store, plan_lists.due_to_look, TODAY, []) == []


def test_a_reminder_that_was_sent_is_noted_unless_somebody_was_faster(store: Store) -> None:
    keep(store, action("1", remind_on=TODAY), action("2", remind_on=TODAY))
    before = do(store, plan_lists.due_to_look, TODAY)
    do(store, actions.save, replace(before[1], comment="Soon.", version=1), NOW, TODAY)
    do(store, actions.looked, [(replace(one, reminded_on=TODAY), DUE) for one in before], "nadia")
    assert numbers(do(store, plan_lists.due_to_look, TODAY)) == ["2"]
    assert do(store, plan_lists.told_of, "nadia", TODAY) == {"PLAN/1"}
    assert do(store, plan_lists.told_of, TEAM, TODAY) == do(store, plan_lists.told_of, "nadia", TODAY + DAY) == set()


def test_who_was_reminded_and_has_not_answered_shows(store: Store) -> None:
    keep(store, *(action(str(number)) for number in range(4)))
    every = [replace(one, reminded_on=TODAY) for one, _ in do(store, actions.of_plan, "PLAN")]
    for one, who in zip(every, ("nadia", "omar", "tom", TEAM), strict=True):
        do(store, actions.looked, [(one, one.remind_on)], who)
    do(store, actions.save, replace(every[1], version=1), NOW, TODAY)
    do(store, actions.save, replace(every[2], progress=Progress.DONE), NOW, TODAY)
    assert sorted(do(store, plan_lists.reminded, TODAY)) == [("nadia", False), ("omar", True), (TEAM, False)]
    assert do(store, plan_lists.reminded, TODAY + DAY) == []


def test_lists_hold_the_open_actions_of_a_lead_or_a_group_the_earliest_first(store: Store) -> None:
    done = action("4", progress=Progress.DONE)
    keep(store, action("1", due=None), action("2"), action("3", due=TODAY), done, action("5", not_mine=True, group=""))
    assert numbers(do(store, plan_lists.open_for_leads, ["nadia", "omar"])) == ["3", "2", "1"]
    assert numbers(do(store, plan_lists.open_for_group, "mace")) == ["3", "2", "1"]
    assert numbers(do(store, plan_lists.numbered, "4")) == ["4"]
    assert do(store, plan_lists.numbered, "4.0") == []


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (ALL, ["due", "other", "listed", "asked", "given back", "mag"]),
        (NADIAS, ["due", "listed", "asked"]),
        (MACES, ["due", "other", "listed", "asked", "given back"]),
        (BOTH, ["due", "listed", "asked", "mag"]),
        (Scope(), []),
    ],
)
def test_of_interest_is_what_is_due_listed_or_waits_for_somebody(store: Store, scope: Scope, found: list[str]) -> None:
    far = DUE + 9 * DAY
    given = [action("due"), action("far", due=far), action("other", lead="omar"), action("undated", due=None)]
    waiting = [action("asked", due=far, asked_due=far + DAY), action("given back", due=far, not_mine=True)]
    keep(store, *given, *waiting, action("mag", lead="omar", group="mag"), action("gone", progress=Progress.DROPPED))
    do(store, actions.keep_plan, Plan("LIST", "Overdue", "2026/27", "list.txt", listed_overdue=True))
    do(store, actions.add, [(replace(action("listed", due=None), id="LIST/1", plan="LIST"), {})])
    assert sorted(numbers(do(store, plan_lists.of_interest, scope, DUE))) == sorted(found)
    assert sorted(numbers(do(store, plan_lists.in_digest, scope, DUE, NOW)[0])) == sorted(found)


def test_changes_are_found_by_their_time(store: Store) -> None:
    keep(store, action("1"), action("2"), action("3", group="mag", lead="omar"))
    for one, _ in do(store, actions.of_plan, "PLAN")[1:]:
        do(store, actions.save, one, NOW)
    assert sorted(numbers(do(store, plan_lists.in_digest, ALL, DUE, NOW)[1])) == ["2", "3"]
    assert numbers(do(store, plan_lists.in_digest, NADIAS, DUE, NOW)[1]) == ["2"]
    assert sorted(numbers(do(store, plan_lists.in_digest, BOTH, DUE, NOW)[1])) == ["2", "3"]
    assert do(store, plan_lists.in_digest, ALL, DUE, NOW + DAY)[1] == []


def test_counts_are_by_progress_colour_and_whether_the_date_has_passed(store: Store) -> None:
    given = (action("1", due=TODAY - DAY, rag=Rag.RED), action("2", due=TODAY), action("3", due=None))
    keep(store, *given, action("4", progress=Progress.DONE, due=TODAY - DAY, lead="omar", group="mag"))
    own = {("open", "red", True, 1), ("open", None, False, 2)}
    assert set(do(store, plan_lists.counts, NADIAS, TODAY)) == own
    assert set(do(store, plan_lists.counts, BOTH, TODAY)) == {*own, ("done", None, True, 1)}


def test_who_has_something_of_interest_is_known_without_reading_it(store: Store) -> None:
    far = DUE + 9 * DAY
    given = (action("1"), action("2", due=far, lead="omar", group="mag"), action("3", due=far, lead="tom", group="ipr"))
    asked = action("4", due=far, lead="cara", group="lpr", asked_due=far + DAY)
    keep(store, *given, asked, action("5", not_mine=True, lead="ben", group=""))
    do(store, actions.save, given[2], NOW)
    assert do(store, plan_lists.interested, DUE, NOW) == ({"nadia", "tom", "cara"}, {"mace", "ipr", "lpr"})


def test_agencies_come_with_whoever_leads(store: Store) -> None:
    keep(
        store, action("1"), action("2"), action("3", lead=None, agency=""), action("4", not_mine=True, agency="Police")
    )
    found = set(do(store, plan_lists.agencies))
    assert found == {("nadia", "Health"), (None, ""), (None, "Police")}
