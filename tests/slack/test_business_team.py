"""What the business team does with an escalation: the card follows in place and the requester is told of each step."""

import pytest

from bot.partnership.escalation import State
from tests.fake_slack import SeenMessage
from tests.slack.elsewhere import pressed_elsewhere
from tests.slack.office import REF, Office

DEEDS = ["acknowledge", "assign", "note", "move_stage", "resolve", "link_duplicate", "ask_redaction"]
FILLED: dict[str, dict[str, str]] = {
    "assign": {"owner": "U_NADIA"},
    "note": {"text": "I ring them today."},
    "move_stage": {"stage": "3", "reason": "No answer at this stage."},
    "resolve": {"outcome": "agreed", "reason": "Both signed the plan."},
    "reopen": {"reason": "The plan was not kept."},
    "link_duplicate": {"of": "E-2026-0002"},
    "withdraw": {"reason": "They rang me back."},
}


async def changed_in_place(office: Office, before: SeenMessage) -> SeenMessage:
    """The card as it is now, which is still the same message."""
    now = await office.card()
    assert now.ts == before.ts
    assert now.words != before.words
    return now


async def test_the_card_has_the_buttons_that_fit_its_state(office: Office) -> None:
    card = await office.raise_one()
    buttons = [one.removeprefix("escalation.") for one in card.actions]
    assert buttons == DEEDS
    assert card.notifies == ()


async def test_acknowledging_changes_the_card_and_tells_the_requester_who_and_when(office: Office) -> None:
    card = await office.raise_one()
    await office.press("U_BEN", card, "acknowledge")
    now = await changed_in_place(office, card)
    assert "Ben Okoro (LSCP), Monday 23 November, 10:00" in now.words
    assert "escalation.acknowledge" not in now.actions
    assert "Ben Okoro (LSCP) acknowledged it on Monday 23 November, 10:00." in (await office.told("U_TOM"))[-1]


async def test_the_second_who_acknowledges_hears_that_it_was_done_and_nothing_changes(office: Office) -> None:
    card = await office.raise_one()
    await office.press("U_BEN", card, "acknowledge")
    told = await office.told("U_TOM")
    said = await pressed_elsewhere(office, "U_ASHA", "escalation.acknowledge", REF)  # on a screen that was slow
    assert f"{REF} was already acknowledged at 10:00 on 23 November. Nothing was changed." in said
    assert await office.told("U_TOM") == told
    assert (await office.item()).acknowledged_by == "person:ben"


async def test_an_assignment_tells_the_owner_and_the_requester(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "assign", owner="U_ASHA")
    assert "Asha Rahman (LSCP)" in (await changed_in_place(office, card)).words
    assert (await office.told("U_ASHA"))[-1].startswith(f"{REF} was assigned to you")
    assert "Asha Rahman (LSCP) is responsible for it from now on." in (await office.told("U_TOM"))[-1]


async def test_somebody_whom_the_people_file_knows_by_e_mail_can_be_chosen(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "assign", owner="U_NADIA")
    assert (await office.item()).owner == "nadia"
    assert (await office.told("U_NADIA"))[-1].startswith(f"{REF} was assigned to you")


@pytest.mark.parametrize("owner", ["U_TOM", "U_STRANGER", "U_GONE"])
async def test_somebody_who_is_not_in_the_people_file_is_refused_with_a_sentence(office: Office, owner: str) -> None:
    card = await office.raise_one()
    said = await office.do("U_BEN", card, "assign", owner=owner)
    assert "That person is not in the people file, so nothing was assigned. Choose somebody who is." in said
    assert (await office.item()).owner is None


async def test_the_owner_works_on_it_from_their_own_message(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "assign", owner="U_NADIA")
    message = (await office.slack.replies("U_NADIA"))[-1]
    assert "escalation.assign" not in message.actions
    await office.press("U_NADIA", message, "acknowledge")
    await office.do("U_NADIA", message, "move_stage", **FILLED["move_stage"])
    await office.do("U_NADIA", message, "resolve", **FILLED["resolve"])
    item = await office.item()
    assert (item.state, item.acknowledged_by, item.stage) == (State.RESOLVED, "person:nadia", 3)


async def test_a_note_stands_on_the_card_below_it_and_in_the_requesters_message(office: Office) -> None:
    card = await office.raise_one()
    shown = await office.do("U_BEN", card, "note", text="I ring them today.")
    assert f"Done: {REF} is recorded" in shown
    assert "I ring them today." in (await changed_in_place(office, card)).words
    assert "I ring them today." in (await office.thread())[-1]
    assert "I ring them today." in (await office.told("U_TOM"))[-1]


async def test_the_requesters_note_reaches_the_team_and_not_the_requester(office: Office) -> None:
    card = await office.raise_one()
    receipt = (await office.slack.replies("U_TOM"))[-1]
    await office.do("U_TOM", receipt, "note", text="They rang me.")
    assert "They rang me." in (await office.card()).words
    assert "They rang me." in (await office.thread())[-1]
    assert len(await office.told("U_TOM")) == 1
    assert card.ts == (await office.card()).ts


async def test_a_name_in_a_note_must_be_changed_or_confirmed_there_too(office: Office) -> None:
    card = await office.raise_one()
    shown = await office.do("U_BEN", card, "note", text="I rang Mia Jones.")
    assert "“Mia Jones”" in shown
    assert (await office.item()).notes == ()
    await office.slack.submit("U_BEN", None, {"text": "I rang the manager."})
    assert [note.text for note in (await office.item()).notes] == ["I rang the manager."]


async def test_an_nhs_number_in_a_reason_is_refused_beside_its_field(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "resolve", outcome="agreed", reason="See 943 476 5919")
    view = await office.slack.view("U_BEN")
    assert view is not None
    assert view.errors == {"reason": "This holds an NHS number. Take it out; your own case reference is enough."}
    assert (await office.item()).state is State.OPEN


async def test_another_stage_is_offered_and_its_limit_begins_anew(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "move_stage", **FILLED["move_stage"])
    now = await changed_in_place(office, card)
    assert "3 of 4" in now.words and "Monday 30 November, 17:00" in now.words
    assert "now at stage 3" in (await office.told("U_TOM"))[-1]
    assert "No answer at this stage." in (await office.thread())[-1]


async def test_the_present_stage_is_not_among_those_offered(office: Office) -> None:
    card = await office.raise_one()
    with pytest.raises(ValueError, match="has no option '2'; it has '1', '3', '4'"):
        await office.do("U_BEN", card, "move_stage", stage="2", reason="By mistake.")
