"""Deeds with an action on both databases: one record each, rights checked, and the next reminder chosen anew."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from bot.partnership.history import Event
from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from bot.store import history, outbox
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows import plan_deeds
from tests.partnership.plan_people import action
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.planned import stands, taken_over

NOW = clock(2026, 11, 23, 10)
LATER = date(2026, 12, 18)
ID = "PLAN/6.2"

type Deed = Callable[[Connection, str, str], Action]

DEEDS: dict[str, Deed] = {
    "view": lambda tx, who, id: plan_deeds.view(tx, RULES, NOW, who, id),
    "done": lambda tx, who, id: plan_deeds.done(tx, RULES, NOW, who, id, "On the web site."),
    "comment": lambda tx, who, id: plan_deeds.comment(tx, RULES, NOW, who, id, "On the agenda."),
    "ask": lambda tx, who, id: plan_deeds.ask_new_date(tx, RULES, NOW, who, id, LATER, "No trainer."),
    "approve": lambda tx, who, id: plan_deeds.approve_new_date(tx, RULES, NOW, who, id),
    "refuse": lambda tx, who, id: plan_deeds.refuse_new_date(tx, RULES, NOW, who, id, "It cannot wait."),
    "snooze": lambda tx, who, id: plan_deeds.snooze(tx, RULES, NOW, who, id, date(2026, 12, 1), "Waiting."),
    "not mine": lambda tx, who, id: plan_deeds.not_mine(tx, RULES, NOW, who, id),
    "assign": lambda tx, who, id: plan_deeds.assign_lead(tx, RULES, NOW, who, id, "slack:U_TOM"),
    "assign to nobody": lambda tx, who, id: plan_deeds.assign_lead(tx, RULES, NOW, who, id, "slack:U_X"),
}
LEADS = {"view", "done", "comment", "ask", "snooze", "not mine"}
ALLOWED = {
    "slack:U_NADIA": LEADS,
    "slack:U_OMAR": LEADS,
    "slack:U_CARA": {"view", "comment", "approve", "refuse"},
    "slack:U_BEN": {"view", "done", "comment", "ask", "approve", "refuse", "snooze", "assign"},
}


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one action, for which Omar, the lead's deputy, has asked for a later date."""
    taken_over(store, action())
    do(store, plan_deeds.ask_new_date, RULES, NOW - timedelta(days=1), "slack:U_OMAR", ID, LATER, "No trainer yet.")
    return store


def events(store: Store, id: str = ID) -> list[Event]:
    return [one.event for one in do(store, history.of_subject, f"A:{id}")]


def refusal(store: Store, deed: Deed, who: str, id: str = ID) -> str:
    with pytest.raises(Refused) as refused:
        do(store, deed, who, id)
    return str(refused.value)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ALLOWED)
def test_each_may_do_what_is_allowed_and_is_refused_the_rest(filled: Store, who: str, deed: str) -> None:
    before = events(filled)
    if deed in ALLOWED[who]:
        do(filled, DEEDS[deed], who, ID)
        assert len(events(filled)) == len(before) + (deed != "view")
    else:
        refusal(filled, DEEDS[deed], who)
        assert events(filled) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_others_are_refused_and_cannot_tell_what_exists(filled: Store, deed: str) -> None:
    for who in ("slack:U_TOM", "slack:U_NOBODY", "person:", "", "person:nadia'--"):
        said = refusal(filled, DEEDS[deed], who)
        assert said == refusal(filled, DEEDS[deed], who, "PLAN/99.9")
        assert "6.2" not in said


def test_an_extension_is_asked_for_approved_counted_and_kept(filled: Store) -> None:
    do(filled, DEEDS["approve"], "slack:U_CARA", ID)
    one = stands(filled)
    assert (one.due, one.extensions, one.asked_due) == (LATER, 1, None)
    assert one.remind_on == date(2026, 12, 4)  # ten working days before the new date
    assert [(event.deed, event.facts.get("from"), event.facts.get("to")) for event in events(filled)] == [
        ("ask_new_date", "2026-11-27", "2026-12-18"),
        ("approve_new_date", "2026-11-27", "2026-12-18"),
    ]
    told = [(one.kind, one.to) for one in do(filled, outbox.waiting) if one.subject == ID]
    assert told == [("plan_task", "person:cara"), ("plan_told", "person:omar")]


async def test_of_two_who_decide_at_once_one_does(filled: Store, store_url: str) -> None:
    other = Store(make_engine(store_url))

    async def press(store: Store, who: str) -> str:
        try:
            await store.run(plan_deeds.approve_new_date, RULES, NOW, who, ID)
        except Refused as refused:
            return str(refused)
        return "approved"

    said = await asyncio.gather(press(filled, "slack:U_CARA"), press(other, "slack:U_BEN"))
    other.close()
    assert sorted(said) == ["Nobody waits for a new date of action 6.2; it may have been decided already.", "approved"]
    assert stands(filled).extensions == 1


@pytest.mark.parametrize("deed", ["comment", "ask", "snooze"])
def test_the_same_form_delivered_again_changes_nothing(filled: Store, deed: str) -> None:
    do(filled, DEEDS[deed], "slack:U_NADIA", ID)
    before, waiting = events(filled), do(filled, outbox.waiting)
    do(filled, DEEDS[deed], "slack:U_NADIA", ID)
    assert (events(filled), do(filled, outbox.waiting)) == (before, waiting)


def test_the_clock_looks_anew_after_every_deed(filled: Store) -> None:
    assert stands(filled).remind_on == date(2026, 11, 13)
    do(filled, DEEDS["snooze"], "slack:U_NADIA", ID)
    assert stands(filled).remind_on == date(2026, 12, 1)
    do(filled, DEEDS["done"], "slack:U_NADIA", ID)
    assert stands(filled).remind_on is None


def test_what_is_typed_is_kept_as_words_that_can_be_taken_out(filled: Store) -> None:
    do(filled, DEEDS["done"], "slack:U_NADIA", ID)
    last = events(filled)[-1]
    assert last.words == {"evidence": "On the web site."}
    assert "web site" not in str(last.facts)
