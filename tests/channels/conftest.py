"""Each chat with a bot of its own that knows no other: a partnership may run with either."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot.masking import Masker
from bot.partnership.people import Person, Role
from bot.store import people
from bot.store.database import Store
from bot.workflows.deliver import Courier
from bot.workflows.due import tick
from bot.workflows.plan_import import import_plan
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa
from tests.channels.chat import Behind, Chat
from tests.channels.slack_chat import SlackChat
from tests.fake_slack import FakeSlack
from tests.mail.post_office import post_office
from tests.partnership.plan_samples import ReadPlan, action
from tests.slack.bot import ASHA, BEN, MONDAY_10, Clock, running_bot, settings_for
from tests.slack.conftest import masker, rasa, slack, slack_address
from tests.slack.planned import NADIA, TOM

__all__ = ["masker", "rasa", "slack", "slack_address"]

PEOPLE: list[Person] = [BEN, ASHA, NADIA, TOM]
assert [one.role for one in PEOPLE[2:]] == [Role.LEAD, Role.CHAIR]


@pytest.fixture(params=["slack"])
async def chat(
    request: pytest.FixtureRequest,
    slack: FakeSlack,
    sqlite_store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa: FakeRasa,
) -> AsyncIterator[Chat]:
    """The chat, on a Monday at ten, with an action that is overdue."""
    async with _behind_slack(slack, sqlite_store, masker, knowledge, rasa) as behind:
        yield SlackChat(slack, behind)


@asynccontextmanager
async def _behind_slack(
    slack: FakeSlack, store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[Behind]:
    clock = Clock()
    clock.set(MONDAY_10)
    async with AsyncExitStack() as stack:
        mail = await stack.enter_async_context(post_office())
        given = settings_for(slack, "http", **mailed(mail.port))
        opened = running_bot(slack, store, masker, knowledge, rasa.url, settings=given, clock=clock, workers=False)
        bot = await stack.enter_async_context(opened)
        await slack.settings(rate_seconds=0)  # its seconds are not those of the test's clock
        await slack.replicas([bot.url])
        await with_plan(store, clock, PEOPLE)
        behind = Behind(bot, Courier(bot.desk, bot.channels.senders, bot.channels.team, "script"), mail)
        await behind.settle()
        yield behind


def mailed(port: int) -> dict[str, object]:
    """Settings of a mail server on this machine."""
    where = {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "none"}
    return {**where, "mail_from": "signpost@lscp.example", "business_team_email": "team@lscp.example"}


async def with_plan(store: Store, clock: Clock, known: list[Person]) -> None:
    """The people, and an action in the plan since the Monday whose digest had nothing to tell."""
    from bot.partnership.rules import load_rules

    await store.run(people.replace_all, known)
    await store.run(tick, load_rules(), clock())
    await store.run(import_plan, ReadPlan((action(),)), clock())
