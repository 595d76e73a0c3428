"""The weekly digest of each kind of reader."""

import re
from dataclasses import replace

import pytest

from bot.partnership.digest import Change
from bot.wording.digest import digest
from bot.wording.message import Message
from tests.partnership.plan_samples import MONDAY, action
from tests.wording.planned import ASKED, buttons, name, teams_week, week

LEADS = ["done", "comment", "new_date", "snooze", "not_mine"]


def headings(message: Message) -> list[str]:
    return [part.title for part in message.parts if re.search(r": \d+$| more$", part.title)]


def test_a_leads_digest_has_what_is_overdue_and_due_soon_with_the_leads_buttons() -> None:
    shown = digest(week("lead"), MONDAY, name)
    assert shown.title == "The plan in the week of Monday 23 November"
    assert headings(shown) == ["Overdue: 2", "Due soon: 2", "Changed since the last digest: 2"]
    assert buttons(shown) == LEADS * 4
    assert "Reminded and silent" not in shown.text


def test_a_chairs_digest_has_first_what_must_be_decided_and_buttons_for_own_actions() -> None:
    late = (action("1.1"), action("2.1", lead="carys"))
    given = replace(week("chair"), waiting=(ASKED,), reader="carys", overdue=late)
    shown = digest(given, MONDAY, name)
    assert headings(shown)[0] == "To be decided: 1"
    assert buttons(shown) == ["approve", "refuse", *LEADS]
    assert "Reason (their words): The analyst is away." in shown.text


def test_a_groups_digest_has_no_buttons_and_the_groups_name() -> None:
    shown = digest(week("group"), MONDAY, name)
    assert shown.title.endswith("for Multi-Agency Child Exploitation group")
    assert buttons(shown) == []


def test_the_business_team_hears_also_who_is_silent_what_waits_and_what_did_not_arrive() -> None:
    shown = digest(teams_week(), MONDAY, name)
    see_all = "All of them: signpost knowledge questions --from 2026-11-16 --to 2026-11-22"
    assert shown.lines == (
        "Reminded and silent: Nadia Shaw (Health)",
        "Escalations that wait: E-2026-0001",
        "Not delivered: 2. The command signpost outbox shows why.",
        "Agencies without anybody who can be reached: Probation",
        f"Questions without a good answer in the week before: 7 in 2 groups. {see_all}",
        "1a2b3c4d: 6, answered with “Refer to the front door” (lado, coach)",
        "5e6f7a8b: 1, answered with “Early help”",
    )
    assert buttons(shown) == ["approve", "refuse", "lead"]


def test_the_business_team_can_choose_a_lead_where_nobody_leads() -> None:
    shown = digest(replace(teams_week(), waiting=(), overdue=(action(), action("7.1", lead=None))), MONDAY, name)
    assert buttons(shown) == ["lead"]


def test_the_picture_is_words_first_and_its_bars_have_the_length_of_their_number() -> None:
    shown = digest(week("group"), MONDAY, name)
    picture = {one.label: one.value for one in shown.facts}
    assert list(picture) == ["Overdue", "Red", "Amber", "Green", "No colour", "Completed"]
    assert picture["Completed"].startswith("9 of 20 ") and picture["Completed"].count("▓") == 9
    assert picture["Red"].startswith("2 of 20 ") and picture["Red"].count("▓") == 2
    assert {len(value.split()[-1]) for value in picture.values()} == {20}


def test_one_of_thousands_still_shows_in_the_picture() -> None:
    shown = digest(replace(week("group"), counts=(("red", 1), ("green", 2999))), MONDAY, name)
    assert shown.facts[0].value == "1 of 3000 ▓" + "░" * 19


@pytest.mark.parametrize("count", [7, 40])
def test_what_finds_no_room_with_its_buttons_is_named_in_one_line(count: int) -> None:
    shown = digest(week("lead", count), MONDAY, name)
    assert headings(shown)[:2] == [f"Overdue: {count}", f"{count - 6} more"]
    assert f"\n{count}.1 Map the places" in shown.text


def test_changes_are_said_in_words_with_what_was_written() -> None:
    shown = digest(week("lead"), MONDAY, name).text
    assert "7.1 Map the places where children are at risk: done (“Minutes of November.”)" in shown
    assert "9.1 Map the places where children are at risk: a deed of a later version" in shown


def test_of_very_many_changes_the_last_are_counted() -> None:
    many = tuple(Change(action(f"{number}.1"), "comment", "Word. " * 90) for number in range(30))
    shown = digest(replace(week("lead"), changes=many), MONDAY, name)
    assert shown.parts[-1].title == "Changed since the last digest: 30"
    assert shown.parts[-1].lines[-1] == "10 more."
    assert max(map(len, shown.parts[-1].lines)) < 300


def test_what_is_to_be_decided_is_shown_once_and_still_counted_as_overdue() -> None:
    shown = digest(replace(week("chair"), waiting=(ASKED,), overdue=(ASKED, action("7.1"))), MONDAY, name)
    assert [part.title[:3] for part in shown.parts].count("6.2") == 1
    assert "Overdue: 2\n\nShown above, under what is to be decided: 1" in shown.text
    assert "not decided yet" not in shown.text


def test_everybody_but_the_lead_reads_who_leads() -> None:
    assert "Lead: Nadia Shaw (Health)" in digest(week("group"), MONDAY, name).text
    assert "Lead:" not in digest(week("lead"), MONDAY, name).text


def test_what_has_no_date_stands_under_its_own_heading_and_not_under_overdue() -> None:
    undated = tuple(action(f"{number}.1", None) for number in range(20, 28))
    shown = digest(replace(week("team", 2), role="business team", undated=undated), MONDAY, name)
    assert headings(shown)[:4] == ["Overdue: 2", "No date in the plan: 8", "4 more", "Due soon: 2"]
    assert "The plan's file lists them as overdue without saying since when." in shown.text
    assert all(f"{number}.1 Map the places" in shown.text for number in range(20, 28))
