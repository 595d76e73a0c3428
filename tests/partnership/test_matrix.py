"""The action matrix: ten working days for a response, and what counts as a failure."""

from dataclasses import replace
from datetime import date

import pytest

from bot.partnership.days import looks
from bot.partnership.letters_due import draft, letter_notices
from bot.partnership.matrix import MatrixItem, failures, letter_due
from bot.partnership.matrix_deeds import acknowledge, give, may_answer, respond, strike
from bot.partnership.matrix_reminders import answers_for, next_look, reminders
from bot.partnership.meeting_deeds import cancel
from bot.partnership.notices import TEAM
from bot.partnership.refusal import Refused
from tests.partnership.gathered import (
    ASHA,
    BEN,
    EVERYONE,
    LATER,
    LENA,
    MET,
    NADIA,
    OMAR,
    PLAN,
    PRIYA,
    STELLA,
    TOM,
    acting,
    item,
    meeting,
    person_away,
    without,
)

RULE = PLAN.matrix
DUE = date(2026, 12, 7)  # ten working days after the 23rd of November


def answered(one: MatrixItem, on: date) -> MatrixItem:
    return respond(one, "Done.", on, "person:priya", LATER)


@pytest.mark.parametrize(
    ("received", "half", "two_before", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 3), date(2026, 12, 7)),
        (date(2026, 11, 28), date(2026, 12, 4), date(2026, 12, 9), date(2026, 12, 11)),  # a Saturday
        (date(2026, 12, 16), date(2026, 12, 23), date(2026, 12, 30), date(2027, 1, 4)),  # over Christmas
        (date(2027, 3, 15), date(2027, 3, 22), date(2027, 3, 25), date(2027, 3, 31)),  # over Easter, into summer time
        (date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 22), date(2026, 10, 26)),  # over the end of summer time
    ],
)
def test_a_response_is_due_ten_working_days_after_receipt_and_reminded_of_on_four_days(
    received: date, half: date, two_before: date, last: date
) -> None:
    one = item(received)
    assert one.due_on == last
    *before, passed = looks(one.due_on, RULE.remind_before_working_days)
    assert before == [half, two_before, last]
    assert passed > last
    assert one.remind_on == half


def test_the_day_after_the_last_day_is_the_next_working_day() -> None:
    assert looks(date(2026, 12, 24), (2,))[-1] == date(2026, 12, 29)


def test_acknowledging_is_not_answering() -> None:
    one = acknowledge(item(), date(2026, 11, 24))
    assert one.acknowledged_on == date(2026, 11, 24)
    assert one.waits
    assert reminders([one], DUE, RULE, EVERYONE) != []
    assert failures([one], date(2026, 12, 8), RULE) == [one]
    assert acknowledge(one, date(2026, 11, 25)) == one


def test_a_response_in_time_ends_reminders_and_is_no_failure() -> None:
    one = answered(item(), DUE)
    assert (one.waits, one.remind_on, next_look(one, RULE)) == (False, None, None)
    assert reminders([one], date(2026, 12, 8), RULE, EVERYONE) == []
    assert failures([one], LATER, RULE) == []


def test_a_late_response_still_counts_as_a_failure_and_no_response_counts_from_the_day_after() -> None:
    late = answered(item(), date(2026, 12, 8))
    assert failures([late], LATER, RULE) == [late]
    silent = item()
    assert failures([silent], DUE, RULE) == []
    assert failures([silent], date(2026, 12, 8), RULE) == [silent]


def test_the_partnership_can_say_that_a_late_response_is_no_failure() -> None:
    lenient = RULE.model_copy(update={"late_counts": False})
    assert failures([answered(item(), date(2026, 12, 8))], LATER, lenient) == []
    assert failures([item()], LATER, lenient) != []


def test_an_item_that_was_taken_off_is_no_failure_even_after_a_late_response() -> None:
    assert failures([strike(item(), "Given twice.", LATER)], LATER, RULE) == []
    assert failures([strike(answered(item(), date(2026, 12, 8)), "It came in time.", LATER)], LATER, RULE) == []


def test_failures_need_not_follow_one_another_and_are_never_too_old() -> None:
    first, kept, second = item(date(2025, 3, 3)), answered(item(date(2025, 9, 1)), date(2025, 9, 2)), item()
    assert letter_due([first, kept], LATER, RULE) == []
    assert letter_due([second, kept, first], LATER, RULE) == [first, second]


def test_a_letter_is_due_at_the_second_failure_and_again_at_each_further_one() -> None:
    first, second, third = item(date(2026, 9, 1)), item(date(2026, 10, 1)), item()
    assert letter_due([first], LATER, RULE) == []
    assert letter_due([first, second], LATER, RULE) == [first, second]
    written = [replace(one, letter_on=LATER) for one in (first, second)]
    assert letter_due(written, LATER, RULE) == []
    assert letter_due([*written, third], LATER, RULE) == [*written, third]


def test_reminders_go_to_the_responsible_person_or_the_lead_or_their_deputy_and_else_to_the_business_team() -> None:
    day = date(2026, 12, 3)
    absent = [person_away(PRIYA, day, deputy=OMAR) if one is PRIYA else one for one in EVERYONE]
    assert answers_for(item(person=OMAR), EVERYONE, day) == OMAR
    assert answers_for(item(), EVERYONE, day) == PRIYA
    assert answers_for(item(), absent, day) == OMAR
    assert answers_for(item(person=OMAR), without(OMAR), day) == PRIYA
    assert answers_for(item(), without(PRIYA, OMAR), day) is None
    assert answers_for(item(), without(PRIYA), day) == OMAR  # who stands in for her
    assert [one.to for one in reminders([item()], day, RULE, without(PRIYA, OMAR))] == [TEAM]


