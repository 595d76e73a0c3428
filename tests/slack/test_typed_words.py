"""What people type stays words: no mention, no link, no formatting, no line in a log, and no more than has room."""

import json
import logging
from collections.abc import Mapping

import pytest

from tests.fake_slack import SeenMessage
from tests.fake_slack.mrkdwn import notifies_in
from tests.slack.elsewhere import sent_elsewhere
from tests.slack.office import FORM, REF, TEAM, Office

HOSTILE = (
    "<!channel> <!here|here> <@U_BEN> <http://evil.example|click> *bold* _it_ ~gone~ `code`\n\n"
    "> quoted\n:fire: &lt;!here&gt; @here"
)
OURS = ("<tel:", "<https://www.essex.gov.uk", "<mailto:")
WHAT_SLACK_FORMATS = ("<!", "<@U", "<http", "*bold*", "_it_", "~gone~", "`code`", ":fire:")


async def sent_though_doubtful(office: Office, user: str, values: Mapping[str, str | None]) -> None:
    """The open form is sent; where words are doubted, the box is ticked."""
    await office.slack.submit(user, None, dict(values))
    view = await office.slack.view(user)
    assert view is not None
    boxes = [one["block_id"] for one in view.blocks if one.get("element", {}).get("type") == "checkboxes"]
    assert all(one.startswith(OURS) for one in notifies_in({"blocks": view.blocks}))  # a window formats nothing either
    if boxes:
        await office.slack.submit(user, None, {boxes[0]: "yes"})
    await office.send()


async def everything_said(office: Office) -> list[SeenMessage]:
    """Every message of the bot: card, below it, and to people."""
    return [one for where in (TEAM, "U_TOM", "U_BEN", "U_ASHA") for one in await office.slack.replies(where)]


def neutral(message: SeenMessage) -> bool:
    """Whether a client finds nothing in it to ring, mention, open or format that is not our own."""
    said = message.text + "".join(texts(message.blocks))
    ours = all(one.startswith("<tel:") for one in message.notifies)
    return ours and not [mark for mark in WHAT_SLACK_FORMATS if mark in said]


def texts(node: object) -> list[str]:
    """Every text that Slack formats."""
    if isinstance(node, list):
        return [one for part in node for one in texts(part)]
    if not isinstance(node, dict):
        return []
    own = [str(node["text"])] if node.get("type") == "mrkdwn" else []
    return own + [one for part in node.values() for one in texts(part)]


async def test_markup_in_every_field_of_the_form_stays_words(office: Office) -> None:
    await office.slack.command("U_TOM", "/escalate", HOSTILE)
    typed = dict.fromkeys(("disputed", "tried", "wanted"), HOSTILE) | {"case_reference": "<!channel> *K7*"}
    await sent_though_doubtful(office, "U_TOM", {**FORM, **typed})
    said = await everything_said(office)
    assert len(said) == 2
    assert all(map(neutral, said))
    assert "click" in (await office.card()).words  # the words themselves are there


async def test_markup_in_the_words_of_a_command_stays_words(office: Office) -> None:
    await office.slack.command("U_TOM", "/escalate", HOSTILE)
    await sent_though_doubtful(office, "U_TOM", {name: one for name, one in FORM.items() if name != "disputed"})
    assert (await office.item()).raised.disputed.startswith("<")
    assert all(map(neutral, await everything_said(office)))


async def test_markup_in_a_message_that_is_passed_on_stays_words(office: Office) -> None:
    await office.slack.shortcut("U_TOM", "escalate_message", HOSTILE)
    await sent_though_doubtful(office, "U_TOM", {name: one for name, one in FORM.items() if name != "disputed"})
    assert all(map(neutral, await everything_said(office)))


DEEDS = {
    "note": {"text": HOSTILE},
    "move_stage": {"stage": "3", "reason": HOSTILE},
    "resolve": {"outcome": "agreed", "reason": HOSTILE},
    "link_duplicate": {"of": "<!channel> *bold*"},
    "withdraw": {"reason": HOSTILE},
    "reopen": {"reason": HOSTILE},
}


@pytest.mark.parametrize("deed", DEEDS)
async def test_markup_in_the_form_of_a_deed_stays_words(office: Office, deed: str) -> None:
    card = await office.raise_one()
    user, where = "U_BEN", card
    if deed == "withdraw":
        user, where = "U_TOM", (await office.slack.replies("U_TOM"))[-1]
    if deed == "reopen":
        await office.do("U_BEN", card, "resolve", outcome="agreed", reason="Both signed the plan.")
        where = await office.card()
    await office.slack.press(user, where, f"escalation.{deed}")
    await sent_though_doubtful(office, user, DEEDS[deed])
    view = await office.slack.view(user)
    assert view is not None
    assert notifies_in({"blocks": view.blocks}) == []
    said = await everything_said(office)
    assert all(map(neutral, said))
    assert deed == "link_duplicate" or "click" in "".join(one.text for one in said)


async def test_words_of_three_thousand_letters_are_refused_beside_their_field(office: Office) -> None:
    long = "The case was closed. " * 143
    typed = {name: str(one) for name, one in FORM.items()}
    for name, most in (("disputed", 1500), ("tried", 1500), ("wanted", 1500), ("case_reference", 60)):
        sent = await sent_elsewhere(office, "U_TOM", "escalation.raise", "{}", **typed | {name: long})
        assert sent.answer == {"response_action": "errors", "errors": {name: f"Shorten this to {most} letters."}}
    assert await office.waiting() == []


@pytest.mark.parametrize("deed", ["note", "move_stage", "resolve"])
async def test_words_of_three_thousand_letters_are_refused_in_the_form_of_a_deed_too(office: Office, deed: str) -> None:
    await office.raise_one()
    before = await office.item()
    typed = {name: "I ring them. " * 230 if one == HOSTILE else one for name, one in DEEDS[deed].items()}
    sent = await sent_elsewhere(office, "U_BEN", f"escalation.{deed}", json.dumps({"ref": REF}), **typed)
    assert sent.answer["response_action"] == "errors"
    assert set(sent.answer["errors"].values()) == {"Shorten this to 1000 letters."}
    assert await office.item() == before


async def test_no_typed_word_is_logged_from_the_form_to_the_end_nor_when_something_fails(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("bot", "slack_bolt", "slack_sdk", "aiohttp"):
        caplog.set_level(logging.DEBUG, logger=name)
    await office.slack.fault("503", "chat.*", times=2)
    await office.slack.fault("error:invalid_blocks", "chat.postMessage", channel=TEAM)
    card = await office.raise_one(disputed="typed-disputed was closed", tried="typed-tried", wanted="typed-wanted")
    await office.do(
        "U_BEN", card, "resolve", outcome="agreed", reason="typed-reason was signed"
    ) if card.actions else None
    await office.fill_in(disputed="typed-refused 943 476 5919")
    await sent_elsewhere(office, "U_BEN", "escalation.note", "typed-rubbish", text="typed-note")
    await sent_elsewhere(office, "U_BEN", "escalation.note", json.dumps({"ref": REF}), text="typed-note")
    await office.slack.kick(TEAM)
    await sent_elsewhere(office, "U_BEN", "escalation.reopen", json.dumps({"ref": REF}), reason="typed-again")
    assert caplog.records
    assert "typed-" not in caplog.text
