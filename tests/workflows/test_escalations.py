"""Escalations on both databases: one record for each form, rights checked for every deed, nothing half done."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.partnership.escalation import Escalation, State
from bot.partnership.history import REDACTED, Event
from bot.partnership.notices import TEAM
from bot.partnership.people import Away, Person, Role
from bot.partnership.refusal import Refused
from bot.store import history, outbox, people
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.store.tables import metadata
from bot.workflows import escalations
from tests.partnership.samples import RULES, clock, raised
from tests.store.samples import at_once, do

NOW = clock(2026, 11, 23, 10)
MINUTE = timedelta(minutes=1)
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, slack_id="U_BEN")
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, slack_id="U_ASHA", order=1)
NADIA = Person("nadia", "Nadia Shaw", "Health", slack_id="U_NADIA", order=2)
OMAR = Person("omar", "Omar Reid", "Police", slack_id="U_OMAR", order=3)
REF = "E-2026-0001"
TYPED = ("The step down.", "Two calls.", "A strategy meeting.", "SCH-118")

type Deed = Callable[[Connection, str, str], object]

DEEDS: dict[str, Deed] = {
    "view": lambda tx, who, ref: escalations.view(tx, RULES, NOW, who, ref),
    "acknowledge": lambda tx, who, ref: escalations.acknowledge(tx, RULES, NOW, who, ref),
    "assign": lambda tx, who, ref: escalations.assign(tx, RULES, NOW, who, ref, "person:omar"),
    "assign to nobody": lambda tx, who, ref: escalations.assign(tx, RULES, NOW, who, ref, "slack:U_X"),
    "note": lambda tx, who, ref: escalations.add_note(tx, RULES, NOW, who, ref, "I ring them."),
    "move_stage": lambda tx, who, ref: escalations.move_stage(tx, RULES, NOW, who, ref, 2, "No answer."),
    "resolve": lambda tx, who, ref: escalations.resolve(tx, RULES, NOW, who, ref, "agreed", "Both signed."),
    "reopen": lambda tx, who, ref: escalations.reopen(tx, RULES, NOW, who, ref, "Not kept."),
    "withdraw": lambda tx, who, ref: escalations.withdraw(tx, RULES, NOW, who, ref, "They rang back."),
    "link_duplicate": lambda tx, who, ref: escalations.link_duplicate(tx, RULES, NOW, who, ref, "e-2026-0002 "),
    "link to nothing": lambda tx, who, ref: escalations.link_duplicate(tx, RULES, NOW, who, ref, "E-2026-0999"),
    "ask_redaction": lambda tx, who, ref: escalations.ask_redaction(tx, RULES, NOW, who, ref, 1),
    "redact": lambda tx, who, ref: escalations.redact(tx, RULES, NOW, who, ref, 1),
    "lines": lambda tx, who, ref: escalations.lines(tx, RULES, NOW, who, ref),
}
TEAMS = {"view", "acknowledge", "assign", "note", "move_stage", "resolve", "link_duplicate", "ask_redaction", "lines"}
ALLOWED = {
    "slack:U_TOM": {"view", "note", "withdraw"},  # who raised it
    "slack:U_NADIA": {"view", "acknowledge", "note", "move_stage", "resolve"},  # to whom it is assigned
    "slack:U_BEN": TEAMS,
}
NO_RIGHT = f"Only the business team can do this with {REF}. Add a note and they will see it."


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with the invented people, one escalation that is assigned, and another."""
    do(store, people.replace_all, [BEN, ASHA, NADIA, OMAR])
    raise_one(store)
    do(store, escalations.assign, RULES, NOW, "slack:U_BEN", REF, "slack:U_NADIA")
    raise_one(store, form="another form")
    return store


def raise_one(store: Store, who: str = "slack:U_TOM", form: str = "form") -> Escalation:
    return do(store, escalations.raise_escalation, RULES, NOW, who, raised(), form)


def everything(store: Store) -> str:
    """All rows of all tables."""
    with store.begin() as tx:
        return repr([tx.execute(select(table)).all() for table in metadata.sorted_tables])


def deeds_of(store: Store, ref: str = REF) -> list[str]:
    return [one.event.deed for one in do(store, history.of_subject, ref)]


def refusal(store: Store, deed: Deed, who: str, ref: str = REF) -> str:
    with pytest.raises(Refused) as refused:
        do(store, deed, who, ref)
    return str(refused.value)


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


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ALLOWED)
def test_each_may_do_what_is_allowed_and_is_refused_the_rest(filled: Store, who: str, deed: str) -> None:
    if deed in ALLOWED[who]:
        assert do(filled, DEEDS[deed], who, REF)
        return
    before = everything(filled)
    said = refusal(filled, DEEDS[deed], who)
    assert said == NO_RIGHT or who == "slack:U_BEN"
    assert everything(filled) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_others_are_refused_every_deed_and_cannot_tell_what_exists(filled: Store, deed: str) -> None:
    before = everything(filled)
    for who in ("slack:U_OMAR", "slack:U_NOBODY", "person:", "", "person:nadia'--"):
        for ref in (REF, "E-2026-0777"):
            assert refusal(filled, DEEDS[deed], who, ref) == f"There is no escalation {ref} that you can see."
    assert everything(filled) == before


