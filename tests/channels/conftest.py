"""Each chat with a bot of its own that knows no other: a partnership may run with either."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.masking import Masker
from bot.partnership.people import Person
from bot.partnership.rules import load_rules
from bot.store import people
from bot.store.database import Store
from bot.workflows.deliver import Courier
from bot.workflows.due import tick
from bot.workflows.plan_import import import_plan
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa
from tests.channels.chat import Behind, Chat
from tests.channels.slack_chat import SlackChat
from tests.channels.teams_chat import TeamsChat
from tests.library.example import FIRST, SECOND, example, took
from tests.library.making import changed
from tests.mail.post_office import post_office
from tests.partnership.plan_samples import ReadPlan, action
from tests.running import Clock, Running
from tests.slack import bot as slack_bot
from tests.slack import planned
from tests.slack.conftest import masker, rasa, slack_address
from tests.slack.conftest import watched as watched_slack
from tests.teams import bot as teams_bot
from tests.teams.conftest import teams_address
from tests.teams.conftest import watched as watched_teams

__all__ = ["masker", "rasa", "slack_address", "teams_address"]


@pytest.fixture(scope="session")
def knowledge(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge with two editions of an invented procedure; the second changed what the route to the LADO cites."""
    copies = tmp_path_factory.mktemp("documents") / "copies"
    made = example(knowledge, copies)
    took(made, copies, FIRST)
    took(
        made, copies, SECOND, changed(_2_1="Ring the Exampleshire front door within the hour, and write the same day.")
    )
    return made


IN_SLACK = [slack_bot.BEN, slack_bot.ASHA, planned.NADIA, planned.TOM]


@pytest.fixture(params=["slack", "teams"])
async def chat(
    request: pytest.FixtureRequest, sqlite_store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[Chat]:
    """The chat, on a Monday at ten, with an action that is overdue."""
    clock, given = Clock(), (sqlite_store, masker, knowledge, rasa.url)
    clock.set(slack_bot.MONDAY_10)
    async with AsyncExitStack() as stack:
        mail = mailed((await stack.enter_async_context(post_office())).port)
        if request.param == "slack":
            slack = await stack.enter_async_context(watched_slack(request.getfixturevalue("slack_address")))
            in_slack = slack_bot.settings_for(slack, "http", **mail)
            opened = slack_bot.running_bot(slack, *given, settings=in_slack, clock=clock, workers=False)
            bot = await stack.enter_async_context(opened)
            await slack.settings(rate_seconds=0)  # its seconds are not those of the test's clock
            await slack.replicas([bot.url])
            yield SlackChat(slack, await behind(bot, IN_SLACK))
        else:
            teams = await stack.enter_async_context(watched_teams(request.getfixturevalue("teams_address")))
            in_teams = teams_bot.settings_for(teams, **mail)
            running = teams_bot.running_bot(teams, *given, settings=in_teams, clock=clock, workers=False)
            known = await behind(await stack.enter_async_context(running), teams_bot.PEOPLE)
            for who in ("nadia", "tom", "ben", "asha", "greg"):
                await teams.install(who)
            await known.settle()
            yield TeamsChat(teams, known)


async def behind(bot: Running, known: list[Person]) -> Behind:
    """The bot with these people, and an action in the plan since the Monday whose digest had nothing to tell."""
    store = bot.desk.store
    await store.run(people.replace_all, known)
    await store.run(tick, load_rules(), bot.clock())
    await store.run(import_plan, ReadPlan((action(),)), bot.clock())
    found = Behind(bot, Courier(bot.desk, bot.channels.senders, bot.channels.team, "script"))
    await found.settle()
    return found


def mailed(port: int) -> dict[str, object]:
    """Settings of a mail server on this machine."""
    where = {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "none"}
    return {**where, "mail_from": "signpost@lscp.example", "business_team_email": "team@lscp.example"}
