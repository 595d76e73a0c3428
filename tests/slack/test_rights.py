"""Every button and every form is checked on our side, whoever has it on a screen."""

import json
from dataclasses import replace

import pytest

from bot.partnership.people import Role
from bot.store import people
from bot.workflows.home import home
from tests.slack.bot import ASHA, BEN, NADIA
from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import FORM, REF, Office
from tests.slack.test_business_team import FILLED

FORMS = {**FILLED, "assign": {"owner": "slack:U_ASHA"}, "ask_redaction": {"line": "1"}}
BUTTONS = (*FORMS, "acknowledge", "redact")
REQUESTERS = {"note", "withdraw"}
OWNERS = {"acknowledge", "note", "move_stage", "resolve"}
TEAMS = {*BUTTONS} - {"withdraw"}
ALLOWED = {"U_GREG": set[str](), "U_TOM": REQUESTERS, "U_NADIA": OWNERS, "U_BEN": TEAMS}
NOTHING = f"There is no escalation {REF} that you can see."
NO_RIGHT = f"Only the business team can do this with {REF}. Add a note and they will see it."


@pytest.fixture
async def assigned(office: Office) -> Office:
    """Tom has raised one, and it is with Nadia; a second one is open too."""
    card = await office.raise_one()
    await office.do("U_BEN", card, "assign", owner="U_NADIA")
    await office.raise_one("U_ASHA")
    return office


def refused(user: str) -> str:
    """The sentence of a refusal: somebody who may not see it learns nothing."""
    return NOTHING if user == "U_GREG" else NO_RIGHT


@pytest.mark.parametrize("user", ALLOWED)
async def test_a_button_is_refused_to_whoever_lacks_the_right(assigned: Office, user: str) -> None:
    before = await assigned.item()
    for deed in sorted({*BUTTONS} - ALLOWED[user]):
        said = await pressed_elsewhere(assigned, user, f"escalation.{deed}", f"{REF}:1" if deed == "redact" else REF)
        assert refused(user).replace("withdraw", deed) in said, deed
        assert str(FORM["disputed"]) not in said
    assert await assigned.item() == before


@pytest.mark.parametrize("user", ["U_TOM", "U_NADIA", "U_BEN"])
async def test_a_button_opens_the_form_of_whoever_has_the_right(assigned: Office, user: str) -> None:
    for deed in sorted(ALLOWED[user] & set(FORMS)):
        assert f"For {REF}." in await pressed_elsewhere(assigned, user, f"escalation.{deed}", REF), deed


async def sent(office: Office, user: str, deed: str, ref: str = REF) -> str:
    """What somebody reads who sends the form of a deed that was opened by somebody else."""
    carried = json.dumps({"ref": ref})
    return str((await sent_elsewhere(office, user, f"escalation.{deed}", carried, **FORMS[deed])).answer)


@pytest.mark.parametrize("deed", FORMS)
@pytest.mark.parametrize("user", ALLOWED)
async def test_a_form_is_taken_only_from_whoever_has_the_right(assigned: Office, user: str, deed: str) -> None:
    before = await assigned.item()
    said = await sent(assigned, user, deed)
    after = await assigned.item()
    if deed in ALLOWED[user] - {"reopen"}:
        assert f"Done: {REF} is recorded" in said
        assert after.version == before.version + 1
    else:
        assert (f"{REF} is open." if deed == "reopen" and user == "U_BEN" else refused(user)) in said
        assert after == before


@pytest.mark.parametrize("deed", FORMS)
async def test_one_of_others_and_one_that_is_not_there_are_refused_in_the_same_words(
    assigned: Office, deed: str
) -> None:
    others = (await sent(assigned, "U_GREG", deed, REF)).replace(REF, "REF")
    nothing = (await sent(assigned, "U_GREG", deed, "E-2026-0777")).replace("E-2026-0777", "REF")
    assert others == nothing
    pressed = await pressed_elsewhere(assigned, "U_GREG", f"escalation.{deed}", REF)
    assert pressed == f"Signpost\n{NOTHING}"


async def test_whoever_raised_one_gains_nothing_on_another(assigned: Office) -> None:
    other = "E-2026-0002"
    for deed in FORMS:
        assert f"There is no escalation {other} that you can see." in await sent(assigned, "U_TOM", deed, other)


@pytest.mark.parametrize(("user", "refs"), [("U_GREG", []), ("U_TOM", [REF]), ("U_ASHA", ["E-2026-0002", REF])])
async def test_the_home_shows_ones_own_and_the_team_what_is_open(assigned: Office, user: str, refs: list[str]) -> None:
    shown = await assigned.bot.desk.do(home, f"slack:{user}")
    assert sorted(one.ref for one in shown.escalations) == sorted(refs)


async def test_who_has_left_the_team_has_no_right_from_that_moment_on(assigned: Office) -> None:
    await assigned.store.run(people.replace_all, [replace(BEN, active=False), ASHA, NADIA])
    assert NOTHING in await sent(assigned, "U_BEN", "resolve")
    assert NOTHING in await pressed_elsewhere(assigned, "U_BEN", "escalation.acknowledge", REF)


async def test_another_role_in_the_file_is_another_right(assigned: Office) -> None:
    await assigned.store.run(people.replace_all, [replace(BEN, role=Role.LEAD), ASHA, NADIA])
    assert NOTHING in await sent(assigned, "U_BEN", "resolve")


@pytest.mark.parametrize("account", ["U_BEN2", "u_ben", " U_BEN", "U_BEN?only=U_BEN", "U_BEN:1", "person:ben"])
async def test_an_account_that_only_looks_like_one_of_the_team_has_no_right(assigned: Office, account: str) -> None:
    carried = json.dumps({"ref": REF})
    said = await sent_elsewhere(assigned, "U_GREG", "escalation.note", carried, account, text="I ring them.")
    assert NOTHING in str(said.answer)
