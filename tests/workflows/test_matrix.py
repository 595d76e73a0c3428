"""The action matrix on both databases: reminders, responses, failures, and the letter that only a person sends."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.partnership.notices import TEAM
from bot.partnership.refusal import Refused
from bot.store import history, outbox, people
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows import matrix, meetings
from bot.workflows.due import clean, tick
from knowledge.knowledge import Knowledge
from tests.partnership.gathered import ASHA, BEN, CARYS, EVERYONE, LENA, OMAR, PRIYA, STELLA, person_away, without
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.gathering import TEAM_MEMBER, added, at, given, mornings, told
from tests.workflows.post_room import PostRoom

RECEIVED = date(2026, 11, 23)
DUE = date(2026, 12, 7)
PRIYAS = "slack:U_PRIYA"


@pytest.fixture
def office(store: Store) -> Store:
    """A store with the invented people."""
    do(store, people.replace_all, EVERYONE)
    return store


def answer(store: Store, item: str, on: date, who: str = TEAM_MEMBER) -> None:
    do(store, matrix.respond, RULES, at(on), who, item, "Sent.", on)


def about_item(found: list[tuple[str, str]]) -> list[str]:
    return [to for to, subject in found if "/" in subject]


@pytest.mark.parametrize(
    ("received", "reminded"),
    [
        (RECEIVED, [date(2026, 11, 30), date(2026, 12, 3), date(2026, 12, 7), date(2026, 12, 8)]),
        # over Christmas
        (date(2026, 12, 16), [date(2026, 12, 23), date(2026, 12, 30), date(2027, 1, 4), date(2027, 1, 5)]),
        # over Easter and into summer time
        (date(2027, 3, 15), [date(2027, 3, 22), date(2027, 3, 25), date(2027, 3, 31), date(2027, 4, 1)]),
        # over the end of summer time
        (date(2026, 10, 12), [date(2026, 10, 19), date(2026, 10, 22), date(2026, 10, 26), date(2026, 10, 27)]),
    ],
)
def test_an_unanswered_item_is_reminded_of_on_four_days_when_the_office_opens(
    office: Store, received: date, reminded: list[date]
) -> None:
    given(office, received)
    found = {}
    for day in mornings(received, received + timedelta(days=24)):
        assert about_item(told(office, at(day, 8, 59), 1)) == []
        if people_told := about_item(told(office, at(day, 9), 2)):
            found[day] = people_told
        assert about_item(told(office, at(day, 17), 1)) == []
    assert found == {day: ["person:priya"] for day in reminded}


def test_a_clock_that_stood_still_reminds_once_and_on_the_next_working_day(office: Store) -> None:
    given(office, RECEIVED)
    assert about_item(told(office, at(date(2026, 12, 5)))) == []  # a Saturday
    assert about_item(told(office, at(date(2026, 12, 6)))) == []
    assert about_item(told(office, at(DUE))) == ["person:priya"]
    assert about_item(told(office, at(DUE, 16))) == []


async def test_several_replicas_that_ask_at_once_remind_once(office: Store, store_url: str) -> None:
    given(office, RECEIVED)
    replicas = [office, *(Store(make_engine(store_url)) for _ in range(2))]
    now = at(date(2026, 11, 30))
    await asyncio.gather(*(one.run(tick, RULES, now) for one in replicas * 3))
    for other in replicas[1:]:
        other.close()
    assert [one.to for one in do(office, outbox.waiting) if one.kind == "matrix"] == ["person:priya"]


def test_what_was_reminded_is_not_reminded_again_when_old_notices_are_deleted(office: Store) -> None:
    given(office, RECEIVED)
    assert about_item(told(office, at(date(2026, 12, 8)))) == ["person:priya"]
    for one in do(office, outbox.waiting):
        do(office, outbox.settle, one.id, at(date(2026, 12, 8)), {})
    later = at(date(2026, 12, 8)) + timedelta(days=RULES.kept_days.notices + 1)
    do(office, clean, RULES, later)
    assert do(office, outbox.counts).get("sent", 0) == 0
    assert about_item(told(office, later)) == []


def test_only_a_recorded_response_stops_the_clock(office: Store) -> None:
    one = given(office, RECEIVED)
    do(office, matrix.acknowledge, RULES, at(RECEIVED), PRIYAS, one.id)
    assert about_item(told(office, at(date(2026, 11, 30)))) == ["person:priya"]
    answer(office, one.id, date(2026, 12, 1))
    assert about_item(told(office, at(date(2026, 12, 8)))) == []


def test_while_the_lead_is_away_the_deputy_is_reminded_and_without_anybody_the_business_team(office: Store) -> None:
    given(office, RECEIVED)
    absent = person_away(PRIYA, date(2026, 11, 30), deputy=OMAR)
    do(office, people.replace_all, [BEN, ASHA, absent, OMAR])
    assert about_item(told(office, at(date(2026, 11, 30)))) == ["person:omar"]
    do(office, people.replace_all, without(PRIYA, OMAR))
    assert about_item(told(office, at(date(2026, 12, 3)))) == [TEAM]


def test_the_second_failure_of_an_agency_puts_a_letter_before_the_business_manager_once(office: Store) -> None:
    given(office, date(2026, 9, 1))
    first = [(one.to, one.subject) for one in added(office, at(date(2026, 9, 16)))]
    assert ("person:ben", "mace-2026-09-01/1") not in first
    given(office, RECEIVED)
    assert about_item(told(office, at(DUE))) == ["person:priya"]
    letters = [to for to in about_item(told(office, at(date(2026, 12, 8)))) if to != "person:priya"]
    assert letters == ["person:ben", "person:stella"]
    assert about_item(told(office, at(date(2026, 12, 9)))) == []


def test_each_further_failure_leads_to_a_further_letter_and_those_of_one_day_to_one(office: Store) -> None:
    given(office, RECEIVED, "One.")
    given(office, RECEIVED, "Two.")
    given(office, RECEIVED, "Three.")
    found = about_item(told(office, at(date(2026, 12, 8))))
    assert found == ["person:ben", "person:priya", "person:stella"]
    given(office, date(2026, 12, 14), "Four.")
    assert "person:ben" in about_item(told(office, at(date(2027, 1, 4))))


def test_failures_of_two_agencies_are_not_added_up(office: Store) -> None:
    given(office, RECEIVED)
    given(office, RECEIVED, agency="Health")
    assert about_item(told(office, at(date(2026, 12, 8)))) == ["person:nadia", "person:priya"]


def test_a_late_response_that_is_recorded_before_the_clock_looked_still_counts(office: Store) -> None:
    for words in ("One.", "Two."):
        item = given(office, RECEIVED, words)
        told(office, at(DUE))
        do(office, matrix.respond, RULES, at(date(2026, 12, 8), 8), TEAM_MEMBER, item.id, "Sent.", date(2026, 12, 8))
    assert about_item(told(office, at(date(2026, 12, 8)))) == ["person:ben", "person:stella"]


def test_what_was_taken_off_before_the_second_failure_leads_to_no_letter(office: Store) -> None:
    first = given(office, date(2026, 9, 1))
    told(office, at(date(2026, 9, 16)))
    do(office, matrix.strike, RULES, at(date(2026, 9, 17)), TEAM_MEMBER, first.id, "Answered by telephone in time.")
    given(office, RECEIVED)
    assert "person:ben" not in about_item(told(office, at(date(2026, 12, 8))))
    with pytest.raises(Refused, match="Police has 1 of the 2 failures that lead to a letter"):
        do(office, matrix.letter_draft, RULES, at(date(2026, 12, 8)), TEAM_MEMBER, "police")


async def test_the_manager_reads_what_failed_and_how_to_write_the_draft_and_the_partners_that_there_is_one(
    office: Store, knowledge: Knowledge
) -> None:
    given(office, RECEIVED, "Send the figures.")
    given(office, RECEIVED, "Name a deputy.")
    do(office, tick, RULES, at(date(2026, 12, 8)))
    said = dict(await PostRoom(office, knowledge).deliver(at(date(2026, 12, 8))))
    manager, partner, lead = (said[f"person:{one.id}"].text for one in (BEN, STELLA, PRIYA))
    assert "Police did not answer 2 actions in time. Signpost sends no letter: you do." in manager
    assert 'signpost matrix letter "Police" --out letter.docx' in manager
    assert "Send the figures." in manager and LENA.name in manager and STELLA.name in manager
    assert "The business manager has the draft of a letter" in partner
    assert "A response that comes late still counts as a failure." in manager
    assert "our reading, which the partnership has not confirmed" in manager and "our reading" in lead
    assert "Police: 2 actions need a response, and the last day has passed" in lead
    assert "Last day for a response: Monday 7 December." in lead


async def test_a_letter_about_what_was_taken_off_meanwhile_is_not_told(office: Store, knowledge: Knowledge) -> None:
    one = given(office, RECEIVED, "One.")
    given(office, RECEIVED, "Two.")
    do(office, tick, RULES, at(date(2026, 12, 8)))
    do(office, matrix.strike, RULES, at(date(2026, 12, 8)), TEAM_MEMBER, one.id, "Given in error.")
    said = await PostRoom(office, knowledge).deliver(at(date(2026, 12, 8)))
    assert [to for to, _ in said if to != TEAM] == ["person:priya"]
    assert "an action needs a response" in dict(said)["person:priya"].title


async def test_a_reminder_of_what_was_answered_meanwhile_is_not_sent(office: Store, knowledge: Knowledge) -> None:
    one = given(office, RECEIVED)
    do(office, tick, RULES, at(date(2026, 11, 30)))
    answer(office, one.id, date(2026, 11, 30))
    said = await PostRoom(office, knowledge).deliver(at(date(2026, 11, 30)))
    assert [to for to, _ in said if to == "person:priya"] == []


async def test_a_reminder_that_could_not_go_in_office_hours_goes_on_the_next_working_day(
    office: Store, knowledge: Knowledge
) -> None:
    given(office, RECEIVED)
    do(office, tick, RULES, at(date(2026, 12, 3), 16, 59))
    assert await PostRoom(office, knowledge).deliver(at(date(2026, 12, 3), 17)) == []
    assert await PostRoom(office, knowledge).deliver(at(date(2026, 12, 4), 8, 58)) == []
    said = await PostRoom(office, knowledge).deliver(at(date(2026, 12, 4), 9))
    assert "person:priya" in dict(said)


async def test_the_agency_can_answer_itself_and_the_business_team_gets_the_response(
    office: Store, knowledge: Knowledge
) -> None:
    one = given(office, RECEIVED)
    item = do(office, matrix.respond, RULES, at(DUE, 16), PRIYAS, one.id, "The figures are in.", date(2026, 11, 24))
    assert item.responded_on == DUE  # only the business team says that it came on another day
    said = dict(await PostRoom(office, knowledge).deliver(at(DUE, 16)))
    assert "Priya Shah (Police) responded on Monday 7 December." in said[TEAM].text
    assert "The figures are in." in said[TEAM].text


def test_who_does_not_speak_for_the_agency_learns_nothing_of_an_item(office: Store) -> None:
    one = given(office, RECEIVED)
    for who in ("slack:U_NADIA", "slack:U_TOM", "slack:U_NOBODY"):
        with pytest.raises(Refused, match="that you can see"):
            do(office, matrix.acknowledge, RULES, at(RECEIVED), who, one.id)
        with pytest.raises(Refused, match=f"There is no item {one.id} of the matrix that you can see"):
            do(office, matrix.respond, RULES, at(RECEIVED), who, one.id, "Done.")
    with pytest.raises(Refused, match="Only the partnership's business team"):
        do(office, matrix.strike, RULES, at(RECEIVED), PRIYAS, one.id, "Not ours.")
    with pytest.raises(Refused, match="Only the partnership's business team"):
        do(office, matrix.letter_draft, RULES, at(RECEIVED), PRIYAS, "Police")


def test_the_same_action_given_again_is_the_same_item(office: Store) -> None:
    one = given(office, RECEIVED)
    again = do(office, matrix.give, RULES, at(RECEIVED), TEAM_MEMBER, one.meeting, " police ", one.words, RECEIVED)
    assert (again.item, again.was_there) == (one, True)
    other = do(office, matrix.give, RULES, at(RECEIVED), TEAM_MEMBER, one.meeting, "POLICE", "Another.", RECEIVED)
    assert (other.item.id, other.item.agency, other.was_there) == ("mace-2026-11-23/2", "Police", False)


def test_an_action_needs_a_known_meeting_agency_and_person(office: Store) -> None:
    one = given(office, RECEIVED)
    arguments = (RULES, at(RECEIVED), TEAM_MEMBER)
    with pytest.raises(Refused, match="There is no meeting mace-2026-01-05"):
        do(office, matrix.give, *arguments, "mace-2026-01-05", "Police", "Act.", RECEIVED)
    with pytest.raises(Refused, match=r"No agency is called 'Polise'\. Known are: .*Police"):
        do(office, matrix.give, *arguments, one.meeting, "Polise", "Act.", RECEIVED)
    with pytest.raises(Refused, match="Nobody in the people file has the id 'nobody'"):
        do(office, matrix.give, *arguments, one.meeting, "Police", "Act.", RECEIVED, "nobody")
    with pytest.raises(Refused, match="Carys Model belongs to Independent, so cannot answer for Police"):
        do(office, matrix.give, *arguments, one.meeting, "Police", "Act.", RECEIVED, CARYS.id)


def test_every_step_is_a_line_of_the_history_without_typed_words(office: Store) -> None:
    one = given(office, RECEIVED)
    do(office, matrix.acknowledge, RULES, at(RECEIVED), PRIYAS, one.id)
    answer(office, one.id, date(2026, 12, 8))
    do(office, matrix.strike, RULES, at(date(2026, 12, 9)), TEAM_MEMBER, one.id, "It came in time.")
    lines = do(office, history.of_subject, f"M:{one.id}")
    assert [(line.event.deed, line.event.who) for line in lines] == [
        ("give", "person:ben"),
        ("acknowledge", "person:priya"),
        ("respond", "person:ben"),
        ("strike", "person:ben"),
    ]
    assert [line.event.words for line in lines] == [None] * 4
    assert do(office, history.faults) == []


def test_a_meeting_with_actions_cannot_be_cancelled(office: Store) -> None:
    one = given(office, RECEIVED)
    with pytest.raises(Refused, match="has attendance or actions, so it was held"):
        do(office, meetings.cancel, RULES, at(RECEIVED), TEAM_MEMBER, one.meeting, "No quorum.")
