"""Invented people, an escalation that they work on, and what the clock adds."""

from datetime import datetime, timedelta

from sqlalchemy import select

from bot.partnership.escalation import Escalation
from bot.partnership.people import Person, Role
from bot.store import history, outbox
from bot.store.database import Store
from bot.store.tables import metadata
from bot.workflows import escalations
from bot.workflows.due import tick
from tests.partnership.samples import RULES, clock, raised
from tests.store.samples import do

NOW = clock(2026, 11, 23, 10)
MINUTE = timedelta(minutes=1)
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, slack_id="U_BEN")
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, slack_id="U_ASHA", order=1)
NADIA = Person("nadia", "Nadia Shaw", "Health", slack_id="U_NADIA", order=2)
OMAR = Person("omar", "Omar Reid", "Police", slack_id="U_OMAR", order=3)
REF = "E-2026-0001"


def raise_one(store: Store, who: str = "slack:U_TOM", form: str = "form") -> Escalation:
    return do(store, escalations.raise_escalation, RULES, NOW, who, raised(), form)


def everything(store: Store) -> str:
    """All rows of all tables."""
    with store.begin() as tx:
        return repr([tx.execute(select(table)).all() for table in metadata.sorted_tables])


def deeds_of(store: Store, ref: str = REF) -> list[str]:
    return [one.event.deed for one in do(store, history.of_subject, ref)]


TIMES = {"limit_near", "limit_passed", "unacknowledged", "referral_outcome"}


def opened(store: Store, at: datetime = NOW, *, stage: int = 1, danger: bool = False, seen: bool = True) -> None:
    """An escalation of Tom's, acknowledged and with Nadia unless it waits for that."""
    form = raised(stage=stage, danger=danger)
    ref = do(store, escalations.raise_escalation, RULES, at, "slack:U_TOM", form, "form").ref
    if seen:
        do(store, escalations.acknowledge, RULES, at, "slack:U_BEN", ref)
        do(store, escalations.assign, RULES, at, "slack:U_BEN", ref, "person:nadia")


def added(store: Store, now: datetime) -> list[tuple[str, str]]:
    """Kind and receiver of what the clock adds at that moment, though it asks ten times; without the cards."""
    before = {one.id for one in do(store, outbox.waiting)}
    for _ in range(10):
        do(store, tick, RULES, now)
    new = [one for one in do(store, outbox.waiting) if one.id not in before]
    return sorted((one.kind, one.to) for one in new if one.kind in TIMES)
