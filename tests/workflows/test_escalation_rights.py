"""Rights are checked for every deed on both databases, and a refusal tells nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from bot.partnership.history import Event
from bot.partnership.people import Away
from bot.partnership.refusal import Refused
from bot.store import history, people
from bot.store.database import Store
from bot.workflows import escalations
from tests.partnership.samples import RULES
from tests.store.samples import do
from tests.workflows.escalated import ASHA, BEN, NADIA, NOW, OMAR, REF, everything

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


def refusal(store: Store, deed: Deed, who: str, ref: str = REF) -> str:
    with pytest.raises(Refused) as refused:
        do(store, deed, who, ref)
    return str(refused.value)


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


def test_the_history_of_something_else_is_no_escalation(filled: Store) -> None:
    do(filled, history.append, Event("people", NOW, "clock", "import"))
    assert refusal(filled, DEEDS["view"], "slack:U_BEN", "people") == "There is no escalation people that you can see."
