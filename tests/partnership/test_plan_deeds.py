"""What people can do with an action. Only an approved date moves a date; there is no acknowledging."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.partnership import plan_deeds as deeds
from bot.partnership.people import Role
from bot.partnership.plan import Action, Progress, Rag
from bot.partnership.plan_doing import Deed
from tests.partnership.deeds_on_actions import ASKED, LATER, TODAY, changed, refusal
from tests.partnership.plan_people import BEN, CARA, DUE, MONDAY, NADIA, OMAR, STRANGER, TOM, action, doing

ON_OPEN: dict[str, Callable[[Action], Deed]] = {
    "done": lambda one: deeds.done(one, doing(NADIA), "On the web site."),
    "ask_new_date": lambda one: deeds.ask_new_date(one, doing(NADIA), LATER + timedelta(days=7), "Nor then."),
    "approve_new_date": lambda one: deeds.approve_new_date(one, doing(CARA)),
    "refuse_new_date": lambda one: deeds.refuse_new_date(one, doing(CARA), "It cannot wait."),
    "snooze": lambda one: deeds.snooze(one, doing(NADIA), TODAY + timedelta(days=3), "Waiting for the board."),
    "not_mine": lambda one: deeds.not_mine(one, doing(NADIA), "Housing does it."),
    "assign_lead": lambda one: deeds.assign_lead(one, doing(BEN), TOM),
}


@pytest.mark.parametrize("deed", ON_OPEN)
def test_every_deed_is_one_event_with_who_and_when(deed: str) -> None:
    made = ON_OPEN[deed](ASKED)
    assert made.event is not None
    assert (made.event.subject, made.event.deed, made.event.at) == ("A:PLAN/6.2", deed, MONDAY)
    assert made.event.who in {"person:nadia", "person:cara", "person:ben"}
    assert made.action.version == ASKED.version + 1


@pytest.mark.parametrize("deed", sorted(ON_OPEN.keys() - {"approve_new_date"}))
def test_nothing_but_an_approval_moves_the_date(deed: str) -> None:
    assert ON_OPEN[deed](ASKED).action.due == DUE


@pytest.mark.parametrize("deed", ON_OPEN)
@pytest.mark.parametrize("progress", [Progress.DONE, Progress.DROPPED])
def test_what_is_done_or_dropped_is_left_alone(deed: str, progress: Progress) -> None:
    assert "Nothing was changed." in refusal(lambda: ON_OPEN[deed](replace(ASKED, progress=progress)))


@pytest.mark.parametrize("deed", ON_OPEN)
def test_a_stranger_is_refused(deed: str) -> None:
    strangers: dict[str, Callable[[Action], Deed]] = {
        "done": lambda one: deeds.done(one, doing(STRANGER), "Seen."),
        "ask_new_date": lambda one: deeds.ask_new_date(one, doing(STRANGER), LATER, "Why."),
        "approve_new_date": lambda one: deeds.approve_new_date(one, doing(NADIA)),
        "refuse_new_date": lambda one: deeds.refuse_new_date(one, doing(OMAR), "Why."),
        "snooze": lambda one: deeds.snooze(one, doing(TOM), LATER, "Why."),
        "not_mine": lambda one: deeds.not_mine(one, doing(CARA)),
        "assign_lead": lambda one: deeds.assign_lead(one, doing(NADIA), TOM),
    }
    refusal(lambda: strangers[deed](ASKED))


def test_done_needs_what_shows_it() -> None:
    assert "shows" in refusal(lambda: deeds.done(action(), doing(NADIA), "  "))
    made = deeds.done(replace(ASKED, rag=Rag.AMBER), doing(OMAR), " On the web site. ")  # the deputy
    assert (made.action.progress, made.action.rag) == (Progress.DONE, Rag.COMPLETED)
    assert made.action.evidence == "On the web site."
    assert made.action.asked_due is None
    assert deeds.done(action(), doing(NADIA), "Seen.").action.rag is None  # a plan without colours


def test_a_comment_changes_the_comment_and_nothing_else() -> None:
    made = deeds.comment(ASKED, doing(CARA), "On the agenda of 9 September.")
    assert changed(ASKED, made.action) == {"comment"}
    assert deeds.comment(made.action, doing(NADIA), "On the agenda of 9 September. ").event is None
    done = replace(action(), progress=Progress.DONE)
    assert deeds.comment(done, doing(NADIA), "Printed too.").action.is_open is False


@pytest.mark.parametrize("days", [0, -1, 31])
def test_a_snooze_ends_within_a_month(days: int) -> None:
    until = TODAY + timedelta(days=days)
    assert "within 30 days" in refusal(lambda: deeds.snooze(action(), doing(NADIA), until, "Waiting."))


def test_a_snooze_has_a_reason_and_moves_no_date() -> None:
    until = TODAY + timedelta(days=30)
    assert "reason" in refusal(lambda: deeds.snooze(action(), doing(NADIA), until, " "))
    made = deeds.snooze(action(), doing(NADIA), until, "Waiting for the board.")
    assert changed(action(), made.action) == {"snoozed_until", "snooze_reason"}
    assert deeds.snooze(made.action, doing(NADIA), until, "Waiting for the board.").event is None


def test_not_mine_leaves_the_action_to_the_business_team() -> None:
    made = deeds.not_mine(action(), doing(NADIA))
    assert made.action.not_mine
    assert made.event is not None
    assert made.event.words is None
    refusal(lambda: deeds.done(made.action, doing(NADIA), "Seen."))


def test_a_new_lead_begins_anew() -> None:
    given_back = action(not_mine=True, snoozed_until=LATER, snooze_reason="Waiting.", reminded_on=TODAY)
    after = deeds.assign_lead(given_back, doing(BEN), TOM).action
    assert (after.lead, after.not_mine, after.snoozed_until, after.reminded_on) == ("tom", False, None, None)
    assert deeds.assign_lead(given_back, doing(BEN), NADIA).action.not_mine is False  # it was hers after all
    assert "already" in refusal(lambda: deeds.assign_lead(action(), doing(BEN), NADIA))
    gone = replace(TOM, active=False, role=Role.LEAD)
    assert "no longer active" in refusal(lambda: deeds.assign_lead(action(), doing(BEN), gone))
