"""Who hears of a deed: whoever decides next, whoever waited for it, and nobody else."""

from dataclasses import replace
from datetime import date

from bot.partnership import plan_deeds as deeds
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person
from bot.partnership.plan_doing import Deed
from bot.partnership.plan_told import told
from tests.partnership.plan_people import BEN, CARA, EVERYONE, MONDAY, NADIA, PLAN_RULES, TOM, action, doing
from tests.partnership.samples import away

LATER = date(2026, 12, 18)
ASKED = replace(action(), asked_due=LATER, asked_reason="No trainer yet.", asked_by="person:nadia")


def heard(deed: Deed, people: list[Person] | None = None) -> list[tuple[str, str, str]]:
    """Kind, receiver and deed of each notice."""
    return [(one.kind, one.to, one.data["deed"]) for one in notices(deed, people)]


def notices(deed: Deed, people: list[Person] | None = None) -> list[Notice]:
    assert deed.event is not None
    return told(deed.event, deed.action, people or EVERYONE, PLAN_RULES)


def test_the_chair_is_asked_for_a_new_date() -> None:
    asked = deeds.ask_new_date(action(), doing(NADIA), LATER, "No trainer yet.")
    assert heard(asked) == [("plan_task", "person:cara", "approve_new_date")]


def test_without_a_chair_who_is_there_the_business_team_decides() -> None:
    asked = deeds.ask_new_date(action(), doing(NADIA), LATER, "No trainer yet.")
    to_team = [("plan_task", TEAM, "approve_new_date")]
    absent = away(CARA, MONDAY.date())
    assert heard(asked, [BEN, absent, NADIA]) == to_team
    assert heard(asked, [BEN, NADIA]) == to_team
    deputised = away(CARA, MONDAY.date(), deputy=TOM)
    assert heard(asked, [BEN, deputised, NADIA, TOM]) == [("plan_task", "person:tom", "approve_new_date")]
    assert heard(deeds.ask_new_date(action(group=""), doing(NADIA), LATER, "No trainer.")) == to_team


def test_a_chair_who_asks_is_not_asked() -> None:
    asked = deeds.ask_new_date(action(lead="cara"), doing(CARA), LATER, "No trainer yet.")
    assert heard(asked) == [("plan_task", TEAM, "approve_new_date")]


def test_whoever_asked_hears_the_decision() -> None:
    assert heard(deeds.approve_new_date(ASKED, doing(CARA))) == [("plan_told", "person:nadia", "approve_new_date")]
    refused = deeds.refuse_new_date(ASKED, doing(BEN), "It cannot wait.")
    assert heard(refused) == [("plan_told", "person:nadia", "refuse_new_date")]


def test_the_business_team_hears_of_not_mine_and_the_new_lead_of_the_action() -> None:
    assert heard(deeds.not_mine(action(), doing(NADIA))) == [("plan_task", TEAM, "assign_lead")]
    assert heard(deeds.assign_lead(action(), doing(BEN), TOM)) == [("plan_told", "person:tom", "assign_lead")]
    assert heard(deeds.assign_lead(action(), doing(BEN), BEN)) == []  # they know


def test_what_needs_nobody_is_told_to_nobody() -> None:
    assert heard(deeds.done(action(), doing(NADIA), "Seen.")) == []
    assert heard(deeds.comment(action(), doing(NADIA), "Soon.")) == []
    assert heard(deeds.snooze(action(), doing(NADIA), date(2026, 11, 30), "Waiting.")) == []


def test_each_change_has_its_own_keys() -> None:
    asked = deeds.ask_new_date(action(), doing(NADIA), LATER, "No trainer yet.")
    again = deeds.ask_new_date(asked.action, doing(NADIA), date(2027, 1, 8), "Nor then.")
    keys = [one.key for deed in (asked, again) for one in notices(deed)]
    assert len(set(keys)) == 2
