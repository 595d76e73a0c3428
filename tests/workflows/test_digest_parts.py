"""What is in a weekly digest, for each kind of reader, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.digest import Digest
from bot.partnership.plan import Plan, Progress, Rag
from bot.store import outbox
from bot.store.database import Store
from bot.workflows import escalations, plan_deeds
from bot.workflows.digests import TEAM_READER, digest_for
from bot.workflows.plan_import import import_plan
from knowledge.knowledge import Knowledge
from tests.partnership.plan_people import PLAN_RULES, action
from tests.partnership.samples import RULES, raised
from tests.store.samples import do
from tests.workflows.planned import BEFORE, File, Post, on, taken_over

MONDAY = date(2026, 6, 8)
LATE, SOON, FAR = date(2026, 6, 4), date(2026, 6, 19), date(2026, 9, 30)
NADIA_SAID = "slack:U_NADIA"


@pytest.fixture
def post(store: Store, knowledge: Knowledge) -> Post:
    """A channel for the store."""
    return Post(store, knowledge)


def digest(store: Store, reader: str = "nadia", role: str = "lead", day: date = MONDAY, hour: int = 9) -> Digest:
    """What the reader would be told at that hour."""
    return do(store, digest_for, PLAN_RULES, on(day, hour), reader, role)


def team(store: Store, day: date = MONDAY) -> Digest:
    return digest(store, TEAM_READER, "business team", day)


def numbers(found: tuple[object, ...]) -> list[str]:
    return [getattr(one, "number", "") for one in found]


def test_the_lead_sees_what_is_overdue_and_what_is_due_before_the_digest_after_the_next(store: Store) -> None:
    beyond = action("1.4", due=date(2026, 6, 23))
    given = (action("1.1", due=LATE), action("1.2", due=SOON), action("1.3", due=date(2026, 6, 22)), beyond)
    taken_over(store, *given, action("1.5", due=LATE, lead="omar"), action("1.6", due=LATE, progress=Progress.DONE))
    found = digest(store)
    assert numbers(found.overdue) == ["1.1"]
    assert numbers(found.due_soon) == ["1.2", "1.3"]
    assert (found.reader, found.role, found.week_of) == ("nadia", "lead", MONDAY)
    assert (found.waiting, found.silent, found.escalations) == ((), (), ())


def test_over_bank_holidays_it_reaches_as_far_as_a_reminder_would(store: Store) -> None:
    week = date(2026, 12, 14)
    taken_over(store, action("1.1", due=date(2026, 12, 30)), action("1.2", due=date(2026, 12, 31)))
    assert numbers(digest(store, day=week).due_soon) == ["1.1"]


def test_a_snoozed_action_is_left_out_for_its_lead_and_shown_to_the_chair(store: Store) -> None:
    taken_over(store, action("1.1", due=LATE), action("1.2", due=LATE))
    arguments = (RULES, on(date(2026, 6, 5)), NADIA_SAID, "PLAN/1.1", date(2026, 6, 20), "Waiting for the board.")
    do(store, plan_deeds.snooze, *arguments)
    assert numbers(digest(store).overdue) == ["1.2"]
    assert (dict(digest(store).counts)["overdue"], dict(team(store).counts)["overdue"]) == (1, 2)
    assert numbers(digest(store, "cara", "chair").overdue) == ["1.1", "1.2"]
    assert numbers(digest(store, day=date(2026, 6, 22)).overdue) == ["1.1", "1.2"]


def test_the_chair_sees_the_group_the_own_actions_and_what_waits_for_a_decision(store: Store) -> None:
    own = action("2.1", due=LATE, lead="cara", group="mag")
    other = action("3.1", due=LATE, group="mag")
    taken_over(store, action("1.1", due=LATE), action("1.2", due=FAR), own, other)
    arguments = (RULES, on(date(2026, 6, 5)), NADIA_SAID, "PLAN/1.2", date(2026, 10, 30), "No trainer.")
    do(store, plan_deeds.ask_new_date, *arguments)
    found = digest(store, "cara", "chair")
    assert numbers(found.overdue) == ["1.1", "2.1"]
    assert numbers(found.waiting) == ["1.2"]
    assert digest(store, "mace", "group").waiting == ()


def test_it_tells_what_others_did_since_the_digest_before(store: Store) -> None:
    taken_over(store, action("1.1", due=LATE), action("1.2", due=SOON))
    friday = on(date(2026, 6, 5))
    do(store, plan_deeds.comment, RULES, friday, NADIA_SAID, "PLAN/1.1", "On the agenda.")
    do(store, plan_deeds.comment, RULES, friday, "slack:U_CARA", "PLAN/1.2", "Please hurry.")
    do(store, plan_deeds.done, RULES, on(MONDAY, 9, 1), NADIA_SAID, "PLAN/1.1", "On the web site.")
    told = [(one.action.number, one.deed, one.words) for one in team(store).changes]
    assert told == [("1.1", "comment", "On the agenda."), ("1.2", "comment", "Please hurry.")]
    assert [one.words for one in digest(store).changes] == ["Please hurry."]  # not her own
    next_week = [(one.deed, one.words) for one in team(store, MONDAY + timedelta(days=7)).changes]
    assert next_week == [("done", "On the web site.")]


async def test_the_team_sees_who_was_reminded_and_did_not_answer(post: Post) -> None:
    told = date(2026, 6, 1)
    friday = date(2026, 6, 5)
    given = (action("1.1", due=friday, reminded_on=told), action("1.2", due=friday, reminded_on=told))
    taken_over(post.store, *given, replace(given[0], id="PLAN/1.3", number="1.3", lead="omar"))
    await post.round(on(date(2026, 6, 2)))
    assert team(post.store).silent == ("nadia", "omar")
    do(post.store, plan_deeds.comment, RULES, on(date(2026, 6, 3)), NADIA_SAID, "PLAN/1.2", "Nearly there.")
    assert team(post.store).silent == ("omar",)


def test_the_team_sees_escalations_failed_deliveries_and_agencies_without_a_live_owner(store: Store) -> None:
    given = (action("1.1", due=FAR, lead=None, agency="Housing"), action("1.2", due=FAR, lead="gone", agency=""))
    taken_over(store, *given, action("1.3", due=FAR))
    ref = do(store, escalations.raise_escalation, RULES, BEFORE, "slack:U_TOM", raised(), "form").ref
    parcel = do(store, outbox.claim, "one", BEFORE, 0.0, 30.0)
    assert parcel is not None
    do(store, outbox.give_up, parcel.id, BEFORE, "no way is known")
    found = team(store)
    assert found.unreachable == ("Housing", "an agency that the plan does not name")
    assert (found.escalations, found.undelivered) == ((ref,), 1)
    lead = digest(store)
    assert (lead.escalations, lead.undelivered, lead.unreachable) == ((), 0, ())


def test_not_mine_waits_for_the_team(store: Store) -> None:
    taken_over(store, action("1.1", due=FAR))
    do(store, plan_deeds.not_mine, RULES, on(date(2026, 6, 5)), NADIA_SAID, "PLAN/1.1")
    assert numbers(team(store).waiting) == ["1.1"]
    assert digest(store, "cara", "chair").waiting == ()


def test_what_an_overdue_list_names_without_a_date_stands_apart_in_lists_and_counts(store: Store) -> None:
    taken_over(store, action("1.1", due=FAR), action("1.2", due=LATE))
    listed = Plan("LIST", "Overdue in May", "2026/27", "list.txt", listed_overdue=True)
    undated = replace(action("1.4", due=None, lead=None), id="LIST/1.4", plan="LIST")
    do(store, import_plan, File((undated, replace(undated, id="LIST/1.5", number="1.5", due=LATE)), listed), BEFORE)
    found = team(store)
    assert (numbers(found.undated), numbers(found.overdue)) == (["1.4"], ["1.5", "1.2"])
    assert dict(found.counts)["overdue"] == 2
    assert not replace(found, overdue=(), due_soon=(), unreachable=()).is_empty


def test_the_counts_tell_colours_progress_and_what_is_overdue(store: Store) -> None:
    given = [action("1.1", due=LATE, rag=Rag.RED), action("1.2", due=LATE, rag=Rag.GREEN), action("1.3", due=FAR)]
    done, dropped = action("1.4", progress=Progress.DONE), action("1.5", progress=Progress.DROPPED)
    taken_over(store, *given, done, dropped, action("2.1", lead="omar", group="mag", due=FAR, rag=Rag.AMBER))
    own = (("overdue", 2), ("red", 1), ("green", 1), ("no colour", 1), ("completed", 1))
    assert digest(store).counts == digest(store, "mace", "group").counts == own
    assert dict(team(store).counts)["amber"] == 1
