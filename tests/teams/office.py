"""A bot in Teams without workers: a test does their work itself, so that the post goes out when it says so."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.masking import Masker
from bot.partnership.escalation import Escalation
from bot.partnership.notices import Notice
from bot.store import escalations, outbox, people
from bot.store.database import Store
from bot.store.parcels import Waiting
from bot.store.tables import metadata
from bot.workflows.deliver import Courier
from bot.workflows.due import tick
from knowledge.knowledge import Knowledge
from tests.channels.chat import Behind
from tests.fake_teams import FakeTeams
from tests.fake_teams.seen import Seen
from tests.mail.post_office import PostOffice, post_office
from tests.running import Clock
from tests.slack.bot import MONDAY_10
from tests.slack.office import FORM as SLACK_FORM
from tests.slack.office import MAILBOX, REF
from tests.teams.bot import PEOPLE, running_bot, settings_for

__all__ = ["MAILBOX", "REF"]

FORM = {name: str(value) for name, value in SLACK_FORM.items()}
QUIET: dict[str, object] = {"mail_security": "none", "mail_from": "signpost@lscp.example"}


@dataclass
class Office(Behind):
    """The bot, the people around it, and the mail server."""

    teams: FakeTeams
    mail: PostOffice

    @property
    def store(self) -> Store:
        return self.desk.store

    async def at(self, moment: datetime) -> None:
        """It is this moment; what is due goes out."""
        self.bot.clock.set(moment)
        await self.store.run(tick, self.desk.rules, self.bot.clock())
        await self.settle()

    async def open_form(self, user: str = "tom") -> None:
        """The person has the form of an escalation open."""
        await self.teams.message(user, "help")
        await self.settle()
        shown = [one for one in await self.teams.replies(user) if "escalate.open" in one.buttons]
        await self.teams.press(user, shown[-1], "escalate.open")

    async def fill_in(self, user: str = "tom", **changed: str) -> None:
        """An escalation is recorded; nobody was told yet."""
        await self.open_form(user)
        sent = await self.teams.submit(user, FORM | changed)
        assert sent.ok, sent
        dialog = await self.teams.dialog(user)
        assert dialog is not None and dialog.title == "Recorded", dialog

    async def raise_one(self, user: str = "tom", **changed: str) -> Seen:
        """The team's card of a new escalation, after everybody was told."""
        await self.fill_in(user, **changed)
        await self.settle()
        return (await self.cards())[-1]

    async def cards(self) -> list[Seen]:
        """The cards in the team's channel, the oldest first."""
        return [one for one in await self.teams.replies("business") if one.thread is None and "E-2026-" in one.words]

    async def card(self) -> Seen:
        (found,) = await self.cards()
        return found

    async def told(self, user: str) -> list[str]:
        """What one person got in the own chat."""
        return [one.words for one in await self.teams.replies(user)]

    async def shown(self, user: str) -> str:
        """What stands in the person's dialog, or else the last sentence that a press was answered with."""
        dialog = await self.teams.dialog(user)
        return dialog.words if dialog else "".join((await self.teams.told(user))[-1:])

    async def say(self, to: str, *texts: str) -> None:
        """Plain words for somebody, one notice for each."""
        news = [Notice(f"plain:{to}:{text}", "plain", to, text, data={"title": "News", "text": text}) for text in texts]
        await self.store.run(outbox.add, news, self.bot.clock())

    async def item(self, ref: str = REF) -> Escalation:
        found = await self.store.run(escalations.load, ref)
        assert found is not None
        return found

    async def waiting(self) -> list[Waiting]:
        return await self.store.run(outbox.waiting)

    def courier_of(self, seconds: float) -> None:
        """From now on a way is given so many seconds."""
        channels = self.bot.channels
        self.courier = Courier(self.desk, channels.senders, channels.team, "test", send_seconds=seconds)

    def tables(self) -> str:
        """All rows of all tables."""
        with self.store.begin() as tx:
            return repr([tx.execute(select(table)).all() for table in metadata.tables.values()])

    async def by(self, user: str, name: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """An invoke of that person as Teams would sign it, whatever stands in it."""
        made = await self.teams.unsent(user, "x")
        return {**made, "type": "invoke", "name": name, "value": dict(value), "text": None}


@asynccontextmanager
async def open_office(
    teams: FakeTeams,
    store: Store,
    masker: Masker,
    knowledge: Knowledge,
    rasa_url: str = "http://127.0.0.1:9/",
    **settings: object,
) -> AsyncIterator[Office]:
    """An office on a Monday at ten with the app in everybody's own chat; `settings` may take its mail away."""
    clock = Clock()
    clock.set(MONDAY_10)
    await store.run(people.replace_all, PEOPLE)
    async with post_office() as mail:
        mailed = QUIET | {"mail_host": "127.0.0.1", "mail_port": mail.port, "business_team_email": MAILBOX}
        given = settings_for(teams, **(mailed | settings))
        opened = running_bot(teams, store, masker, knowledge, rasa_url, settings=given, clock=clock, workers=False)
        async with opened as bot:
            office = Office(bot, Courier(bot.desk, bot.channels.senders, bot.channels.team, "test"), teams, mail)
            for user in ("nadia", "tom", "ben", "asha", "greg"):
                await teams.install(user)
            await office.settle(timedelta(minutes=2))
            yield office
