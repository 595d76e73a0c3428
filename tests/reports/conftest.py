"""What the tests of reports share."""

import pytest

from bot.partnership.period import PerformanceReport
from bot.store import people
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.commands.conftest import console
from tests.reports.samples import report_of, whole_summer
from tests.workflows.whole_case import EVERYONE

__all__ = ["console"]


@pytest.fixture
def summer(store: Store, knowledge: Knowledge) -> PerformanceReport:
    """The report of the invented summer."""
    with store.begin() as tx:
        people.replace_all(tx, EVERYONE)
        whole_summer(tx)
    return report_of(store, knowledge)


@pytest.fixture
def empty(sqlite_store: Store, knowledge: Knowledge) -> PerformanceReport:
    """The report of a period in which nothing happened."""
    return report_of(sqlite_store, knowledge)
