"""An office in which a plan is known, and what its people do with it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.partnership.people import Person, Role
from bot.partnership.plan import Action
from bot.store import actions, people
from bot.workflows.intake import Intake
from bot.workflows.plan_import import import_plan
from tests.fake_slack import SeenMessage, SeenView
from tests.partnership.plan_samples import ReadPlan, action
from tests.slack.bot import ASHA, BEN, MONDAY_10
from tests.slack.elsewhere import pressed_elsewhere
from tests.slack.office import TEAM, Office

TUESDAY_9 = datetime(2026, 11, 24, 9, tzinfo=UTC)
NADIA = Person("nadia", "Nadia Shaw", "Health", Role.LEAD, slack_id="U_NADIA", order=2)
TOM = Person("tom", "Tom Hale", "School or college", Role.CHAIR, groups=("MACE",), slack_id="U_TOM", order=3)
GREG = Person("greg", "Greg Flint", "Charity", email="greg@charity.example", order=4)  # knows nothing of the plan
NUMBER = action().id
REASON = "The analyst is away."


@dataclass
class PlanOffice:
    """The office, with the plan's people: Nadia leads, Tom chairs the group, Greg has no part in it."""

    office: Office

    async def plan(self, *known: Action) -> None:
        """These actions stand in the plan, since the evening after a Monday whose digest had nothing to tell."""
        await self.office.store.run(people.replace_all, [BEN, ASHA, NADIA, TOM, GREG])
        await self.office.at(MONDAY_10)
        evening = TUESDAY_9 - timedelta(hours=15)
        await self.office.store.run(import_plan, ReadPlan(known or (action(),)), evening)

    async def reminder(self, user: str = "U_NADIA") -> SeenMessage:
        """The reminder that the person gets on the Tuesday at nine."""
        await self.office.at(TUESDAY_9)
        return (await self.office.slack.replies(user))[-1]

    async def do(self, user: str, where: SeenMessage | SeenView, name: str, **values: str) -> str:
        """A button's form is filled in and sent; what the person reads then."""
        await self.office.slack.press(user, where, f"plan.{name}")
        await self.office.slack.submit(user, None, values)
        await self.office.send()
        return await self.office.shown(user)

    async def action(self, id: str = NUMBER) -> Action:
        found = await self.office.store.run(actions.load, id)
        assert found is not None
        return found

    async def last(self, user: str) -> SeenMessage:
        """The last message that the person got."""
        return (await self.office.slack.replies(user))[-1]

    async def team(self) -> list[SeenMessage]:
        """What stands in the business team's channel."""
        return await self.office.slack.replies(TEAM)

    async def elsewhere(self, user: str, name: str, id: str = NUMBER) -> str:
        """What somebody reads who presses a button that they were never shown."""
        return await pressed_elsewhere(self.office, user, f"plan.{name}", id)

    async def asks(self, user: str, words: str) -> list[SeenMessage]:
        """What somebody is answered who asks in a direct message."""
        before = len(await self.office.slack.replies(user))
        sent = await self.office.slack.message(user, words)
        assert sent.ok
        return (await self.answered(user))[before:]

    async def answered(self, user: str) -> list[SeenMessage]:
        """Everything that the person was sent, once the questions that came in are answered."""
        await self.take_in()
        await self.office.send()
        return await self.office.slack.replies(user)

    async def take_in(self) -> None:
        """The questions that came in are answered; nothing is sent yet."""
        bot = self.office.bot
        intake = Intake(bot.desk, bot.channels.handlers, bot.channels.failed, "test")
        while await intake.step():
            pass


def numbers(message: SeenMessage) -> list[str]:
    """The actions that a message lists, in order."""
    return re.findall(r"^(\d+\.\d+) Map", message.text, re.MULTILINE)
