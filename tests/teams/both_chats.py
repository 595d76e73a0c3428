"""An office with both chats, and where somebody was told something."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.masking import Masker
from bot.partnership.people import Person
from bot.store import people
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_slack import FakeSlack
from tests.fake_teams import FakeTeams
from tests.slack import bot as slack_bot
from tests.slack.office import TEAM
from tests.teams import bot as teams_bot
from tests.teams.office import REF, Office, open_office

_SLACK = ("slack_mode", "slack_bot_token", "slack_signing_secret", "slack_business_channel", "slack_api_url")
_IN_SLACK = {"ben": "U_BEN", "asha": "U_ASHA", "nadia": "U_NADIA", "tom": "U_TOM"}
_NADIAS = "00000000-0000-4000-8000-0000000000a1"


@dataclass(frozen=True)
class Chats:
    """The stand-ins for both, and what the bot needs."""

    teams: FakeTeams
    slack: FakeSlack
    store: Store
    masker: Masker
    knowledge: Knowledge

    @asynccontextmanager
    async def office(self, prefers: str | None = None, **settings: object) -> AsyncIterator[Office]:
        """An office in which everybody has both chats and e-mail, and `prefers` one of them."""
        of_slack = slack_bot.settings_for(self.slack, "http")
        given = {name: getattr(of_slack, name) for name in _SLACK} | settings
        async with open_office(self.teams, self.store, self.masker, self.knowledge, **given) as office:
            known = [replace(_in_both(one), prefers=prefers) for one in teams_bot.PEOPLE]
            await self.store.run(people.replace_all, known)
            await self.slack.settings(rate_seconds=0)  # its seconds are not those of the test's clock
            await self.slack.replicas([f"{office.bot.address}/slack/events"])
            yield office

    async def where_is(self, words: str, office: Office, user: str) -> dict[str, int]:
        """How often somebody was told these words, by channel."""
        counted = {
            "slack": sum(words in one.words for one in await self.slack.replies(_IN_SLACK[user])),
            "teams": sum(words in one for one in await office.told(user)),
            "email": sum(words in f"{one['Subject']} {one.get_content()}" for one in office.mail.arrived),
        }
        return {channel: count for channel, count in counted.items() if count}

    async def team_cards(self, office: Office) -> dict[str, int]:
        """How many cards the business team has, by channel."""
        found = [one for one in await self.slack.replies(TEAM) if REF in one.text and not one.thread_ts]
        return {"slack": len(found), "teams": len(await office.cards())}


def _in_both(person: Person) -> Person:
    """The same person with an account in each chat and an address."""
    address = person.email or f"{person.id}@partner.example"
    return replace(person, slack_id=_IN_SLACK[person.id], teams_id=person.teams_id or _NADIAS, email=address)
