"""A question on its way in: masked and stored before the channel is told that we have it; answered afterwards."""

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from bot.partnership.advice import ASKED_FOR
from bot.wording.urgent import urgent_lines
from bot.workflows import advice, guided
from bot.workflows.desk import Desk
from bot.workflows.intake import Delivery, keep
from bot.workflows.notify import say, show_help, show_home
from bot.workflows.questions import Asking, answer

_HELP = {"", "help"}
_GUIDE = {"guide"}
_FAILED = "I could not answer that yet. I try again by myself"


async def masked(desk: Desk, text: str) -> str:
    """The words without personal data."""
    return (await desk.mask(text)).text if text.strip() else ""


async def keep_question(
    desk: Desk,
    key: str,
    who: str,
    text: str,
    place: str,
    conversation: str,
    follows: str = "",
) -> bool:
    """Store a question of masked words; whether it is new. `follows`: the question under whose answer it stands."""
    body = {"who": who, "text": text, "place": place, "conversation": conversation, "follows": follows}
    return await keep(desk, Delivery(key, channel_of(who), "question", body))


async def keep_home(desk: Desk, key: str, who: str) -> bool:
    """Store that somebody opened their own page; whether it is new."""
    return await keep(desk, Delivery(key, channel_of(who), "home", {"who": who}))


def channel_of(address: str) -> str:
    """The channel of an address, such as slack."""
    return address.partition(":")[0]


class Deliveries:
    """Handles what was stored, and says so where it could not be handled. Never silence."""

    def __init__(self, desk: Desk, learn: Callable[[str], Awaitable[None]], is_thread: Callable[[str], bool]) -> None:
        self._desk = desk
        self._learn = learn
        self._is_thread = is_thread  # of a place: an earlier message counts there however long ago it was
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def handle(self, delivery: Delivery) -> None:
        """Answer the question or draw the home."""
        # "he is 4 months old" must find the message before it answered: one conversation goes one by one
        conversation = delivery.body.get("conversation", delivery.key)
        async with self._turns.setdefault(conversation, asyncio.Lock()):
            await self._handle(delivery)

    async def _handle(self, delivery: Delivery) -> None:
        body = delivery.body
        await self._learn(body["who"])
        if delivery.kind == "home":
            await self._desk.do(show_home, body["who"], delivery.key)
        elif body["text"].casefold().strip("/.!? ") in _HELP:
            await self._desk.do(show_help, body["place"], delivery.key)
        elif body["text"].casefold().strip("/.!? ") in _GUIDE:
            await self._desk.do(guided.invite, body["place"], delivery.key)
        elif (turn_on := ASKED_FOR.get(body["text"].casefold().strip("/.!? "))) is not None:
            await self._desk.do(advice.offer, body["who"], turn_on, body["place"], delivery.key)
        else:
            await answer(self._desk, self._asking(delivery))

    async def failed(self, delivery: Delivery) -> None:
        """The person hears at once, with the numbers to ring; the question is tried again meanwhile."""
        if delivery.kind == "question":
            lines = urgent_lines(self._desk.knowledge, self._desk.home_area, self._desk.clock())
            await self._desk.do(say, delivery.body["place"], f"failed:{delivery.key}", _FAILED, "\n".join(lines))

    def _asking(self, delivery: Delivery) -> Asking:
        body = delivery.body
        return Asking(
            key=delivery.key,
            who=body["who"],
            text=body["text"],
            conversation=body["conversation"],
            place=body["place"],
            follows=body.get("follows", ""),
            in_thread=self._is_thread(body["place"]),
        )
