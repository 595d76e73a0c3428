"""Meetings and matrix as the business team keeps them, for the tests of their workflows."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.partnership.matrix import MatrixItem
from bot.store import outbox
from bot.store.database import Store
from bot.store.outbox import Waiting
from bot.workflows import matrix, meetings
from bot.workflows.due import tick
from tests.partnership.samples import RULES, clock
from tests.store.samples import do

TEAM_MEMBER = "slack:U_BEN"
KINDS = {"matrix", "meeting"}


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """That hour of that day on the clock in London."""
    return clock(day.year, day.month, day.day, hour, minute)


def given(store: Store, received: date, words: str = "Send the figures.", agency: str = "Police") -> MatrixItem:
    """An action given at a meeting on the day on which the agency got the matrix."""
    now = at(received)
    one = do(store, meetings.plan, RULES, now, TEAM_MEMBER, "mace", received)
    do(store, meetings.papers, RULES, now, TEAM_MEMBER, one.id, received)
    return do(store, matrix.give, RULES, now, TEAM_MEMBER, one.id, agency, words, received).item


def added(store: Store, now: datetime, times: int = 3) -> list[Waiting]:
    """What the clock adds about matrix and meetings at that moment, though it asks several times."""
    before = {one.id for one in do(store, outbox.waiting)}
    for _ in range(times):
        do(store, tick, RULES, now)
    return [one for one in do(store, outbox.waiting) if one.id not in before and one.kind in KINDS]


def told(store: Store, now: datetime, times: int = 3) -> list[tuple[str, str]]:
    """To whom and about what."""
    return sorted((one.to, one.subject) for one in added(store, now, times))


def mornings(first: date, last: date) -> Iterator[date]:
    """Each day from the first to the last."""
    for count in range((last - first).days + 1):
        yield first + timedelta(days=count)
