"""What can be done with an item of the matrix. Each function checks the rules and returns the item after it."""

from dataclasses import replace
from datetime import date

from bot.partnership.matrix import MatrixItem, due_on
from bot.partnership.matrix_reminders import next_look
from bot.partnership.meetings import Meeting
from bot.partnership.people import Actor, Person, Role
from bot.partnership.plan_rules import MatrixRule
from bot.partnership.refusal import Refused

_LONGEST = 2000


def give(
    meeting: Meeting,
    number: int,
    agency: str,
    words: str,
    received_on: date,
    today: date,
    rule: MatrixRule,
    person: Person | None = None,
) -> MatrixItem:
    """An action that the meeting gave the agency. Raises Refused for a meeting that was not held, or a wrong day."""
    met_on = meeting.held_on(today)
    if met_on is None:
        raise Refused(f"{meeting.id} was not held, so it can have given no action.")
    _not_after(received_on, today)
    if received_on < met_on:
        raise Refused(f"The matrix cannot have been received before the meeting on {met_on}.")
    item = MatrixItem(
        id=f"{meeting.id}/{number}",
        meeting=meeting.id,
        group=meeting.group,
        met_on=met_on,
        agency=agency,
        words=needed(words, "the action"),
        received_on=received_on,
        due_on=due_on(received_on, rule),
        person=person.id if person else None,
    )
    return replace(item, remind_on=next_look(item, rule))


def acknowledge(item: MatrixItem, today: date) -> MatrixItem:
    """Somebody has seen it. That is no response: the clock goes on."""
    _waits(item)
    return item if item.acknowledged_on else replace(item, acknowledged_on=today)


def respond(item: MatrixItem, words: str, on: date, by: str, today: date) -> MatrixItem:
    """The agency's response, recorded; it alone stops the clock. Raises Refused for a second one, or a wrong day."""
    _waits(item)
    _not_after(on, today)
    if on < item.received_on:
        raise Refused(f"The response cannot have come before the matrix was received on {item.received_on}.")
    said = needed(words, "the response")
    look = today if on > item.due_on else None  # a failure may call for a letter, even if nobody was reminded of it
    return replace(item, responded_on=on, response=said, responded_by=by, remind_on=look)


def strike(item: MatrixItem, reason: str, today: date) -> MatrixItem:
    """Taken off the matrix: it needs no response and counts as no failure."""
    if item.struck_on is not None:
        raise Refused(f"{item.id} was taken off on {item.struck_on}.")
    return replace(item, struck_on=today, struck_reason=needed(reason, "the reason"), remind_on=None)


def may_answer(actor: Actor, item: MatrixItem, people: list[Person]) -> bool:
    """Whether the actor speaks for the agency: the responsible person, a lead of it, or the deputy of either."""
    person = actor.person
    if person is None or not person.active:
        return False
    speakers = [one for one in people if one.id == item.person or (one.agency == item.agency and one.role is Role.LEAD)]
    return person.id in {one.id for one in speakers} | {one.deputy for one in speakers}


def needed(words: str, what: str) -> str:
    """The words without space around them. Raises Refused when there are none, or far too many."""
    if not words.strip():
        raise Refused(f"Write {what} in a sentence.")
    if len(words.strip()) > _LONGEST:
        raise Refused(f"Write {what} in at most {_LONGEST} letters.")
    return words.strip()


def _waits(item: MatrixItem) -> None:
    if item.struck_on is not None:
        raise Refused(f"{item.id} was taken off on {item.struck_on}. Nothing was changed.")
    if item.responded_on is not None:
        raise Refused(f"{item.id} was answered on {item.responded_on} already. Nothing was changed.")


def _not_after(day: date, today: date) -> None:
    if day > today:
        raise Refused(f"{day} lies in the future.")
