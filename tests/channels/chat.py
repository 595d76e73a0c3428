"""What a script can do in a chat, whatever chat it is."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.store import outbox
from bot.workflows.deliver import Courier
from bot.workflows.desk import Desk
from bot.workflows.intake import Intake
from tests.running import Running

STRANGER = "stranger"  # is not in the people file


@dataclass
class Behind:
    """The bot behind a chat. A script does its workers' work, so that the post goes out when it says so."""

    bot: Running
    courier: Courier

    @property
    def desk(self) -> Desk:
        return self.bot.desk

    async def settle(self, within: timedelta = timedelta(minutes=2)) -> None:
        """What came in is handled and what waits goes out. The clock runs on as far as that needs."""
        clock = self.bot.clock
        intake = Intake(self.desk, self.bot.channels.handlers, self.bot.channels.failed, "script")
        while await intake.step():
            pass
        end = clock() + within
        while True:
            while await self.courier.step():
                await asyncio.sleep(0)
            at = await self.desk.store.run(outbox.wake_at)
            if at is None or at > end:
                return
            clock.set(max(at, clock()))


class Chat(Protocol):
    """One chat as its people use it. People go by the names in the people file: nadia, tom, ben, asha."""

    name: str
    behind: Behind

    async def asks(self, who: str, words: str) -> None:
        """Writes to Signpost alone."""

    async def mentions(self, who: str, words: str) -> None:
        """Names Signpost where others read too."""

    async def uses(self, who: str, command: str, words: str) -> None:
        """Uses a command on somebody's message of these words."""

    async def opens_home(self, who: str) -> None:
        """Opens the own page."""

    async def presses(self, who: str, button: str) -> None:
        """Presses a button of the newest thing that shows it to that person."""

    async def fills(self, who: str, values: dict[str, str]) -> None:
        """Fills in the open form and sends it. What is not named stays as it is."""

    async def again(self) -> None:
        """The chat delivers its last delivery once more."""

    async def window(self, who: str) -> str:
        """What stands in the person's window or dialog, or in the sentence shown instead of one."""

    async def told(self, who: str) -> list[str]:
        """What the person got from Signpost alone, the oldest first."""

    async def seen(self, who: str) -> list[str]:
        """What the person can read where others read too."""

    async def home(self, who: str) -> str:
        """The own page."""

    async def team(self) -> list[str]:
        """What stands in the business team's channel now, the oldest first."""

    def person(self, who: str) -> str:
        """The value that the chat's picker gives for that person."""
