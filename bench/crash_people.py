"""The people of the crash run: they ask, raise escalations and press buttons, and note what the chat told them."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from bench.crash_chat import Chat
from bench.crash_seen import REFERENCE

_ALL = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8").splitlines()
# a question about the plan gets a list as a second message, which these runs do not tell from the answer
_QUESTIONS = [question for question in _ALL if "delivery plan" not in question]
_TRIES = 6
_FORM = {
    "kind": "disagreement",
    "area": "thurrock",
    "agency": "School or college",
    "other_agency": "Children's social care",
    "stage": "2",
    "danger_now": "no",
    "disputed": "The referral was closed without a visit.",
    "tried": "Two calls and a letter to the team manager.",
    "wanted": "An assessment.",
}


@dataclass
class Said:
    """What the chat told the people, which therefore must hold: everything here was acknowledged."""

    asked: dict[str, str] = field(default_factory=dict)  # the key of the delivery -> how it was asked
    forms: dict[str, str] = field(default_factory=dict)  # the form's own case reference -> the number in the receipt
    forms_sent: set[str] = field(default_factory=set)  # also those whose receipt nobody saw
    pressed: set[str] = field(default_factory=set)  # the number of the escalation that was acknowledged
    strange: list[str] = field(default_factory=list)
    failed: int = 0  # what the chat told the people it could not deliver


class People:
    """Everybody acts at their own pace, several at once, while they think that the bot is there."""

    def __init__(self, chat: Chat, seed: int) -> None:
        self.said = Said()
        self.may_act = asyncio.Event()
        self._chat = chat
        self._seed = seed
        self._all_done = asyncio.Event()  # a form was taken and a button pressed
        self._leaving = False
        self._forms = count(1001)

    async def live(self) -> None:
        """Act until everybody has been told to leave and has finished what they were at."""
        async with asyncio.TaskGroup() as tasks:
            for name in self._chat.cast.askers:
                tasks.create_task(self._again_and_again(name, self._ask, 0.2, 1.5))
            for name in self._chat.cast.raisers:
                tasks.create_task(self._again_and_again(name, self._raise, 2, 9))
            for name in self._chat.cast.team:
                tasks.create_task(self._again_and_again(name, self._acknowledge, 0.5, 3))

    async def leave(self, seconds: float) -> None:
        """Go on for at most so long until a form was taken and a button pressed; then nobody begins anything new."""
        self.may_act.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._all_done.wait(), seconds)
        self._leaving = True

    async def _again_and_again(
        self, user: str, act: Callable[[str, Random], Awaitable[None]], shortest: float, longest: float
    ) -> None:
        chance = Random(f"{self._seed} {user} {act.__name__}")  # noqa: S311 - no secret: a seed must give the same people again
        while await self.may_act.wait() and not self._leaving:
            await act(user, chance)
            await asyncio.sleep(chance.uniform(shortest, longest))  # the pace of a person

    def _taken(self, taken: bool) -> bool:
        self.said.failed += not taken
        return taken

    async def _ask(self, user: str, chance: Random) -> None:
        words, way = chance.choice(_QUESTIONS), chance.choice(self._chat.cast.askers[user])
        key, taken = await self._chat.ask(user, way, words)
        if self._taken(taken):
            self.said.asked[key] = way

    async def _raise(self, user: str, chance: Random) -> None:
        """Send a form; when the chat says that it had trouble, send the same form again."""
        if not self._taken(await self._chat.open_form(user, chance)):
            return
        reference = f"SCH-{next(self._forms)}"
        for _ in range(_TRIES):
            await self.may_act.wait()
            self.said.forms_sent.add(reference)
            if self._taken(await self._chat.send_form(user, {**_FORM, "case_reference": reference})):
                await self._read_receipt(user, reference)
                return
            await asyncio.sleep(chance.uniform(0.2, 1))

    async def _read_receipt(self, user: str, reference: str) -> None:
        if number := REFERENCE.search(await self._chat.receipt(user)):
            self.said.forms[reference] = number[0]
            self._look_if_all_is_done()
        else:
            self.said.strange.append(f"the form {reference} was taken without a number")

    async def _acknowledge(self, user: str, chance: Random) -> None:
        """Press the button of any card that still has it."""
        if not (chosen := sorted(await self._chat.to_acknowledge() - self.said.pressed)):
            return
        ref = chance.choice(chosen)
        with contextlib.suppress(ValueError):  # the button is gone: somebody else was faster
            if self._taken(await self._chat.acknowledge(user, ref)):
                self.said.pressed.add(ref)
                self._look_if_all_is_done()

    def _look_if_all_is_done(self) -> None:
        if self.said.forms and self.said.pressed:
            self._all_done.set()
