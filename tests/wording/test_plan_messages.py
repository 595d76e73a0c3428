"""What is said of the plan: reminders, tasks, what was decided, forms."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.partnership.plan import Progress
from bot.partnership.plan_asked import PlanCounts
from bot.wording.plan_home import plan_home
from bot.wording.plan_told import plan_task, plan_told
from bot.wording.plan_words import short_title
from bot.wording.reminder import reminder
from tests.partnership.plan_samples import MONDAY, action, several
from tests.wording.planned import (
    ASKED,
    GIVEN_BACK,
    NOW,
    buttons,
    every_plan_form,
    every_plan_message,
    facts,
    name,
)

LEADS = ["done", "comment", "new_date", "snooze", "not_mine"]
EVERY = every_plan_message()
NEVER = re.compile(r"!|no need|please note|click here|utili[sz]e|ASAP|(?-i:\bmace\b|None\b)", re.I)


@pytest.mark.parametrize(("count", "title"), [(1, "An action of the plan needs you"), (3, "3 actions of the plan")])
def test_a_reminder_is_one_message_with_five_answers_for_each_action(count: int, title: str) -> None:
    shown = reminder(several(count), MONDAY)
    assert shown.title.startswith(title)
    assert buttons(shown) == LEADS * count
    assert {one.value for part in shown.parts for one in part.buttons} == {one.id for one in several(count)}
    assert "The map is half done." in shown.text


def test_a_reminder_of_forty_actions_names_all_of_them() -> None:
    shown = reminder(several(40), MONDAY)
    assert buttons(shown) == LEADS * 12
    assert [one.number for one in several(40) if f"{one.number} Map" not in shown.text] == []
    assert "28 more" in shown.text and "“action 6.2”" in shown.text


def test_whoever_decides_on_a_new_date_reads_who_asks_for_which_date_and_why() -> None:
    task = plan_task(ASKED, "approve_new_date", MONDAY, name)
    assert task is not None
    assert task.lines[0].startswith("Nadia Shaw (Health) asks for a later date.")
    assert task.lines[0].endswith("It stays until you agree.")
    assert facts(task)["New date"] == "Friday 29 January 2027"
    assert facts(task)["Reason (their words)"] == "The analyst is away."
    assert buttons(task) == ["approve", "refuse"]


def test_nothing_is_to_be_decided_any_more_once_it_was() -> None:
    assert plan_task(action(), "approve_new_date", MONDAY, name) is None
    assert plan_task(replace(ASKED, progress=Progress.DONE), "approve_new_date", MONDAY, name) is None
    assert plan_task(action(), "assign_lead", MONDAY, name) is None


def test_the_business_team_reads_whose_action_it_is_not_and_what_the_plan_says() -> None:
    task = plan_task(replace(GIVEN_BACK, lead_words="Designated nurse"), "assign_lead", MONDAY, name)
    assert task is not None
    assert task.lines[0].startswith("Nadia Shaw (Health) says that it is not theirs.")
    assert facts(task)["Lead in the plan"] == "Designated nurse"
    assert buttons(task) == ["lead"]


@pytest.mark.parametrize(
    ("deed", "title", "line"),
    [
        ("approve_new_date", "New date agreed: action 6.2 Map", "Ben Okoro (LSCP) agreed to it. Overdue since"),
        ("refuse_new_date", "No new date: action 6.2 Map", "Ben Okoro (LSCP) did not agree. The date stays."),
        ("assign_lead", "You lead action 6.2 Map", "Ben Okoro (LSCP) gave it to you."),
    ],
)
def test_the_person_concerned_hears_what_was_decided_and_by_whom(deed: str, title: str, line: str) -> None:
    shown = plan_told(action(), deed, "person:ben", MONDAY, name)
    assert shown.title.startswith(title) and shown.lines[0].startswith(line)
    assert buttons(shown) == LEADS


def test_a_title_as_long_as_a_paragraph_is_cut_in_a_sentence_and_whole_below() -> None:
    long = action(title="Map the places " * 30)
    assert len(short_title(long)) < 110 and short_title(long).endswith("…")
    assert ("Map the places " * 30).strip() in plan_told(long, "assign_lead", "person:ben", MONDAY, name).text


def test_the_home_counts_the_overdue_and_shows_them_first() -> None:
    late, soon = action("1.1"), action("2.1", MONDAY + timedelta(days=7))
    (shown,) = plan_home([late, soon], None, NOW)
    assert shown.title == "Your actions: 2 open, 1 overdue"
    assert [part.title[:3] for part in shown.parts] == ["1.1", "2.1"]
    assert plan_home((), PlanCounts(0, 0, 0), NOW) == () == plan_home((), None, NOW)


def test_every_form_carries_its_action_and_asks_for_what_the_rules_need() -> None:
    made = every_plan_form()
    fields = {key: [(one.id, one.required) for one in form.fields] for key, form in made.items()}
    assert fields == {
        "plan.done": [("evidence", True)],
        "plan.comment": [("text", True)],
        "plan.new_date": [("day", True), ("reason", True)],
        "plan.snooze": [("day", True), ("reason", True)],
        "plan.not_mine": [("reason", False)],
        "plan.refuse": [("reason", True)],
        "plan.lead": [("lead", True)],
    }
    assert {form.carries["action"] for form in made.values()} == {action().id}
    assert all(len(form.title) <= 24 and len(form.submit) <= 24 for form in made.values())


def test_every_message_is_plain_and_says_why_it_came() -> None:
    for where, message in EVERY.items():
        assert not NEVER.search(message.text), (where, NEVER.search(message.text))
        assert message.small[0].startswith(("You get this ", "You see this ", "From the plan as it stood")), where
        assert all(part.strip() for part in message.text.split("\n\n")), where
