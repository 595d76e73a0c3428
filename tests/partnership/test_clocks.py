"""What time alone brings about: the warning, the limit, and the search for somebody who acknowledges."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.partnership.clocks import deadline, due_notices
from bot.partnership.escalation import Escalation, Kind, State
from bot.partnership.notices import TEAM, TEAM_MAIL
from bot.partnership.people import Person
from knowledge.hours import LONDON
from tests.partnership.samples import ASHA, BEN, MONDAY, NADIA, OMAR, REF, RULES, TOM, away, clock, item

PEOPLE = [BEN, ASHA, NADIA, OMAR]
MINUTE = timedelta(minutes=1)
SEEN = State.ACKNOWLEDGED


def due(one: Escalation, now: datetime, people: list[Person] | None = None) -> set[tuple[str, str]]:
    """Kind and receiver of what is due, without the cards."""
    found = due_notices(one, now, RULES, people or PEOPLE)
    return {(notice.kind, notice.to) for notice in found if notice.kind != "card"}


@pytest.mark.parametrize(
    ("one", "limit"),
    [
        (item(stage=1), clock(2026, 11, 24, 17)),
        (item(stage=2), clock(2026, 11, 25, 17)),
        (item(stage=3), clock(2026, 11, 30, 17)),
        (item(stage=4), clock(2026, 12, 7, 17)),
        (item(Kind.CONCERN), clock(2026, 11, 30, 17)),
        (item(stage=4, danger=True), clock(2026, 11, 23, 17)),
        (item(Kind.CONCERN, danger=True), clock(2026, 11, 23, 17)),
        (item(danger=True, at=clock(2026, 11, 20, 17, 5)), clock(2026, 11, 23, 17)),
        (item(stage=2, at=clock(2026, 12, 23, 12)), clock(2026, 12, 29, 17)),
        (item(stage=2, at=clock(2027, 3, 24, 12)), clock(2027, 3, 30, 17)),
        (item(stage=2, at=clock(2026, 10, 23, 12)), clock(2026, 10, 27, 17)),
        (replace(item(), stage=9), clock(2026, 11, 30, 17)),  # a stage that the file no longer has
    ],
)
def test_the_limit_follows_the_stage_the_kind_and_the_danger(one: Escalation, limit: datetime) -> None:
    assert deadline(one, RULES) == limit


@pytest.mark.parametrize("state", [State.RESOLVED, State.WITHDRAWN, State.DUPLICATE])
def test_a_closed_one_has_no_limit_and_brings_about_nothing(state: State) -> None:
    closed = item(state=state, owner=NADIA, danger=True)
    assert deadline(closed, RULES) is None
    assert due_notices(closed, MONDAY + timedelta(days=60), RULES, PEOPLE) == []


@pytest.mark.parametrize(
    ("raised_at", "near", "limit"),
    [
        (clock(2026, 11, 20, 10), clock(2026, 11, 23, 15), clock(2026, 11, 23, 17)),  # over a weekend
        (clock(2026, 12, 24, 10), clock(2026, 12, 29, 15), clock(2026, 12, 29, 17)),  # over Christmas 2026
        (clock(2027, 3, 25, 10), clock(2027, 3, 30, 15), clock(2027, 3, 30, 17)),  # Easter 2027, summer time begins
        (clock(2026, 10, 23, 10), clock(2026, 10, 26, 15), clock(2026, 10, 26, 17)),  # summer time ends
    ],
)
def test_the_team_and_the_owner_are_warned_before_the_limit_and_told_with_the_requester_when_it_passes(
    raised_at: datetime, near: datetime, limit: datetime
) -> None:
    one = item(at=raised_at, state=SEEN, owner=NADIA)
    assert due(one, near - MINUTE) == set()
    assert due(one, near) == due(one, limit - MINUTE) == {("limit_near", TEAM), ("limit_near", "person:nadia")}
    told = {("limit_passed", TEAM), ("limit_passed", TOM.id), ("limit_passed", "person:nadia")}
    assert due(one, limit) == due(one, limit + timedelta(days=9)) == told


def test_a_passed_limit_is_urgent_and_draws_the_card_anew() -> None:
    found = due_notices(item(state=SEEN), clock(2026, 11, 24, 17), RULES, PEOPLE)
    assert {one.urgent for one in found if one.kind == "limit_passed"} == {True}
    assert [one.to for one in found if one.kind == "card"] == [TEAM]


def test_the_same_moment_asked_again_gives_the_same_keys_and_a_new_stage_new_ones() -> None:
    now = clock(2026, 11, 24, 17)
    keys = {one.key for one in due_notices(item(), now, RULES, PEOPLE)}
    assert keys == {one.key for one in due_notices(item(), now + MINUTE, RULES, PEOPLE)}
    moved = replace(item(), stage_since=MONDAY + MINUTE)
    limits = {one.key for one in due_notices(moved, now, RULES, PEOPLE) if one.kind != "unacknowledged"}
    assert not limits & keys


def test_while_the_owner_is_away_the_deputy_is_told() -> None:
    now = clock(2026, 11, 24, 16)
    absent = away(NADIA, now.astimezone(LONDON).date(), deputy=OMAR)
    one = item(state=SEEN, owner=NADIA)
    assert due(one, now, [BEN, ASHA, absent, OMAR]) == {("limit_near", TEAM), ("limit_near", "person:omar")}
    assert due(one, now, [BEN, ASHA, away(NADIA, now.astimezone(LONDON).date())]) == {("limit_near", TEAM)}


def test_an_owner_who_is_no_longer_in_the_people_file_stops_nothing() -> None:
    assert due(item(state=SEEN, owner=NADIA), clock(2026, 11, 24, 16), [BEN, ASHA]) == {("limit_near", TEAM)}


STEPS = [("person:ben", 60), ("person:asha", 120), (TEAM_MAIL, 240)]
DANGER_STEPS = [("person:ben", 15), (TEAM_MAIL, 30)]


@pytest.mark.parametrize(("danger", "steps"), [(False, STEPS), (True, DANGER_STEPS)])
def test_without_an_acknowledgement_the_next_person_hears_and_at_last_the_mailbox(
    danger: bool, steps: list[tuple[str, int]]
) -> None:
    one = item(stage=4, danger=danger)
    told: set[tuple[str, str]] = set()
    for to, minutes in steps:
        assert due(one, MONDAY + (minutes - 1) * MINUTE) == told
        told |= {("unacknowledged", to)}
        assert due(one, MONDAY + minutes * MINUTE) == told


@pytest.mark.parametrize(
    ("raised_at", "first"),
    [
        (clock(2026, 11, 20, 17, 5), clock(2026, 11, 23, 10)),
        (clock(2026, 12, 24, 16, 30), clock(2026, 12, 29, 9, 30)),
        (clock(2027, 3, 25, 16, 30), clock(2027, 3, 30, 9, 30)),
        (clock(2026, 10, 23, 16, 30), clock(2026, 10, 26, 9, 30)),
    ],
)
def test_nobody_is_sought_while_the_office_is_closed(raised_at: datetime, first: datetime) -> None:
    one = item(stage=4, at=raised_at)
    assert due(one, first - MINUTE) == set()
    assert due(one, first) == {("unacknowledged", "person:ben")}


def test_an_acknowledgement_ends_the_search_and_reopening_begins_it_anew() -> None:
    later = MONDAY + timedelta(minutes=90)
    assert due(item(stage=4, state=SEEN), later) == set()
    again = replace(item(stage=4), waiting_since=MONDAY + timedelta(minutes=60))
    assert due(again, later) == set()
    keys = {one.key for one in due_notices(item(stage=4), later, RULES, PEOPLE)}
    assert not keys & {one.key for one in due_notices(again, later + timedelta(minutes=30), RULES, PEOPLE)}


def test_whoever_is_away_is_passed_over_and_a_small_team_hears_by_mail_sooner() -> None:
    now = MONDAY + timedelta(minutes=120)
    today = MONDAY.astimezone(LONDON).date()
    one = item(stage=4)
    assert due(one, now, [away(BEN, today), ASHA]) == {("unacknowledged", "person:asha"), ("unacknowledged", TEAM_MAIL)}
    assert due(one, now, [away(BEN, today, deputy=OMAR), ASHA, OMAR]) == {
        ("unacknowledged", "person:omar"),
        ("unacknowledged", "person:asha"),
    }


def test_every_notice_of_time_speaks_of_its_escalation() -> None:
    found = due_notices(item(danger=True, owner=NADIA), clock(2026, 11, 24, 17), RULES, PEOPLE)
    assert {one.subject for one in found} == {REF}
    assert len({one.key for one in found}) == len(found) > 5
