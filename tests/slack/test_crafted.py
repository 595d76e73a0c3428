"""Values that no screen of ours offers lead nowhere, although Slack has signed them."""

import json

import pytest

from tests.slack.elsewhere import pressed_elsewhere, sent_elsewhere
from tests.slack.office import FORM, REF, Office
from tests.slack.test_security import tables


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "a joke"),
        ("area", "<!channel>"),
        ("agency", "Ministry of Magic"),
        ("other_agency", "x" * 3000),
        ("stage", "99"),
        ("stage", "1; DROP TABLE history"),
        ("danger_now", "perhaps"),
    ],
)
async def test_a_choice_that_was_not_offered_is_refused(office: Office, name: str, value: str) -> None:
    typed = {field: str(one) for field, one in FORM.items()} | {name: value}
    sent = await sent_elsewhere(office, "U_TOM", "escalation.raise", "{}", **typed)
    assert (sent.answer["response_action"], list(sent.answer["errors"])) == ("errors", [name])
    assert value not in str(sent.answer)
    assert await office.waiting() == []


@pytest.mark.parametrize(
    ("deed", "values"),
    [
        ("move_stage", {"stage": "99", "reason": "No answer."}),
        ("move_stage", {"stage": "-1", "reason": "No answer."}),
        ("move_stage", {"stage": "two", "reason": "No answer."}),
        ("move_stage", {"stage": "9" * 400, "reason": "No answer."}),
        ("move_stage", {"reason": "No answer."}),
        ("resolve", {"outcome": "a value that nobody offered", "reason": "Both signed."}),
        ("resolve", {"outcome": "agreed"}),
        ("assign", {"owner": "person:"}),
        ("assign", {"owner": "slack:' OR 1=1 --"}),
        ("assign", {}),
        ("ask_redaction", {"line": "99"}),
        ("ask_redaction", {"line": "²"}),
        ("link_duplicate", {"of": "%"}),
        ("note", {}),
    ],
)
async def test_a_crafted_value_changes_nothing_and_is_answered_with_a_sentence(
    office: Office, deed: str, values: dict[str, str]
) -> None:
    await office.raise_one()
    before = await office.item()
    sent = await sent_elsewhere(office, "U_BEN", f"escalation.{deed}", json.dumps({"ref": REF}), **values)
    assert sent.ok
    assert sent.answer["response_action"] == "update"
    assert await office.item() == before


@pytest.mark.parametrize(
    "carried",
    [
        *("", "{}", "rubbish", "[]", '"E-2026-0001"', '{"ref": null}', '{"ref": ["E-2026-0001"]}', '{"ref": "%"}'),
        *('{"ref": "E-2026-0001\\u0000"}', '{"ref": "e-2026-0001"}', json.dumps({"ref": "<!channel>" * 300})),
    ],
)
async def test_a_crafted_private_metadata_leads_nowhere(office: Office, carried: str) -> None:
    await office.raise_one()
    before = tables(office)
    sent = await sent_elsewhere(office, "U_BEN", "escalation.note", carried, text="I ring them.")
    assert not sent.ok or "There is no escalation" in str(sent.answer)
    assert "<!channel>" not in str(sent.answer)
    assert tables(office) == before


@pytest.mark.parametrize(
    "action",
    [
        *("escalation.raise", "escalation.delete", "escalation.acknowledge.now", "xescalation.acknowledge", ""),
        *("escalation", "escalation.acknowledge:x", "escalation_acknowledge", "ESCALATION.ACKNOWLEDGE"),
    ],
)
async def test_an_action_that_nobody_knows_does_nothing(office: Office, action: str) -> None:
    await office.raise_one()
    before = await office.item()
    await pressed_elsewhere(office, "U_BEN", action, REF)
    assert await office.item() == before


async def test_a_form_that_nobody_knows_does_nothing(office: Office) -> None:
    await office.raise_one()
    before = await office.item()
    for form in ("escalation.acknowledge", "escalation.redact", "escalation", "escalation.note.x", ""):
        sent = await sent_elsewhere(office, "U_BEN", form, json.dumps({"ref": REF}), text="I ring them.", line="1")
        assert not sent.ok or "no longer works" in str(sent)
    assert await office.item() == before