def test_one_person_gets_one_reminder_for_all_items_of_that_day() -> None:
    given = [item(number=1), item(number=2), item(number=3, agency="Health")]
    found = {one.to: one.data["items"] for one in reminders(given, DUE, RULE, EVERYONE)}
    assert found == {"person:priya": "mace-2026-11-23/1,mace-2026-11-23/2", "person:nadia": "mace-2026-11-23/3"}


def test_reminders_that_were_missed_become_one() -> None:
    found = reminders([item()], date(2026, 12, 9), RULE, EVERYONE)
    assert [one.key for one in found] == ["matrix:mace-2026-11-23/1:2026-12-08:person:priya"]
    looked = replace(item(), looked_on=date(2026, 12, 9))
    assert reminders([looked], date(2026, 12, 10), RULE, EVERYONE) == []
    assert next_look(looked, RULE) is None


@pytest.mark.parametrize(
    ("received", "today", "sentence"),
    [
        (date(2026, 11, 20), LATER, "cannot have been received before the meeting on 2026-11-23"),
        (date(2026, 11, 25), date(2026, 11, 24), "2026-11-25 lies in the future"),
        (date(2026, 11, 20), date(2026, 11, 20), "was not held"),
    ],
)
def test_a_wrong_day_of_receipt_is_refused(received: date, today: date, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        give(meeting(), 1, "Police", "Send the figures.", received, today, RULE)


def test_a_meeting_that_was_cancelled_gives_no_action() -> None:
    with pytest.raises(Refused, match="was not held"):
        give(cancel(meeting(), "No quorum.", MET), 1, "Police", "Send the figures.", MET, LATER, RULE)


def test_a_response_needs_words_and_a_day_that_can_be() -> None:
    with pytest.raises(Refused, match="Write the response in a sentence"):
        respond(item(), "  ", DUE, "person:priya", LATER)
    with pytest.raises(Refused, match="lies in the future"):
        respond(item(), "Done.", DUE, "person:priya", MET)
    with pytest.raises(Refused, match="before the matrix was received"):
        respond(item(), "Done.", date(2026, 11, 20), "person:priya", LATER)
    with pytest.raises(Refused, match="answered on 2026-12-07 already"):
        answered(answered(item(), DUE), LATER)
    with pytest.raises(Refused, match="taken off"):
        answered(strike(item(), "Given twice.", LATER), LATER)


def test_the_responsible_person_the_lead_and_their_deputies_speak_for_the_agency_and_nobody_else() -> None:
    speaks = {one.id for one in EVERYONE if may_answer(acting(one), item(), EVERYONE)}
    assert speaks == {"priya", "omar"}
    named = {one.id for one in EVERYONE if may_answer(acting(one), item(agency="Council", person=STELLA), EVERYONE)}
    assert named == {"stella"}
    assert not may_answer(acting(replace(PRIYA, active=False)), item(), EVERYONE)


def test_the_draft_is_from_the_business_manager_to_the_executive_member_and_copied_to_the_strategic_partners() -> None:
    found = [item(date(2026, 9, 1)), answered(item(), date(2026, 12, 8))]
    letter = draft(found, LATER, PLAN, EVERYONE)
    assert (letter.agency, letter.executive_member, letter.sender) == ("Police", LENA.name, BEN.name)
    assert letter.copied_to == ("Stella Vance (Council)",)
    assert [(one.number, one.responded_on) for one in letter.items] == [
        ("mace-2026-09-01/1", None),
        ("mace-2026-11-23/1", date(2026, 12, 8)),
    ]
    assert letter.items[0].group == "Multi-Agency Child Exploitation group"
    assert "within 10 working days" in letter.rule and "9 January 2019" in letter.rule
    assert any("late" in reading for reading in letter.readings)


def test_a_draft_without_a_known_executive_member_leaves_the_name_open() -> None:
    letter = draft([item(), item(number=2)], LATER, PLAN, without(LENA))
    assert (letter.executive_member, letter.sender) == ("", BEN.name)


def test_the_business_manager_gets_the_draft_and_each_strategic_partner_hears() -> None:
    found = [item(date(2026, 9, 1)), item()]
    told = {(one.data["deed"], one.to) for one in letter_notices(found, LATER, PLAN, EVERYONE)}
    assert told == {("letter", "person:ben"), ("inform", "person:stella")}
    alone = {(one.data["deed"], one.to) for one in letter_notices(found, LATER, PLAN, without(BEN, ASHA, STELLA))}
    assert alone == {("letter", TEAM), ("inform", TEAM)}


def test_whoever_is_away_is_stood_in_for_before_a_letter_too() -> None:
    people = [person_away(BEN, LATER, deputy=ASHA), ASHA, NADIA, TOM, person_away(STELLA, LATER, deputy=NADIA)]
    told = {(one.data["deed"], one.to) for one in letter_notices([item(), item(number=2)], LATER, PLAN, people)}
    assert told == {("letter", "person:asha"), ("inform", "person:nadia")}