def test_a_deputy_works_on_it_while_the_owner_is_away_and_no_longer(filled: Store) -> None:
    today = Away(NOW.date(), NOW.date())
    do(filled, people.replace_all, [BEN, ASHA, replace(NADIA, away=(today,), deputy="omar"), OMAR])
    do(filled, DEEDS["acknowledge"], "slack:U_OMAR", REF)
    seen = do(filled, escalations.view, RULES, NOW, "slack:U_OMAR", REF)
    assert (seen.acknowledged_by, seen.owner) == ("person:omar", "nadia")
    with pytest.raises(Refused, match="There is no escalation"):
        do(filled, escalations.view, RULES, NOW + timedelta(days=1), "slack:U_OMAR", REF)


def test_somebody_who_is_not_in_the_people_file_cannot_be_made_responsible(filled: Store) -> None:
    assert refusal(filled, DEEDS["assign to nobody"], "slack:U_BEN").startswith("That person is not in the people file")


def test_a_duplicate_of_nothing_is_refused(filled: Store) -> None:
    said = refusal(filled, DEEDS["link to nothing"], "slack:U_BEN")
    assert said == "There is no escalation E-2026-0999 that you can see."


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


def test_the_lines_to_redact_are_shown_with_names_and_words(filled: Store) -> None:
    do(filled, DEEDS["note"], "slack:U_NADIA", REF)
    lines = do(filled, escalations.lines, RULES, NOW, "slack:U_BEN", REF)
    assert list(lines) == [1, 4]
    assert lines[4].endswith("Nadia Shaw (Health): I ring them.")


def redact(store: Store, line: int) -> Escalation:
    do(store, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, line)
    return do(store, escalations.redact, RULES, NOW, "slack:U_ASHA", REF, line)


def test_redacted_words_are_gone_from_every_table_and_a_tombstone_stays(filled: Store) -> None:
    do(filled, DEEDS["note"], "slack:U_NADIA", REF)
    redact(filled, 4)
    item = redact(filled, 1)
    assert (item.raised.disputed, item.notes[0].text) == (REDACTED, REDACTED)
    in_the_other = [one for one in TYPED if one in everything(filled)]
    assert in_the_other == list(TYPED)  # the other escalation says the same and keeps its words
    assert "I ring them." not in everything(filled)
    assert do(filled, history.faults) == []
    last = do(filled, history.of_subject, REF)[-1].event
    assert (last.who, last.facts) == ("person:asha", {"line": "1", "asked_by": "person:ben"})


def test_redacted_words_are_gone_from_the_database_file(sqlite_store: Store, tmp_path: Path) -> None:
    do(sqlite_store, people.replace_all, [BEN, ASHA])
    raise_one(sqlite_store)
    assert _holds(tmp_path, TYPED) == set(TYPED)
    redact(sqlite_store, 1)
    assert _holds(tmp_path, TYPED) == set()


def _holds(folder: Path, words: tuple[str, ...]) -> set[str]:
    """Which of the words stand in any file of the folder, such as the write-ahead log."""
    held = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    return {one for one in words if one.encode() in held}


def test_one_person_alone_redacts_nothing(filled: Store) -> None:
    do(filled, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, 1)
    before = everything(filled)
    assert refusal(filled, DEEDS["redact"], "slack:U_BEN").startswith("A second person must agree")
    assert refusal(filled, DEEDS["redact"], "person:ben").startswith("A second person must agree")
    assert everything(filled) == before


def test_the_words_of_another_escalation_cannot_be_taken_out_through_this_one(filled: Store) -> None:
    others = do(filled, history.of_subject, "E-2026-0002")[0].seq
    with pytest.raises(Refused, match=f"Line {others} holds no words of {REF}"):
        do(filled, escalations.ask_redaction, RULES, NOW, "slack:U_BEN", REF, others)
    with pytest.raises(Refused, match=f"Nobody has asked to redact line {others} of {REF}"):
        do(filled, escalations.redact, RULES, NOW, "slack:U_ASHA", REF, others)


def test_agreeing_twice_is_refused_and_the_first_tombstone_stands(filled: Store) -> None:
    redact(filled, 1)
    assert refusal(filled, DEEDS["redact"], "slack:U_ASHA") == f"Nobody has asked to redact line 1 of {REF}."
    assert deeds_of(filled).count("redact") == 1


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


def test_the_history_of_something_else_is_no_escalation(filled: Store) -> None:
    do(filled, history.append, Event("people", NOW, "clock", "import"))
    assert refusal(filled, DEEDS["view"], "slack:U_BEN", "people") == "There is no escalation people that you can see."
