"""What the tests of escalations share."""

import pytest

from bot.store import people
from bot.store.database import Store
from bot.workflows import escalations
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.escalated import ASHA, BEN, NADIA, NOW, OMAR, REF, raise_one


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with the invented people, one escalation that is assigned, and another."""
    do(store, people.replace_all, [BEN, ASHA, NADIA, OMAR])
    raise_one(store)
    do(store, escalations.assign, RULES, NOW, "slack:U_BEN", REF, "slack:U_NADIA")
    raise_one(store, form="another form")
    return store


@pytest.fixture
def known(store: Store) -> Store:
    """A store with the invented people."""
    do(store, people.replace_all, [BEN, ASHA, NADIA, OMAR])
    return store
