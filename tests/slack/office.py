"""A bot without workers: a test does their work itself, so that the post goes out when it says so, on its own clock."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.masking import Masker
from bot.partnership.escalation import Escalation
from bot.store import escalations, outbox
from bot.store.database import Store
from bot.store.parcels import Waiting
from bot.workflows.deliver import Courier
from knowledge.knowledge import Knowledge
from tests.fake_slack import Delivery, FakeSlack, SeenMessage, SeenView
from tests.mail.post_office import PostOffice, post_office
from tests.running import Clock
from tests.slack.bot import MONDAY_10, Bot, running_bot, settings_for, with_people

TEAM = "G_BUSINESS"
REF = "E-2026-0001"
MAILBOX = "team@lscp.example"
_CARD = re.compile(r"^E-\d{4}-\d{4}: (?:professional disagreement|concern passed)", re.MULTILINE)
FORM: dict[str, str | None] = {
    "kind": "disagreement",
    "area": "thurrock",
    "agency": "School or college",
    "other_agency": "Children's social care",
    "stage": "2",
    "danger_now": "no",
    "disputed": "The referral was closed without a visit.",
    "tried": "Two calls and a letter to the team manager.",
    "wanted": "An assessment.",
    "case_reference": "SCH-118",
}


@dataclass
class Office:
    """The bot, the people around it, and the mail server."""

    bot: Bot
    courier: Courier
    mail: PostOffice = field(default_factory=PostOffice)

    @property
    def slack(self) -> FakeSlack:
        return self.bot.slack

    @property
    def store(self) -> Store:
        return self.bot.desk.store

    async def send(self, within: timedelta = timedelta(minutes=1)) -> None:
        """Everything that waits goes out. The clock runs on as far as that needs, for a minute at most."""
        clock = self.bot.clock
        end = clock() + within
        while True:
            while await self.courier.step():
                pass
            at = await self.store.run(outbox.wake_at)
            if at is None or at > end:
                return
            clock.set(max(at, clock()))

    async def at(self, moment: datetime) -> None:
        """It is this moment; what is due goes out."""
        await self.bot.at(moment)
        await self.send()

    async def fill_in(self, user: str = "U_TOM", /, **changed: str | None) -> Delivery:
        """The form is opened, filled in and sent."""
        await self.slack.command(user, "/escalate")
        return await self.slack.submit(user, None, FORM | changed)

    async def raise_one(self, user: str = "U_TOM", /, **changed: str | None) -> SeenMessage:
        """The team's card of a new escalation, after everybody was told."""
        await self.fill_in(user, **changed)
        await self.send()
        return (await self.cards())[-1]

    async def cards(self) -> list[SeenMessage]:
        """The cards in the team's channel, the oldest first."""
        found = await self.slack.replies(TEAM)
        return [one for one in found if not one.thread_ts and _CARD.search(one.text)]

    async def card(self) -> SeenMessage:
        (found,) = await self.cards()
        return found

    async def thread(self) -> list[str]:
        """What is said below the cards, in plain words."""
        return [one.text for one in await self.slack.replies(TEAM) if one.thread_ts]

    async def told(self, user: str) -> list[str]:
        """What one person got in direct messages, in plain words."""
        return [one.text for one in await self.slack.replies(user)]

    async def press(self, user: str, where: SeenMessage | SeenView, deed: str) -> Delivery:
        """A button is pressed, and what follows from it is sent."""
        pressed = await self.slack.press(user, where, f"escalation.{deed}")
        await self.send()
        return pressed

    async def do(self, user: str, where: SeenMessage | SeenView, deed: str, **values: str) -> str:
        """A button's form is filled in and sent; what the person reads then."""
        await self.slack.press(user, where, f"escalation.{deed}")
        await self.slack.submit(user, None, values)
        await self.send()
        return await self.shown(user)

    async def view(self, user: str = "U_TOM") -> SeenView:
        """The person's open window."""
        found = await self.slack.view(user)
        assert found is not None
        return found

    async def shown(self, user: str) -> str:
        """What stands in the person's window."""
        return (await self.view(user)).words

    async def item(self, ref: str = REF) -> Escalation:
        found = await self.store.run(escalations.load, ref)
        assert found is not None
        return found

    async def waiting(self) -> list[Waiting]:
        return await self.store.run(outbox.waiting)


@asynccontextmanager
async def open_office(
    slack: FakeSlack,
    store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa_url: str = "http://127.0.0.1:9/",
    **settings: object,
) -> AsyncIterator[Office]:
    """An office on a Monday at ten with the invented people, without Rasa; `settings` may take its mail away."""
    clock = Clock()
    clock.set(MONDAY_10)
    await with_people(store)
    async with post_office() as mail:
        mailed: dict[str, object] = {"mail_host": "127.0.0.1", "mail_port": mail.port, "mail_security": "none"}
        mailed |= {"mail_from": "signpost@lscp.example", "business_team_email": MAILBOX}
        given = settings_for(slack, "http", **(mailed | settings))
        opened = running_bot(slack, store, masker, knowledge, rasa_url, settings=given, clock=clock, workers=False)
        async with opened as bot:
            await slack.settings(rate_seconds=0)  # its seconds are not those of the test's clock
            await slack.replicas([bot.url])
            courier = Courier(bot.desk, bot.channels.senders, bot.channels.team, "test")
            yield Office(bot, courier, mail)
