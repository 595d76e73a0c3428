"""A new date is asked for, and approved or refused by somebody else; the date stays until then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership import plan_deeds as deeds
from tests.partnership.deeds_on_actions import ASKED, LATER, TODAY, changed, refusal
from tests.partnership.plan_people import BEN, CARA, DUE, NADIA, action, doing


@pytest.mark.parametrize(("day", "why"), [(TODAY, "future"), (date(2026, 11, 20), "future"), (DUE, "27 November 2026")])
def test_a_new_date_lies_ahead_and_after_the_old_one(day: date, why: str) -> None:
    assert why in refusal(lambda: deeds.ask_new_date(action(), doing(NADIA), day, "No trainer."))


def test_asking_changes_nothing_but_the_question_and_asking_again_the_same_is_nothing() -> None:
    made = deeds.ask_new_date(action(), doing(NADIA), LATER, "No trainer yet.")
    assert changed(action(), made.action) == {"asked_due", "asked_reason", "asked_by"}
    assert deeds.ask_new_date(made.action, doing(NADIA), LATER, "No trainer yet. ").event is None
    assert deeds.ask_new_date(made.action, doing(NADIA), LATER + timedelta(days=7), "Nor then.").event is not None
    assert "sentence" in refusal(lambda: deeds.ask_new_date(action(), doing(NADIA), LATER, ""))


def test_an_approval_counts_and_keeps_the_old_date_in_the_history() -> None:
    made = deeds.approve_new_date(replace(ASKED, extensions=1), doing(CARA))
    assert (made.action.due, made.action.extensions, made.action.asked_due) == (LATER, 2, None)
    assert made.event is not None
    facts = {"from": "2026-11-27", "to": "2026-12-18", "asked_by": "person:nadia", "number": "2"}
    assert made.event.facts == facts


def test_the_first_date_of_an_action_without_one_is_asked_for_and_approved_too() -> None:
    asked = deeds.ask_new_date(action(due=None), doing(NADIA), LATER, "Agreed at the meeting.").action
    assert deeds.approve_new_date(asked, doing(BEN)).action.due == LATER


def test_a_refusal_of_a_date_needs_a_reason_and_leaves_no_question() -> None:
    assert "reason" in refusal(lambda: deeds.refuse_new_date(ASKED, doing(CARA), ""))
    made = deeds.refuse_new_date(ASKED, doing(BEN), "It cannot wait.")
    assert changed(ASKED, made.action) == {"asked_due", "asked_reason", "asked_by"}


def test_nobody_decides_on_a_date_they_asked_for_or_that_nobody_asked_for() -> None:
    chair_leads = replace(ASKED, lead="cara", asked_by="person:cara")
    assert "Somebody else" in refusal(lambda: deeds.approve_new_date(chair_leads, doing(CARA)))
    assert deeds.approve_new_date(chair_leads, doing(BEN)).action.due == LATER
    assert "Nobody waits" in refusal(lambda: deeds.approve_new_date(action(), doing(CARA)))
