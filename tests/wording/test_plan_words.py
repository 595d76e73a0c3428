"""How an action stands, in words that need no colour."""

from datetime import date

import pytest

from bot.partnership.plan import Rag
from bot.wording.plan_words import action_facts, due_words
from tests.partnership.plan_samples import MONDAY, action
from tests.wording.planned import ASKED, DONE


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
