"""A partnership that uses Slack and Teams: each person and the team are written to where they want it, once."""

import pytest

from bot.masking import Masker
from bot.store.database import Store
from bot.workflows.plan_import import import_plan
from knowledge.knowledge import Knowledge
from tests.fake_slack import FakeSlack
from tests.fake_teams import FakeTeams
from tests.partnership.plan_samples import ReadPlan, action
from tests.slack.office import FORM as SLACK_FORM
from tests.slack.planned import TUESDAY_9
from tests.teams.both_chats import Chats
from tests.teams.office import REF


@pytest.fixture
def chats(teams: FakeTeams, slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge) -> Chats:
    """Both chats; a test opens its office."""
    return Chats(teams, slack, sqlite_store, masker, knowledge)


@pytest.mark.parametrize("prefers", ["slack", "teams", "email"])
async def test_a_reminder_goes_where_its_person_prefers_and_nowhere_else(chats: Chats, prefers: str) -> None:
    async with chats.office(prefers) as office:
        await office.at(office.bot.clock())  # the digest of this Monday has nothing to tell
        await office.store.run(import_plan, ReadPlan((action(),)), office.bot.clock())
        await office.at(TUESDAY_9)
        assert await chats.where_is("Map the places", office, "nadia") == {prefers: 1}


async def test_when_the_chat_that_somebody_prefers_is_closed_the_other_one_is_taken(chats: Chats) -> None:
    async with chats.office("teams") as office:
        await office.teams.remove("nadia")
        await office.say("person:nadia", "A kettle.")
        await office.settle()
        assert await chats.where_is("A kettle.", office, "nadia") == {"slack": 1}
        assert office.mail.arrived == []


@pytest.mark.parametrize("first", ["slack", "teams"])
async def test_the_settings_say_where_the_team_has_its_card_whatever_chat_it_was_raised_in(
    chats: Chats, first: str
) -> None:
    async with chats.office(business_team_channel=first) as office:
        await office.fill_in()
        await office.settle()
        assert await chats.team_cards(office) == {"slack": 0, "teams": 0, first: 1}


async def test_when_the_first_chat_of_the_team_is_closed_the_card_is_in_the_other(chats: Chats) -> None:
    async with chats.office(business_team_channel="teams") as office:
        await office.teams.remove("ben", "business")
        await office.fill_in()
        await office.settle()
        assert await chats.team_cards(office) == {"slack": 1, "teams": 0}
        assert office.mail.arrived == []


async def test_a_receipt_is_shown_in_the_chat_that_was_used_and_told_where_the_person_wants_it(
    chats: Chats, slack: FakeSlack
) -> None:
    async with chats.office("teams") as office:
        await office.fill_in("tom")
        assert REF in await office.shown("tom")
        await slack.command("U_TOM", "/escalate")
        await slack.submit("U_TOM", None, SLACK_FORM | {"disputed": "Another matter."})
        view = await slack.view("U_TOM")
        assert view is not None and "E-2026-0002" in view.words
        await office.settle()
        assert await chats.where_is(REF, office, "tom") == {"teams": 1}
        assert await chats.where_is("E-2026-0002", office, "tom") == {"teams": 1}


async def test_what_was_raised_in_one_chat_is_on_the_own_page_of_the_other(chats: Chats, slack: FakeSlack) -> None:
    async with chats.office() as office:
        await office.fill_in("tom")
        await slack.open_home("U_TOM")
        await office.settle()
        home = await slack.home("U_TOM")
        assert home is not None and REF in home.words


async def test_an_answer_comes_where_it_was_asked(chats: Chats, slack: FakeSlack) -> None:
    async with chats.office("email") as office:
        before = len(await office.told("nadia"))
        await office.teams.message("nadia", "An 8-year-old has a belt mark")
        await office.settle()
        assert len(await office.told("nadia")) == before + 1
        await slack.message("U_NADIA", "An 8-year-old has a belt mark")
        await office.settle()
        assert len(await slack.replies("U_NADIA")) == 1
        assert office.mail.arrived == []
