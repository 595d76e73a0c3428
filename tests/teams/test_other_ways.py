"""When Teams is closed to somebody another way is taken, and when none is left the team hears of it."""

from dataclasses import replace

import pytest
from sqlalchemy import delete

from bot.partnership.notices import TEAM as TO_TEAM
from bot.store import conversations, people
from bot.store.tables import conversations as table
from bot.teams.place import CHANNEL
from tests.teams import bot
from tests.teams.office import MAILBOX, REF, Office
from tests.teams.test_delivery import TOM, news

pytestmark = pytest.mark.capability("e-mail when the chat fails", "teams")

BUSINESS = "19:business@thread.tacv2"
TOMS = "a:1tom-with-the-bot"
TOMS_MAIL = "tom@school.example"


async def is_reachable(office: Office, id: str) -> bool:
    """Whether the bot still speaks in that conversation."""
    found = await office.store.run(conversations.load, CHANNEL, id)
    return found is not None and found.reachable


async def has_mail(office: Office, account: str = "") -> None:
    """Tom can be reached by e-mail too, and perhaps has another account in Teams."""
    changed = replace(bot.TOM, email=TOMS_MAIL, teams_id=account or bot.TOM.teams_id)
    await office.store.run(people.replace_all, [*(one for one in bot.PEOPLE if one != bot.TOM), changed])


async def forget(office: Office, account: str) -> None:
    """Teams has never told the bot of a chat with that account."""
    with office.store.begin() as tx:
        tx.execute(delete(table).where(table.c.person == account))


@pytest.fixture
async def with_mail(office: Office) -> Office:
    """Tom can be reached by e-mail too."""
    await has_mail(office)
    return office


async def test_removed_from_its_channel_the_bot_tells_the_team_by_mail(office: Office) -> None:
    await office.teams.remove("ben", "business")
    await office.fill_in()
    await office.settle()
    (mail,) = office.mail.arrived
    assert str(mail["To"]).startswith(MAILBOX)
    assert REF in mail["Subject"]
    assert await office.waiting() == []


async def test_back_in_its_channel_the_bot_posts_the_next_card_there(office: Office) -> None:
    await office.teams.remove("ben", "business")
    await office.fill_in()
    await office.settle()
    await office.teams.add_to_team("ben", "business")
    await office.settle()
    await office.raise_one(disputed="Another matter.")
    assert len(await office.cards()) == 1


async def test_a_channel_that_was_closed_is_open_again_when_somebody_writes_there(office: Office) -> None:
    await office.teams.mention("ben", "business", "help")
    await office.settle()
    await office.teams.fault("404", "send", conversation=BUSINESS)
    await office.say(TO_TEAM, "one")
    await office.settle()
    assert len(office.mail.arrived) == 1
    assert not await is_reachable(office, BUSINESS)
    await office.teams.mention("ben", "business", "help")
    await office.say(TO_TEAM, "two")
    await office.settle()
    assert await news(office) == ["two"]
    assert len(office.mail.arrived) == 1


@pytest.mark.parametrize("status", ["403", "404"])
async def test_a_closed_chat_is_marked_and_the_person_told_by_mail_until_they_write_again(
    with_mail: Office, status: str
) -> None:
    office = with_mail
    await office.teams.fault(status, "send", conversation=TOMS)
    await office.say(TOM, "one")
    await office.settle()
    assert office.mail.to == [[TOMS_MAIL]]
    assert not await is_reachable(office, TOMS)
    await office.teams.message("tom", "help")
    assert await is_reachable(office, TOMS)
    await office.say(TOM, "two")
    await office.settle()
    assert await news(office, "tom") == ["two"]
    assert office.mail.to == [[TOMS_MAIL]]


async def test_who_took_the_app_away_is_told_by_mail_and_installed_again_in_teams(with_mail: Office) -> None:
    office = with_mail
    await office.teams.remove("tom")
    await office.say(TOM, "one", "two")
    await office.settle()
    assert office.mail.to == [[TOMS_MAIL], [TOMS_MAIL]]
    await office.teams.install("tom")
    await office.say(TOM, "three")
    await office.settle()
    assert await news(office, "tom") == ["three"]


async def test_when_no_way_to_somebody_is_left_the_team_hears_whom_to_ring(office: Office) -> None:
    card = await office.raise_one()
    await office.teams.remove("tom")
    await office.teams.press("ben", card, "escalation.acknowledge")
    await office.settle()
    said = [one.words for one in await office.teams.replies("business") if "could not be delivered" in one.words]
    assert len(said) == 1
    assert "Tom Hale (School or college)" in said[0]
    (kept,) = await office.waiting()
    assert (kept.kind, kept.state, kept.error) == ("told", "failed", "teams: status 403")


async def test_a_way_that_fails_again_and_again_gives_place_to_the_next(with_mail: Office) -> None:
    office = with_mail
    await office.teams.fault("503", "send", conversation=TOMS, times=99)
    await office.say(TOM, "one")
    await office.settle()
    assert office.mail.to == [[TOMS_MAIL]]
    assert await is_reachable(office, TOMS)  # an outage closes no chat


async def test_somebody_whom_teams_does_not_know_yet_is_written_to_first(office: Office) -> None:
    nadia = (await office.teams.person("nadia"))["aadObjectId"]
    await forget(office, nadia)
    await office.say(f"teams:{nadia}", "one")
    await office.settle()
    assert await news(office, "nadia") == ["one"]


async def test_somebody_without_the_app_gets_mail(office: Office) -> None:
    greg = (await office.teams.person("greg"))["aadObjectId"]
    await forget(office, greg)
    await office.teams.fault("403", "create")
    await has_mail(office, greg)
    await office.say(f"teams:{greg}", "one")
    await office.settle()
    assert office.mail.to == [[TOMS_MAIL]]
