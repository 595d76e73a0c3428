"""How an escalation ends: resolved, withdrawn or linked as a duplicate, and opened again."""

import pytest

from bot.partnership.escalation import State
from tests.fake_slack import SeenMessage
from tests.slack.office import REF, Office
from tests.slack.test_business_team import FILLED, changed_in_place


async def closed(office: Office) -> SeenMessage:
    """The card of an escalation that was resolved."""
    card = await office.raise_one()
    await office.do("U_BEN", card, "resolve", **FILLED["resolve"])
    return await office.card()


async def test_resolving_closes_the_card_with_its_outcome_and_reason(office: Office) -> None:
    card = await office.raise_one()
    await office.do("U_BEN", card, "resolve", **FILLED["resolve"])
    now = await changed_in_place(office, card)
    assert "Closed, resolved" in now.words and "Agreement reached" in now.words and "Both signed the plan." in now.words
    assert [one.removeprefix("escalation.") for one in now.actions] == ["reopen", "ask_redaction"]
    told = (await office.told("U_TOM"))[-1]
    assert "closed it as resolved" in told and "Both signed the plan." in told


async def test_a_resolved_escalation_can_be_reopened_with_a_reason(office: Office) -> None:
    card = await closed(office)
    await office.do("U_ASHA", card, "reopen", **FILLED["reopen"])
    now = await changed_in_place(office, card)
    assert "Open, not acknowledged yet" in now.words and "escalation.acknowledge" in now.actions
    told = (await office.told("U_TOM"))[-1]
    assert "Asha Rahman (LSCP) opened it again" in told and "The plan was not kept." in told


@pytest.mark.parametrize("deed", ["assign", "move_stage", "resolve", "link_duplicate"])
async def test_a_form_that_was_open_while_it_was_closed_says_so(office: Office, deed: str) -> None:
    card = await office.raise_one()
    await office.slack.press("U_ASHA", card, f"escalation.{deed}")
    await office.do("U_BEN", card, "resolve", **FILLED["resolve"])
    await office.slack.submit("U_ASHA", None, FILLED[deed] | ({"of": REF} if deed == "link_duplicate" else {}))
    assert f"{REF} is closed (resolved). Reopen it first." in await office.shown("U_ASHA")


async def test_a_linked_duplicate_is_closed_and_names_the_one_that_goes_on(office: Office) -> None:
    card = await office.raise_one()
    await office.raise_one("U_NADIA", disputed="The same matter.")
    await office.do("U_BEN", card, "link_duplicate", of=" e-2026-0002 ")
    now = (await office.cards())[0]
    assert now.ts == card.ts
    assert "Closed as a duplicate of E-2026-0002" in now.words
    told = (await office.told("U_TOM"))[-1]
    assert "E-2026-0002 is about the same and goes on" in told
    assert "The same matter." not in told  # not one's own


@pytest.mark.parametrize("of", ["E-2026-0999", REF, "anything else"])
async def test_a_duplicate_of_nothing_or_of_itself_is_refused_with_a_sentence(office: Office, of: str) -> None:
    card = await office.raise_one()
    said = await office.do("U_BEN", card, "link_duplicate", of=of)
    assert "There is no escalation" in said or "Name the escalation that goes on" in said
    assert (await office.item()).state is State.OPEN


async def test_only_whoever_raised_it_withdraws_it_and_the_team_hears(office: Office) -> None:
    card = await office.raise_one()
    receipt = (await office.slack.replies("U_TOM"))[-1]
    await office.do("U_TOM", receipt, "withdraw", **FILLED["withdraw"])
    assert "Closed, withdrawn by the person who raised it" in (await changed_in_place(office, card)).words
    assert "They rang me back." in (await office.thread())[-1]
    assert len(await office.told("U_TOM")) == 1
