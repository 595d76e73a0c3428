"""Old things go; what is unsettled, the history and the escalations stay."""

from sqlalchemy import text

from bot.partnership.history import Event
from bot.partnership.rules import KeptDays
from bot.store import escalations, history, inbox, outbox, questions
from bot.store.database import Store
from bot.store.prune import prune
from tests.store.samples import DAY, NOW, delivery, do, notice, question, raise_one

KEPT = KeptDays(questions=90, deliveries=14, notices=90)
NOTHING = {"questions": 0, "deliveries": 0, "notices": 0}


def send(store: Store, key: str, to: str, **rest: str) -> None:
    do(store, outbox.add, [notice(key, to, **rest)], NOW)
    parcel = do(store, outbox.claim, "w", NOW, 0.0, 60.0)
    assert parcel is not None
    assert parcel.notice.key == key
    do(store, outbox.settle, parcel.id, NOW, {})


def test_old_questions_go(store: Store) -> None:
    do(store, questions.add, question("old", NOW))
    do(store, questions.add, question("new", NOW + DAY))
    assert do(store, prune, NOW + 90 * DAY, KEPT) == NOTHING
    assert do(store, prune, NOW + 91 * DAY, KEPT) == NOTHING | {"questions": 1}
    assert do(store, questions.load, "new") is not None


def test_a_question_stays_while_its_answer_has_not_arrived(store: Store) -> None:
    do(store, questions.add, question("q1"))
    do(store, outbox.add, [notice("answer:q1", "slack:U1", kind="answer", subject="q1")], NOW)
    assert do(store, prune, NOW + 200 * DAY, KEPT) == NOTHING


def test_the_words_of_a_handled_delivery_go_at_once_and_its_key_later(store: Store) -> None:
    do(store, inbox.receive, delivery("Ev1", text="Osric Quenneville"), NOW)
    do(store, inbox.done, "Ev1", NOW)
    with store.begin() as tx:
        assert tx.execute(text("SELECT body FROM inbox")).scalars().all() == [None]
    assert do(store, prune, NOW + 14 * DAY, KEPT) == NOTHING
    assert do(store, inbox.receive, delivery("Ev1"), NOW + 14 * DAY) is False
    assert do(store, prune, NOW + 15 * DAY, KEPT) == NOTHING | {"deliveries": 1}


def test_deliveries_that_are_not_handled_stay(store: Store) -> None:
    for number in range(3):
        do(store, inbox.receive, delivery(f"Ev{number}"), NOW)
    for attempt in range(8):
        do(store, inbox.try_later, "Ev0", NOW + attempt * DAY, "ValueError")
    do(store, inbox.claim, "w", NOW, 1)
    before = do(store, inbox.counts)
    assert before == {"failed": 1, "working": 1, "waiting": 1}
    assert do(store, prune, NOW + 999 * DAY, KEPT) == NOTHING
    assert do(store, inbox.counts) == before


def test_notices_that_have_not_arrived_stay_and_old_ones_that_have_go(store: Store) -> None:
    send(store, "sent", "person:a")
    do(store, outbox.add, [notice("1", "person:b", kind="card"), notice("2", "person:b", kind="card")], NOW)
    do(store, outbox.add, [notice("given up", "person:c", urgent=True)], NOW)
    lost = do(store, outbox.claim, "w", NOW, 0.0, 60.0)
    assert lost is not None
    do(store, outbox.give_up, lost.id, NOW, "gone")
    do(store, outbox.add, [notice("sending", "person:d", urgent=True)], NOW)
    do(store, outbox.claim, "w", NOW, 0.0, 60.0)
    assert do(store, prune, NOW + 89 * DAY, KEPT) == NOTHING
    assert do(store, prune, NOW + 91 * DAY, KEPT) == NOTHING | {"notices": 2}
    assert do(store, outbox.counts) == {"waiting": 1, "sending": 1, "failed": 1}


def test_the_clock_s_notices_of_an_open_escalation_are_not_sent_again_after_pruning(store: Store) -> None:
    ref = do(store, raise_one).ref
    send(store, f"passed:{ref}", "team", kind="limit_passed", subject=ref)
    assert do(store, prune, NOW + 200 * DAY, KEPT) == NOTHING
    assert do(store, outbox.add, [notice(f"passed:{ref}", subject=ref)], NOW + 200 * DAY) == 0
    closed = Event(ref, NOW + 200 * DAY, "person:ben", "withdraw", {}, {"reason": "Settled."})
    do(store, escalations.record, closed)
    assert do(store, prune, NOW + 200 * DAY, KEPT) == NOTHING | {"notices": 1}


def test_the_history_and_the_escalations_are_never_pruned(store: Store) -> None:
    ref = do(store, raise_one).ref
    do(store, escalations.record, Event(ref, NOW, "person:amira", "withdraw", {}, {"reason": "Settled."}))
    do(store, prune, NOW + 9999 * DAY, KEPT)
    assert do(store, escalations.all_refs) == [ref]
    assert len(do(store, history.of_subject, ref)) == 2
    assert do(store, history.faults) == []


def test_the_key_of_a_digest_outlives_its_week_whatever_the_rules_say(store: Store) -> None:
    send(store, "digest:team:2026-11-23", "team", kind="digest", subject="2026-11-23")
    at_once = KeptDays(questions=0, deliveries=0, notices=0)
    assert do(store, prune, NOW + 14 * DAY, at_once) == NOTHING
    assert do(store, outbox.add, [notice("digest:team:2026-11-23", "team")], NOW + 14 * DAY) == 0
    assert do(store, prune, NOW + 15 * DAY, at_once) == NOTHING | {"notices": 1}
