"""What is said of the plan, drawn for Slack."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from bot.slack.render.escape import escaped
from bot.slack.render.form import view
from bot.slack.render.home import home_view
from bot.slack.render.message import message
from bot.wording.digest import digest
from bot.wording.message import Message
from bot.wording.plan_home import plan_home
from bot.wording.reminder import reminder
from tests.fake_slack.block_kit import faults_in_message, faults_in_view
from tests.fake_slack.mrkdwn import notifies_in
from tests.partnership.plan_samples import MONDAY, action, several
from tests.wording.planned import NOW, every_plan_form, every_plan_message, name, teams_week, week

from .helpers import HARM, LONG, words_in

EVERY = every_plan_message()


def pressed(drawn: dict[str, Any]) -> list[tuple[str, str]]:
    """Action and value of every button that can be pressed."""
    rows = [block["elements"] for block in drawn["blocks"] if block["type"] == "actions"]
    return [(one["action_id"], one["value"]) for row in rows for one in row]


def offered(notice: Message) -> list[tuple[str, str]]:
    every = [*notice.parts, replace(notice, parts=())]
    return [(one.action, one.value) for part in every for one in part.buttons]


@pytest.mark.parametrize("about", sorted(EVERY))
def test_every_message_about_the_plan_fits_with_all_its_buttons(about: str) -> None:
    drawn = message(EVERY[about])
    assert faults_in_message(drawn) == []
    assert sorted(pressed(drawn)) == sorted(offered(EVERY[about]))
    assert drawn["text"] == escaped(EVERY[about].text)
    assert "There is more than Slack can show here." not in words_in(drawn)


@pytest.mark.parametrize("about", ["reminder of 3", "reminder of 40", "digest for a lead of 40", "list of 40"])
def test_above_every_row_of_buttons_stands_the_action_that_they_are_for(about: str) -> None:
    drawn = message(EVERY[about])["blocks"]
    rows = [(before, block) for before, block in pairwise(drawn) if block["type"] == "actions"]
    assert len(rows) >= 3
    for before, row in rows:
        number = row["elements"][0]["value"].removesuffix("/soon").rsplit("/", 1)[1]
        assert before["text"]["text"].startswith(f"*{number} "), row


@pytest.mark.parametrize("count", [1, 40, 400])
def test_long_titles_and_comments_are_cut_before_any_button_is_lost(count: int) -> None:
    long: dict[str, Any] = {
        "title": "Map every place where a child may be at risk " * 8,
        "comment": LONG,
        "asked_reason": LONG,
    }
    heavy = [replace(one, **long) for one in several(count)]
    given = replace(teams_week(), overdue=tuple(heavy), due_soon=tuple(heavy), waiting=tuple(heavy))
    for notice in (reminder(heavy, MONDAY), digest(given, MONDAY, name), plan_home(heavy, None, NOW)[0]):
        drawn = message(notice)
        assert faults_in_message(drawn) == []
        assert sorted(pressed(drawn)) == sorted(offered(notice))


def test_markup_in_what_people_wrote_stays_letters() -> None:
    harm = action(title=HARM, comment=HARM, agency=HARM, snooze_reason=HARM, snoozed_until=MONDAY.replace(day=30))
    asked = replace(harm, asked_due=MONDAY.replace(day=30), asked_reason=HARM, asked_by="person:nadia")
    for notice in (reminder([harm], MONDAY), digest(replace(week("chair"), waiting=(asked,)), MONDAY, name)):
        drawn = message(notice)
        assert notifies_in(drawn) == []
        assert "<http" not in words_in(drawn)
        assert words_in(drawn).count(escaped(HARM)) >= 3


@pytest.mark.parametrize("about", sorted(every_plan_form()))
def test_every_form_can_be_shown(about: str) -> None:
    assert faults_in_view(view(every_plan_form()[about])) == []


def test_the_home_with_forty_actions_can_be_shown_and_names_all() -> None:
    drawn = home_view(plan_home(several(40), None, NOW))
    assert faults_in_view(drawn) == []
    assert [one.number for one in several(40) if f"{one.number} Map" not in words_in(drawn)] == []
