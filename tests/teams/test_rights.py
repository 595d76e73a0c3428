"""Every button and every form is checked on our side, whoever sends it and whatever stands in it."""

from typing import Any

import pytest

from tests.slack.test_business_team import FILLED
from tests.teams.office import FORM, REF, Office

FORMS: dict[str, dict[str, str]] = {
    **{name: {key: str(value) for key, value in given.items()} for name, given in FILLED.items()},
    "assign": {"owner": "person:asha"},
    "ask_redaction": {"line": "1"},
}
AT_ONCE = ("acknowledge", "redact")
NOTHING = f"There is no escalation {REF} that you can see."
NO_RIGHT = f"Only the business team can do this with {REF}. Add a note and they will see it."
ALLOWED = {"greg": set[str](), "tom": {"note", "withdraw"}}


@pytest.fixture
async def raised(office: Office) -> Office:
    """Tom has raised one."""
    await office.raise_one()
    return office


async def pressed(office: Office, user: str, deed: str, value: str = REF) -> str:
    """What somebody reads who presses a button that no screen of theirs has."""
    verb = f"escalation.{deed}"
    if deed in AT_ONCE:
        action = {"type": "Action.Execute", "verb": verb, "data": {"value": value}}
        sent = await office.teams.send(await office.by(user, "adaptiveCard/action", {"action": action}))
        return str(sent.body["value"])
    data = {"msteams": {"type": "task/fetch"}, "verb": verb, "value": value}
    return dialog(await office.teams.send(await office.by(user, "task/fetch", {"data": data})))


async def sent(office: Office, user: str, form: str, carries: object, values: dict[str, Any]) -> str:
    """What somebody reads who sends a form that they were never shown."""
    data = {"form": form, "carries": carries, **values}
    return dialog(await office.teams.send(await office.by(user, "task/submit", {"data": data})))


def dialog(delivery: Any) -> str:  # noqa: ANN401 - JSON
    """The words of the dialog that was answered."""
    assert delivery.status == 200, delivery
    return str(delivery.body["task"]["value"]["card"]["content"])


@pytest.mark.parametrize("user", ALLOWED)
async def test_a_button_is_refused_to_whoever_lacks_the_right(raised: Office, user: str) -> None:
    before = await raised.item()
    for deed in sorted({*FORMS, *AT_ONCE} - ALLOWED[user]):
        said = await pressed(raised, user, deed, f"{REF}:1" if deed == "redact" else REF)
        assert (NOTHING if user == "greg" else NO_RIGHT) in said, deed
        assert FORM["disputed"] not in said
    assert await raised.item() == before


@pytest.mark.parametrize("deed", FORMS)
@pytest.mark.parametrize("user", ALLOWED)
async def test_a_form_is_taken_only_from_whoever_has_the_right(raised: Office, user: str, deed: str) -> None:
    before = await raised.item()
    said = await sent(raised, user, f"escalation.{deed}", {"ref": REF}, FORMS[deed])
    if deed in ALLOWED[user]:
        assert f"Done: {REF} is recorded" in said
        assert (await raised.item()).version == before.version + 1
    else:
        assert (NOTHING if user == "greg" else NO_RIGHT) in said
        assert await raised.item() == before


async def test_a_button_of_ones_own_card_with_other_data_gains_nothing(raised: Office) -> None:
    other = "E-2026-0002"
    await raised.raise_one("asha", disputed="Another matter.")
    before = await raised.item(other)
    await raised.teams.message("tom", "home")
    await raised.settle()
    home = (await raised.teams.replies("tom"))[-1]
    await raised.teams.press("tom", home, "escalation.note", data={"value": other})
    assert f"There is no escalation {other} that you can see." in await raised.shown("tom")
    await raised.teams.press("tom", home, "escalation.note", data={"verb": "escalation.assign"})
    assert NO_RIGHT in await raised.shown("tom")
    assert await raised.item(other) == before


async def test_an_account_that_the_body_claims_counts_and_none_that_a_value_claims(raised: Office) -> None:
    tom = (await raised.teams.person("tom"))["aadObjectId"]
    claimed = {"ref": REF, "who": f"teams:{tom}", "sent_once": f"{tom}:1"}
    said = await sent(raised, "greg", "escalation.note", claimed, {"text": "I ring them.", "who": f"teams:{tom}"})
    assert NOTHING in said


@pytest.mark.parametrize(
    ("deed", "values"),
    [
        ("move_stage", {"stage": "99", "reason": "No answer."}),
        ("move_stage", {"stage": 2.5, "reason": "No answer."}),
        ("move_stage", {"stage": ["2"], "reason": "No answer."}),
        ("resolve", {"outcome": "a value that nobody offered", "reason": "Both signed."}),
        ("resolve", {"outcome": "agreed"}),
        ("assign", {"owner": "person:"}),
        ("assign", {"owner": "teams:' OR 1=1 --"}),
        ("assign", {"owner": {"id": "person:asha"}}),
        ("ask_redaction", {"line": "²"}),
        ("link_duplicate", {"of": "%"}),
        ("note", {"text": None}),
        ("note", {}),
    ],
)
async def test_a_crafted_value_changes_nothing_and_is_answered_with_a_sentence(
    raised: Office, deed: str, values: dict[str, Any]
) -> None:
    before = await raised.item()
    assert await sent(raised, "ben", f"escalation.{deed}", {"ref": REF}, values)
    assert await raised.item() == before


@pytest.mark.parametrize(
    "carries", [None, "", [], "rubbish", {}, {"ref": None}, {"ref": [REF]}, {"ref": "%"}, {"ref": f"{REF}\x00"}]
)
async def test_a_form_that_carries_something_else_leads_nowhere(raised: Office, carries: object) -> None:
    before = await raised.item()
    assert "There is no escalation" in await sent(raised, "ben", "escalation.note", carries, {"text": "I ring them."})
    assert await raised.item() == before


@pytest.mark.parametrize("form", ["escalation.acknowledge", "escalation", "", "escalation.note.x", None, ["note"], 7])
async def test_a_form_that_nobody_knows_does_nothing(raised: Office, form: Any) -> None:  # noqa: ANN401 - JSON
    before = raised.tables()
    assert "no longer works" in await sent(raised, "ben", form, {"ref": REF}, {"text": "I ring them."})
    assert raised.tables() == before


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "a joke"), ("area", ["thurrock"]), ("other_agency", "x" * 3000), ("stage", "1; DROP TABLE history")],
)
async def test_a_choice_that_was_not_offered_is_refused(raised: Office, name: str, value: object) -> None:
    before = raised.tables()
    said = await sent(raised, "tom", "escalation.raise", {}, FORM | {name: value})
    assert "Not sent yet" in said
    assert raised.tables() == before
