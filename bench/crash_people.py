"""The people of the crash run: they ask, raise escalations and press buttons, and note what Slack told them."""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from tests.fake_slack import Delivery, FakeSlack

REFERENCE = re.compile(r"E-\d{4}-\d{4,}")
_ALL = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8").splitlines()
# a question about the plan gets a list as a second message, which these runs do not tell from the answer
_QUESTIONS = [question for question in _ALL if "delivery plan" not in question]
_ASKERS = ("U_NADIA", "U_TOM", "U_BEN", "U_ASHA", "U_GREG", "U_STRANGER")
_RAISERS = ("U_NADIA", "U_TOM", "U_GREG")
_TEAM = ("U_BEN", "U_ASHA")
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
    """What Slack told the people, which therefore must hold: everything here was acknowledged."""

    asked: dict[str, str] = field(default_factory=dict)  # the key of the delivery -> how it was asked
    forms: dict[str, str] = field(default_factory=dict)  # the form's own case reference -> the number in the receipt
    forms_sent: set[str] = field(default_factory=set)  # also those whose receipt nobody saw
    pressed: set[str] = field(default_factory=set)  # the number of the escalation that was acknowledged
    at_once: set[str] = field(default_factory=set)  # what stood in an acknowledgement itself
    strange: list[str] = field(default_factory=list)
    failed: int = 0  # what Slack told the people it could not deliver


class People:
    """Everybody acts at their own pace, several at once, while they think that the bot is there."""

    def __init__(self, slack: FakeSlack, seed: int) -> None:
        self.said = Said()
        self.may_act = asyncio.Event()
        self._slack = slack
        self._seed = seed
        self._leaving = False
        self._forms = count(1001)

    async def live(self) -> None:
        """Act until everybody has been told to leave and has finished what they were at."""
        async with asyncio.TaskGroup() as tasks:
            for name in _ASKERS:
                tasks.create_task(self._again_and_again(name, self._ask, 0.2, 1.5))
            for name in _RAISERS:
                tasks.create_task(self._again_and_again(name, self._raise, 2, 9))
            for name in _TEAM:
                tasks.create_task(self._again_and_again(name, self._acknowledge, 0.5, 3))

    def leave(self) -> None:
        """Nobody begins anything new."""
        self._leaving = True
        self.may_act.set()

    async def _again_and_again(
        self, user: str, act: Callable[[str, Random], Awaitable[None]], shortest: float, longest: float
    ) -> None:
        chance = Random(f"{self._seed} {user} {act.__name__}")  # noqa: S311 - a run can be repeated
        while await self.may_act.wait() and not self._leaving:
            await act(user, chance)
            await asyncio.sleep(chance.uniform(shortest, longest))  # the pace of a person

    def _acknowledged(self, sent: Delivery) -> bool:
        self.said.failed += not sent.ok
        return sent.ok

    async def _ask(self, user: str, chance: Random) -> None:
        words = chance.choice(_QUESTIONS)
        how = chance.choice(["direct message", "mention", "/refer"])
        if how == "/refer":
            sent = await self._slack.command(user, how, words)
            key = f"slack:command:{sent.payload['trigger_id']}"
            self.said.at_once |= {sent.answer["text"]} if isinstance(sent.answer, dict) else {str(sent.answer)}
        else:
            alone = how == "direct message"
            sent = await (self._slack.message(user, words) if alone else self._slack.mention(user, "C_GENERAL", words))
            key = f"slack:{sent.payload['event']['channel']}:{sent.payload['event']['ts']}"
        if self._acknowledged(sent):
            self.said.asked[key] = how

    async def _raise(self, user: str, chance: Random) -> None:
        """Send a form; when Slack says that it had trouble, send the same form again."""
        if not self._acknowledged(await self._slack.command(user, "/escalate")):
            return
        view, reference = await self._slack.view(user), f"SCH-{next(self._forms)}"
        for _ in range(_TRIES):
            await self.may_act.wait()
            self.said.forms_sent.add(reference)
            if self._acknowledged(await self._slack.submit(user, view, {**_FORM, "case_reference": reference})):
                await self._read_receipt(user, reference)
                return
            await asyncio.sleep(chance.uniform(0.2, 1))

    async def _read_receipt(self, user: str, reference: str) -> None:
        shown = await self._slack.view(user)
        if shown and (number := REFERENCE.search(shown.words)):
            self.said.forms[reference] = number[0]
        else:
            self.said.strange.append(f"the form {reference} was taken without a number")

    async def _acknowledge(self, user: str, chance: Random) -> None:
        """Press the button of any card that still has it."""
        cards = {REFERENCE.findall(card.text)[0]: card for card in await self._slack.replies("G_BUSINESS")}
        waiting = [ref for ref, card in cards.items() if "escalation.acknowledge" in card.actions]
        if not (chosen := sorted(set(waiting) - self.said.pressed)):
            return
        ref = chance.choice(chosen)
        with contextlib.suppress(ValueError):  # the button is gone: somebody else was faster
            if self._acknowledged(await self._slack.press(user, cards[ref], "escalation.acknowledge")):
                self.said.pressed.add(ref)
