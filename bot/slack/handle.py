"""What a stored delivery of Slack leads to: an answer, or the app's home. Never silence."""

import asyncio
from weakref import WeakValueDictionary

from bot.slack.identify import Directory
from bot.slack.place import PREFIX, read_place
from bot.wording.help import help_message
from bot.wording.urgent import urgent_lines
from bot.workflows.desk import Desk
from bot.workflows.intake import Delivery
from bot.workflows.notify import say, show_home
from bot.workflows.questions import Asking, answer

_FAILED = "I could not answer that yet. I try again by myself"


class SlackDeliveries:
    """Handles deliveries, and says so where one could not be handled."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self._desk = desk
        self._directory = directory
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def handle(self, delivery: Delivery) -> None:
        """Answer the question or draw the home."""
        # "he is 4 months old" must find the message before it answered: one conversation goes one by one
        conversation = delivery.body.get("conversation", delivery.key)
        async with self._turns.setdefault(conversation, asyncio.Lock()):
            await self._handle(delivery)

    async def _handle(self, delivery: Delivery) -> None:
        body = delivery.body
        who = f"{PREFIX}{body['user']}"
        await self._directory.learn(body["user"])
        if delivery.kind == "home":
            await self._desk.do(show_home, who, delivery.key)
        elif not body["text"]:
            shown = help_message(self._desk.knowledge)
            lines = (*shown.urgent, *shown.lines, *(f"{fact.label}: {fact.value}" for fact in shown.facts))
            await self._desk.do(say, body["place"], delivery.key, shown.title, "\n".join(lines))
        else:
            await answer(self._desk, _asking(delivery, who))

    async def failed(self, delivery: Delivery) -> None:
        """The person hears at once, with the numbers to ring; the question is tried again meanwhile."""
        if delivery.kind == "question":
            lines = urgent_lines(self._desk.knowledge, self._desk.home_area, self._desk.clock())
            await self._desk.do(say, delivery.body["place"], f"failed:{delivery.key}", _FAILED, "\n".join(lines))


def _asking(delivery: Delivery, who: str) -> Asking:
    body = delivery.body
    return Asking(
        key=delivery.key,
        who=who,
        text=body["text"],
        conversation=body["conversation"],
        place=body["place"],
        follows=body.get("follows", ""),
        in_thread=bool(read_place(body["place"]).thread),
    )
