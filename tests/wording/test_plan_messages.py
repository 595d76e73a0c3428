"""What is said of the plan: reminders, tasks, what was decided, the answers to questions, forms."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.plan import Progress, Rag
from bot.partnership.plan_asked import AskedPlan, PlanCounts, PlanList
from bot.wording.plan_home import plan_home
from bot.wording.plan_list import plan_list
from bot.wording.plan_told import plan_task, plan_told
from bot.wording.plan_words import action_facts, due_words, short_title
from bot.wording.reminder import reminder
from tests.partnership.plan_samples import MONDAY, action, several
from tests.wording.planned import (
    ASKED,
    DONE,
    GIVEN_BACK,
    NOW,
    buttons,
    every_plan_form,
    every_plan_message,
    listed,
    name,
)

LEADS = ["done", "comment", "new_date", "snooze", "not_mine"]
EVERY = every_plan_message()
NEVER = re.compile(r"!|no need|please note|click here|utili[sz]e|ASAP|(?-i:\bmace\b|None\b)", re.I)


def facts(about: object) -> dict[str, str]:
    return {one.label: one.value for one in about.facts}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 23), "Due today, Monday 23 November"),
        (date(2026, 11, 24), "Due on Tuesday 24 November, in 1 working day"),
        (date(2026, 12, 7), "Due on Monday 7 December, in 10 working days"),
        (date(2026, 11, 21), "Overdue since Saturday 21 November, 1 working day ago"),
        (date(2026, 11, 16), "Overdue since Monday 16 November, 5 working days ago"),
        (date(2027, 1, 29), "Due on Friday 29 January 2027, in 46 working days"),
    ],
)
def test_a_date_is_said_in_words_seen_from_today(due: date, words: str) -> None:
    assert due_words(action(due=due), MONDAY) == words


def test_a_date_that_the_plan_wrote_in_words_is_said_in_those() -> None:
    assert due_words(action(due=None, due_words="Each quarter"), MONDAY) == "Due: Each quarter"
    assert due_words(action(due=None), MONDAY) == "No date in the plan"
    assert due_words(DONE, MONDAY) == "Was due on Monday 16 November"


def test_green_is_never_taken_for_finished_and_groups_have_their_names() -> None:
    shown = {one.label: one.value for one in action_facts(action(rag=Rag.GREEN), MONDAY)}
    assert shown["Red, amber or green"] == "Green (on track, not finished)"
    assert shown["Group"] == "Multi-Agency Child Exploitation group"


def test_a_snooze_is_shown_until_it_ends_and_a_waiting_date_until_it_is_decided() -> None:
    snoozed = action(snoozed_until=date(2026, 11, 30), snooze_reason="Half term.", extensions=2)
    shown = {one.label: one.value for one in action_facts(snoozed, MONDAY)}
    assert (shown["Snoozed until"], shown["Extensions so far"]) == ("Monday 30 November: Half term.", "2")
    assert "Snoozed until" not in {one.label for one in action_facts(snoozed, date(2026, 11, 30))}
    waiting = {one.label: one.value for one in action_facts(ASKED, MONDAY)}
    assert waiting["New date asked for"] == "Friday 29 January 2027, not decided yet"


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
