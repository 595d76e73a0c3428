"""When one way to somebody is closed another is taken, and when none is left the team hears of it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.masking import Masker
from bot.store import outbox
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_slack import FakeSlack
from tests.slack.office import MAILBOX, REF, TEAM, Office, open_office

pytestmark = pytest.mark.capability("e-mail when the chat fails", "slack")

POST = "chat.postMessage"


async def said_in(office: Office) -> list[str]:
    """What stands in the team's channel, in plain words."""
    return [one.text for one in await office.slack.replies(TEAM)]


@pytest.fixture
async def without_mail(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> AsyncIterator[Office]:
    """An office that has no mail server."""
    async with open_office(slack, sqlite_store, masker, knowledge, mail_host="") as opened:
        yield opened


async def test_removed_from_its_channel_the_bot_tells_the_team_by_mail(office: Office) -> None:
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    (mail,) = office.mail.arrived
    assert mail["To"] == MAILBOX
    assert REF in mail["Subject"]
    assert len(await office.told("U_TOM")) == 1
    assert await office.waiting() == []


async def test_without_a_mailbox_of_the_team_its_members_get_the_mail(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> None:
    async with open_office(slack, sqlite_store, masker, knowledge, business_team_email="") as office:
        await slack.kick(TEAM)
        await office.fill_in()
        await office.send()
        assert office.mail.to == [["ben@lscp.example", "asha@lscp.example"]]


async def test_back_in_its_channel_the_bot_posts_the_next_card_there(office: Office) -> None:
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    await office.slack.administer(invite=TEAM)
    await office.raise_one(disputed="Another matter.")
    assert len(await office.cards()) == 1


async def test_without_mail_what_a_removed_bot_has_to_say_is_kept_and_can_be_sent_again(without_mail: Office) -> None:
    office = without_mail
    await office.slack.kick(TEAM)
    await office.fill_in()
    await office.send()
    (kept,) = await office.waiting()
    assert (kept.kind, kept.state, kept.error) == ("card", "failed", "slack: channel_not_found")
    await office.slack.administer(invite=TEAM)
    assert await office.store.run(outbox.resend, kept.id, office.bot.clock())
    await office.send()
    assert len(await office.cards()) == 1


async def test_somebody_who_left_slack_is_told_by_mail(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.administer(deactivate="U_NADIA")
    await office.press("U_BEN", card, "acknowledge")
    assert office.mail.to == [["nadia@health.example"]]
    assert "could not be delivered" not in "".join(await office.thread())


async def test_when_no_way_to_somebody_is_left_the_team_hears_whom_to_ring(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.administer(deactivate="U_NADIA")
    office.mail.refused["nadia@health.example"] = "550 no such mailbox"
    await office.press("U_BEN", card, "acknowledge")
    (said,) = await office.thread()
    assert said.startswith(f"{REF}: a message could not be delivered")
    assert "Nadia Shaw (Health) did not get news for the person who raised it. Ring them" in said
    (kept,) = await office.waiting()
    assert (kept.kind, kept.state) == ("told", "failed")
    assert str(kept.error).startswith("email: ")


async def test_a_way_that_fails_again_and_again_gives_place_to_the_next(office: Office) -> None:
    card = await office.raise_one("U_NADIA")
    await office.slack.fault("503", POST, channel="U_NADIA", times=99)
    await office.press("U_BEN", card, "acknowledge")
    await office.send(within=timedelta(minutes=2))
    assert office.mail.to == [["nadia@health.example"]]
    assert len(await office.told("U_NADIA")) == 1  # the receipt of before


async def test_without_another_way_it_is_tried_until_slack_is_back(without_mail: Office) -> None:
    office = without_mail
    await office.slack.fault("503", POST, channel=TEAM, times=12)
    await office.fill_in()
    await office.send(within=timedelta(hours=2))
    assert len(await office.cards()) == 1


async def test_the_mail_to_the_team_falls_back_to_its_channel(without_mail: Office) -> None:
    office = without_mail
    await office.fill_in()
    await office.at(office.bot.clock() + timedelta(minutes=241))
    assert f"{REF}: nobody has acknowledged it" in [one.splitlines()[0] for one in await said_in(office)]
