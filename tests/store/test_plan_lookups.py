"""No list of the plan walks through all actions: each is found by an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

from bot.partnership.notices import TEAM
from bot.store import plan_lists
from bot.store.database import Store
from bot.store.plan_scopes import Scope
from tests.partnership.plan_people import DUE
from tests.store.planned import TODAY
from tests.store.samples import NOW

ALL = Scope(everything=True)
NADIAS, MACES = Scope(leads=frozenset({"nadia"})), Scope(groups=frozenset({"mace"}))
BOTH = Scope(frozenset({"nadia"}), frozenset({"mag"}))


@contextmanager
def plans_of_queries(tx: Connection) -> Iterator[list[str]]:
    """How SQLite looks up what is asked meanwhile."""
    asked: list[tuple[str, Any]] = []
    found: list[str] = []

    def note(_c: object, _k: object, statement: str, given: Any, *_rest: object) -> None:  # noqa: ANN401
        asked.append((statement, given))

    event.listen(tx, "before_cursor_execute", note)
    yield found
    event.remove(tx, "before_cursor_execute", note)
    for statement, given in asked:
        found += [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]


def test_no_list_that_is_asked_for_often_walks_through_all_actions(sqlite_store: Store) -> None:
    with sqlite_store.begin() as tx:
        with plans_of_queries(tx) as looked_up:
            plan_lists.leads_to_look(tx, TODAY)
            plan_lists.due_to_look(tx, TODAY, ["nadia"])
            plan_lists.open_for_leads(tx, ["nadia"])
            plan_lists.open_for_group(tx, "mace")
            plan_lists.numbered(tx, "6.2")
            plan_lists.interested(tx, DUE, NOW)
            plan_lists.reminded(tx, TODAY)
            plan_lists.told_of(tx, TEAM, TODAY)
            for scope in (NADIAS, MACES, BOTH):
                plan_lists.of_interest(tx, scope, DUE)
                plan_lists.in_digest(tx, scope, DUE, NOW)
                plan_lists.counts(tx, scope, TODAY)
        assert len(looked_up) > 15
        assert [one for one in looked_up if one.startswith("SCAN actions")] == []
        assert [one for one in looked_up if one.endswith("actions_due (progress=?)")] == []
