"""Invented people and an escalation that they work on."""

from datetime import timedelta

from sqlalchemy import select

from bot.partnership.escalation import Escalation
from bot.partnership.people import Person, Role
from bot.store import history
from bot.store.database import Store
from bot.store.tables import metadata
from bot.workflows import escalations
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
