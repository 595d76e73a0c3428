"""Training and events: noted by the business team for the reports."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.period import Happening
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import events
from bot.workflows.keeping import keeper

_MOST = 100_000


def note(tx: Connection, rules: Rules, now: datetime, who: str, event: Happening) -> int:
    """Keep it; its number. The same again is the same. Raises Refused when something about it cannot be right."""
    keeper(tx, who)
    if not event.title.strip():
        raise Refused("Give the event a title, such as 'Training for designated safeguarding leads'.")
    if event.attended is not None and not 0 <= event.attended <= _MOST:
        raise Refused("The number of people who attended cannot be right. Give it in digits, or leave it out.")
    event = replace(event, title=event.title.strip(), outcome=event.outcome.strip())
    there = next((one for one in events.between(tx, event.day, event.day) if one.title == event.title), None)
    if there and replace(there, id=event.id) != event:
        raise Refused(f"Number {there.id} has that day and title. To change it: signpost event remove {there.id}")
    return there.id if there else events.add(tx, event)


def remove(tx: Connection, rules: Rules, now: datetime, who: str, number: int) -> None:
    """It was noted in error. Raises Refused for a number that there is not."""
    keeper(tx, who)
    if not events.remove(tx, number):
        raise Refused(f"There is no event number {number}. See: signpost event list")


def listed(tx: Connection, rules: Rules, now: datetime, who: str) -> list[Happening]:
    """All training and events in order of time."""
    keeper(tx, who)
    return events.between(tx)
