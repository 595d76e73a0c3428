"""The action matrix: give, acknowledge, respond, strike off. Each records one line of the history, without words."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership import letters_due, matrix_deeds
from bot.partnership.history import Event
from bot.partnership.matrix import LetterDraft, MatrixItem, failures
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Actor, Person
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import history, matrix, meetings, outbox, people
from bot.workflows.keeping import keeper, keeps, known_agency, known_person, local_day

SUBJECT = "M:"  # what the history calls an item, before its id


@dataclass(frozen=True)
class Given:
    """An item, and whether it was there before: the same words for the same agency at the same meeting."""

    item: MatrixItem
    was_there: bool


def give(
    tx: Connection,
    rules: Rules,
    now: datetime,
    who: str,
    meeting_id: str,
    agency: str,
    words: str,
    received_on: date,
    person: str | None = None,
) -> Given:
    """An action that a meeting gave an agency; `person`, somebody's id, answers for it. The same again is the same."""
    actor = keeper(tx, who)
    meeting = meetings.load(tx, meeting_id)
    if meeting is None:
        raise Refused(f"There is no meeting {meeting_id}. Record it first: signpost meeting add")
    known = known_agency(tx, rules, agency)
    answers = _of_agency(known_person(tx, person), known) if person else None
    there = matrix.of_meeting(tx, meeting_id)
    for one in there:
        if (one.agency, one.words) == (known, words.strip()) and one.struck_on is None:
            return Given(one, was_there=True)
    rule = load_plan_rules().matrix
    item = matrix_deeds.give(meeting, len(there) + 1, known, words, received_on, local_day(now), rule, answers)
    matrix.add(tx, item)
    _note(tx, now, actor, item, "give", agency=known, received=received_on.isoformat())
    return Given(item, was_there=False)


def acknowledge(tx: Connection, rules: Rules, now: datetime, who: str, item_id: str) -> MatrixItem:
    """Somebody of the agency has seen it. The clock goes on."""
    item, actor = _item(tx, who, item_id)
    after = matrix_deeds.acknowledge(item, local_day(now))
    return item if after == item else _save(tx, now, actor, after, "acknowledge")


def respond(
    tx: Connection, rules: Rules, now: datetime, who: str, item_id: str, words: str, on: date | None = None
) -> MatrixItem:
    """The agency's response. Only the business team may say that it came on another day than today."""
    item, actor = _item(tx, who, item_id)
    day = on if on and keeps(actor) else local_day(now)
    after = matrix_deeds.respond(item, words, day, actor.id, local_day(now))
    if not keeps(actor):
        told = Notice(f"matrix:{item.id}:answered", "matrix", TEAM, item.id, data={"deed": "answered"})
        outbox.add(tx, [told], now)
    return _save(tx, now, actor, after, "respond", on=day.isoformat())


def strike(tx: Connection, rules: Rules, now: datetime, who: str, item_id: str, reason: str) -> MatrixItem:
    """Off the matrix: nothing more is asked, and it counts as no failure."""
    keeper(tx, who)
    item, actor = _item(tx, who, item_id)
    return _save(tx, now, actor, matrix_deeds.strike(item, reason, local_day(now)), "strike")


def listed(tx: Connection, rules: Rules, now: datetime, who: str, agency: str | None = None) -> list[MatrixItem]:
    """Every item, or one agency's, by the last day for a response."""
    keeper(tx, who)
    return matrix.listed(tx, known_agency(tx, rules, agency) if agency else None)


def letter_draft(tx: Connection, rules: Rules, now: datetime, who: str, agency: str) -> LetterDraft:
    """The letter about an agency's failures as they stand. Raises Refused while they do not call for one."""
    keeper(tx, who)
    plan, known = load_plan_rules(), known_agency(tx, rules, agency)
    found = failures(matrix.listed(tx, known), local_day(now), plan.matrix)
    if len(found) < plan.matrix.failures:
        raise Refused(f"{known} has {len(found)} of the {plan.matrix.failures} failures that lead to a letter.")
    return letters_due.draft(found, local_day(now), plan, people.everyone(tx))


def _item(tx: Connection, who: str, item_id: str) -> tuple[MatrixItem, Actor]:
    """The item, for the business team and those who speak for its agency. Nobody else learns that it is there."""
    item, actor = matrix.load(tx, item_id), people.actor(tx, who)
    if item is None or not (keeps(actor) or matrix_deeds.may_answer(actor, item, people.everyone(tx))):
        raise Refused(f"There is no item {item_id} of the matrix that you can see.")
    return item, actor


def _of_agency(person: Person, agency: str) -> Person:
    if person.agency != agency:
        raise Refused(f"{person.name} belongs to {person.agency}, so cannot answer for {agency}.")
    return person


def _save(tx: Connection, now: datetime, actor: Actor, item: MatrixItem, deed: str, **facts: str) -> MatrixItem:
    matrix.save(tx, item)
    _note(tx, now, actor, item, deed, **facts)
    return item


def _note(tx: Connection, now: datetime, actor: Actor, item: MatrixItem, deed: str, **facts: str) -> None:
    history.append(tx, Event(SUBJECT + item.id, now, actor.id, deed, facts))
