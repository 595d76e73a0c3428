"""Escalations on both databases: one record for each form, nothing half done, everybody their own."""

import asyncio

import pytest
from sqlalchemy import Connection

from bot.partnership.escalation import State
from bot.partnership.notices import TEAM
from bot.partnership.people import Person
from bot.partnership.refusal import Refused
from bot.store import outbox, people
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows import escalations
from tests.partnership.samples import RULES, clock, raised
from tests.store.samples import at_once, do
from tests.workflows.escalated import ASHA, BEN, MINUTE, NADIA, NOW, OMAR, REF, deeds_of, everything, raise_one
from tests.workflows.test_escalation_rights import DEEDS


def test_a_form_makes_one_record_with_a_card_and_a_receipt(store: Store) -> None:
    item = raise_one(store)
    assert (item.ref, item.state, item.raised) == (REF, State.OPEN, raised())
    waiting = [(one.kind, one.to, one.subject) for one in do(store, outbox.waiting)]
    assert waiting == [("card", TEAM, REF), ("told", "slack:U_TOM", REF)]


def test_the_same_form_delivered_again_changes_nothing(filled: Store) -> None:
    before = everything(filled)
    assert raise_one(filled).owner == "nadia"
    assert everything(filled) == before


async def test_the_same_form_at_two_replicas_at_once_makes_one_record(store: Store, store_url: str) -> None:
    other = Store(make_engine(store_url))
    arguments = (RULES, NOW, "slack:U_TOM", raised(), "form")
    found = await asyncio.gather(*(one.run(escalations.raise_escalation, *arguments) for one in [store, other] * 3))
    other.close()
    assert {one.ref for one in found} == {REF}
    assert deeds_of(store) == ["raise"]
    assert len(do(store, outbox.waiting)) == 2


def test_the_year_of_the_reference_is_the_year_in_london(store: Store) -> None:
    for moment, ref in ((clock(2026, 12, 31, 23, 59), REF), (clock(2027, 1, 1, 0, 1), "E-2027-0001")):
        arguments = (RULES, moment, "slack:U_TOM", raised(), str(moment))
        assert do(store, escalations.raise_escalation, *arguments).ref == ref


def test_of_several_who_acknowledge_at_once_one_does_and_the_others_are_told(filled: Store, store_url: str) -> None:
    def press(turn: int) -> str:
        store = Store(make_engine(store_url))
        try:
            return do(store, escalations.acknowledge, RULES, NOW, ("slack:U_BEN", "slack:U_ASHA")[turn % 2], REF).state
        except Refused as refused:
            return str(refused)
        finally:
            store.close()

    late = f"{REF} was already acknowledged at 10:00 on 23 November. Nothing was changed."
    assert sorted(at_once(4, press)) == [late, late, late, "acknowledged"]
    assert deeds_of(filled) == ["raise", "assign", "acknowledge"]


def test_a_linked_duplicate_is_closed_and_the_other_goes_on(filled: Store) -> None:
    do(filled, DEEDS["link_duplicate"], "slack:U_BEN", REF)
    first, second = (do(filled, escalations.view, RULES, NOW, "slack:U_BEN", one) for one in (REF, "E-2026-0002"))
    assert (first.state, first.duplicate_of, second.state) == (State.DUPLICATE, "E-2026-0002", State.OPEN)


def test_the_same_note_delivered_again_is_kept_once_but_can_be_written_again_later(filled: Store) -> None:
    def note(who: str, text: str, minutes: int = 0) -> None:
        do(filled, escalations.add_note, RULES, NOW + minutes * MINUTE, who, REF, text)

    note("slack:U_BEN", "Rang, no answer.")
    note("slack:U_BEN", " Rang, no answer. ", minutes=1)
    assert deeds_of(filled).count("note") == 1
    note("slack:U_NADIA", "Rang, no answer.", minutes=1)
    note("slack:U_BEN", "Rang, no answer.", minutes=2)
    note("slack:U_BEN", "Rang, no answer.", minutes=60)
    assert deeds_of(filled).count("note") == 4


def test_people_see_only_what_they_raised_newest_first(filled: Store) -> None:
    raise_one(filled, who="slack:U_NADIA", form="hers")
    seen = [one.ref for one in do(filled, escalations.mine, RULES, NOW, "slack:U_TOM")]
    assert seen == ["E-2026-0002", REF]
    assert [one.ref for one in do(filled, escalations.mine, RULES, NOW, "slack:U_NADIA")] == ["E-2026-0003"]
    assert do(filled, escalations.mine, RULES, NOW, "slack:U_OMAR") == []


def test_what_somebody_raised_before_the_partnership_knew_them_stays_theirs(filled: Store) -> None:
    tom = Person("tom", "Tom Hale", "School or college", slack_id="U_TOM", order=4)
    do(filled, people.replace_all, [BEN, ASHA, NADIA, OMAR, tom])
    assert len(do(filled, escalations.mine, RULES, NOW, "slack:U_TOM")) == 2
    do(filled, DEEDS["withdraw"], "slack:U_TOM", REF)
    assert deeds_of(filled)[-1] == "withdraw"


def test_what_fails_halfway_leaves_neither_a_line_nor_a_notice(filled: Store) -> None:
    class Broken(Exception):
        pass

    def half(tx: Connection) -> None:
        escalations.resolve(tx, RULES, NOW, "slack:U_BEN", REF, "agreed", "Both signed.")
        raise Broken

    before = everything(filled)
    with pytest.raises(Broken):
        do(filled, half)
    assert everything(filled) == before
