"""Work is done in one transaction, and again when another one or a lost connection was in the way."""

import asyncio
import threading

import pytest
from sqlalchemy import Connection, create_engine, insert, text, update
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.store import escalations
from bot.store.database import Store
from bot.store.tables import numbers
from tests.postgresql import Postgres
from tests.store.samples import do, raise_one


async def test_work_is_kept_when_it_returns_and_not_when_it_raises(store: Store) -> None:
    assert (await store.run(raise_one)).ref == "E-2026-0001"

    def fails(tx: Connection) -> None:
        raise_one(tx)
        raise KeyError("nothing")

    with pytest.raises(KeyError):
        await store.run(fails)
    assert await store.run(escalations.all_refs) == ["E-2026-0001"]


async def test_many_tasks_write_at_once_without_a_gap(store: Store) -> None:
    raised = await asyncio.gather(*(store.run(raise_one) for _ in range(20)))
    assert sorted(item.ref for item in raised) == [f"E-2026-{number:04}" for number in range(1, 21)]


async def test_the_same_form_sent_twice_at_once_leads_to_one_escalation(store: Store) -> None:
    def once(tx: Connection) -> str:
        return escalations.by_form(tx, "V1") or raise_one(tx, form_key="V1").ref

    assert set(await asyncio.gather(*(store.run(once) for _ in range(4)))) == {"E-2026-0001"}
    assert await store.run(escalations.all_refs) == ["E-2026-0001"]


async def test_work_is_done_again_when_the_database_is_locked(sqlite_store: Store, sqlite_url: str) -> None:
    impatient, tries = create_engine(sqlite_url, connect_args={"timeout": 0}), []

    def work(tx: Connection) -> str:
        tries.append(1)
        if len(tries) == 1:
            with impatient.begin() as other:  # meets the lock of this very transaction
                other.execute(insert(numbers).values(year=2026, last=1))
        return escalations.next_ref(tx, 2026)

    assert await sqlite_store.run(work) == "E-2026-0001"
    assert len(tries) == 2
    impatient.dispose()


async def test_two_that_block_each_other_both_succeed(postgresql_store: Store) -> None:
    for year in (2026, 2027):
        await postgresql_store.run(escalations.next_ref, year)
    met = threading.Barrier(2, timeout=20)
    tries: list[int] = []

    def count_both(tx: Connection, first: int, second: int) -> None:
        tries.append(first)
        escalations.next_ref(tx, first)
        if tries.count(first) == 1:
            met.wait()
        escalations.next_ref(tx, second)

    tx_a, tx_b = postgresql_store.run(count_both, 2026, 2027), postgresql_store.run(count_both, 2027, 2026)
    await asyncio.gather(tx_a, tx_b)
    assert len(tries) == 3
    assert await postgresql_store.run(escalations.next_ref, 2026) == "E-2026-0004"


def break_connection(tx: Connection, store: Store) -> None:
    pid = tx.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with store.begin() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})


@pytest.mark.parametrize(("losses", "kept"), [(1, True), (2, False)])
async def test_a_lost_connection_is_tried_again_once(postgresql_store: Store, losses: int, kept: bool) -> None:
    tries: list[int] = []

    def work(tx: Connection) -> str:
        tries.append(1)
        if len(tries) <= losses:
            break_connection(tx, postgresql_store)
        return escalations.next_ref(tx, 2026)

    if kept:
        assert await postgresql_store.run(work) == "E-2026-0001"
    else:
        with pytest.raises(OperationalError):
            await postgresql_store.run(work)
    assert len(tries) == 2


async def test_what_fails_while_it_is_committed_is_not_done_again(postgresql_store: Store) -> None:
    tries: list[int] = []

    def work(tx: Connection) -> None:
        tries.append(1)
        escalations.next_ref(tx, 2026)
        break_connection(tx, postgresql_store)

    with pytest.raises(DBAPIError):
        await postgresql_store.run(work)
    assert len(tries) == 1


def test_connections_that_died_while_idle_are_replaced_unnoticed(postgresql_store: Store, postgres: Postgres) -> None:
    def backend(tx: Connection) -> int:
        found: int = tx.execute(text("SELECT pg_backend_pid()")).scalar_one()
        return found

    with postgresql_store.begin() as one, postgresql_store.begin() as two:
        pooled = {backend(one), backend(two)}
    for pid in pooled:
        postgres.connection.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    with postgresql_store.begin() as one, postgresql_store.begin() as two:
        assert not pooled & {backend(one), backend(two)}


def test_a_row_that_one_writer_has_loaded_waits_for_the_other(postgresql_store: Store) -> None:
    ref = do(postgresql_store, raise_one).ref
    with postgresql_store.begin() as tx:
        escalations.load(tx, ref)
        with pytest.raises(OperationalError), postgresql_store.begin() as other:
            other.execute(text("SET LOCAL lock_timeout = '50ms'"))
            escalations.load(other, ref)


def test_a_wrong_statement_is_not_tried_again(store: Store) -> None:
    tries: list[int] = []

    def work(tx: Connection) -> None:
        tries.append(1)
        tx.execute(update(numbers).values(last=text("no_such_column")))

    with pytest.raises(DBAPIError):
        asyncio.run(store.run(work))
    assert len(tries) == 1
