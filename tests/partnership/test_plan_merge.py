"""A plan file read again: what the file changed is taken over, what people did since is kept."""

from dataclasses import replace
from datetime import date

from bot.partnership.plan import Action, Progress, Rag
from bot.partnership.plan_merge import known_groups, known_leads, merged, prepared, said
from tests.partnership.plan_people import DUE, EVERYONE, NADIA, PLAN_RULES, action

FILE = action(lead_words="Nadia Shaw", comment="On the agenda.", rag=Rag.AMBER)
LATER = date(2026, 12, 18)


def again(current: Action, file: Action) -> Action:
    return merged(current, said(FILE), file).action


def test_the_same_file_changes_nothing_whatever_people_did() -> None:
    worked_on = replace(FILE, due=LATER, extensions=1, comment="New.", progress=Progress.DONE, lead="tom", version=4)
    assert merged(worked_on, said(FILE), FILE).changed == ()
    assert again(worked_on, FILE) == worked_on


def test_what_the_file_changed_is_taken_over_and_the_rest_is_kept() -> None:
    worked_on = replace(FILE, due=LATER, extensions=1, comment="New.", snoozed_until=LATER)
    file = replace(FILE, title="Another title", rag=Rag.RED)
    assert again(worked_on, file) == replace(worked_on, title="Another title", rag=Rag.RED)
    assert set(merged(worked_on, said(FILE), file).changed) == {"title", "rag"}


def test_a_date_that_the_file_changed_holds() -> None:
    extended = replace(FILE, due=LATER, extensions=1)
    assert again(extended, replace(FILE, due=date(2027, 1, 29))).due == date(2027, 1, 29)


def test_a_date_that_waited_for_approval_is_granted_by_the_file() -> None:
    asked = replace(FILE, asked_due=LATER, asked_reason="No trainer.", asked_by="person:nadia")
    assert again(asked, replace(FILE, due=LATER)).asked_due is None
    assert again(asked, replace(FILE, due=date(2027, 1, 29))).asked_due == LATER


def test_a_lead_whom_the_team_found_stays_until_the_file_names_somebody_else() -> None:
    found = replace(FILE, lead="tom", not_mine=False)
    assert again(found, FILE).lead == "tom"
    assert again(found, replace(FILE, lead="omar", lead_words="Omar Reid")).lead == "omar"
    assert again(found, replace(FILE, lead=None, lead_words="To be confirmed")).lead == "tom"


def test_a_lead_who_is_known_only_now_is_taken() -> None:
    unknown = replace(FILE, lead=None)
    assert merged(unknown, said(FILE), FILE).changed == ("lead",)
    assert again(unknown, FILE).lead == "nadia"


def test_another_lead_in_the_file_ends_not_mine() -> None:
    given_back = replace(FILE, not_mine=True)
    assert again(given_back, FILE).not_mine
    assert not again(given_back, replace(FILE, lead="omar", lead_words="Omar Reid")).not_mine


def test_what_comes_back_into_the_file_is_open_again() -> None:
    dropped = replace(FILE, progress=Progress.DROPPED)
    assert merged(dropped, said(FILE), FILE).changed == ("progress",)
    assert again(dropped, FILE).is_open


def test_a_lead_and_a_group_are_found_by_any_name_that_is_clear() -> None:
    leads, groups = known_leads(EVERYONE), known_groups(PLAN_RULES)
    written = action(lead=None, lead_words="  nadia  SHAW ", group="Multi-Agency Child Exploitation group")
    assert prepared(written, leads, groups).lead == "nadia"
    assert prepared(written, leads, groups).group == "mace"
    assert prepared(replace(written, lead_words="ben@LSCP.example"), leads, groups).lead == "ben"
    assert prepared(replace(written, lead_words="Head of service"), leads, groups).lead is None
    assert prepared(replace(written, group="A task group"), leads, groups).group == "A task group"


def test_a_name_that_means_two_people_means_nobody() -> None:
    twice = known_leads([NADIA, replace(NADIA, id="nadia-2", email=None)])
    assert "nadia shaw" not in twice
    assert twice["nadia-2"] == "nadia-2"


def test_what_the_file_said_can_be_kept_as_plain_values() -> None:
    assert said(FILE)["due"] == DUE.isoformat()
    assert said(action(due=None))["due"] is None
    assert {type(value) for value in said(FILE).values()} <= {str, int, type(None), Rag, Progress}
