"""The way out to Teams: one notice, one call, and what its failure means."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiohttp

from bot.partnership.conversation import Conversation
from bot.partnership.notices import TEAM
from bot.teams.connector import Connector, card_content
from bot.teams.place import CHANNEL, Place, channel_of, read_place, thread_of
from bot.teams.render.answer import answer_card
from bot.teams.render.message import message_card, messages_card
from bot.workflows import conversations
from bot.workflows.desk import Desk
from bot.workflows.questions import answer_of
from bot.workflows.sending import Later, Letter, Receipt, Unreachable
from bot.workflows.writing import home_of, message_of

_PRIVATE = {"plan_list", "home"}  # for the person alone, wherever it was asked for
_GONE = 404
_NOT_THERE = {403, _GONE}
_TOO_MUCH = {400, 413}
_SUMMARY = 200


class TeamsSender:
    """Sends notices as the app. Raises Later or Unreachable."""

    def __init__(self, desk: Desk, connector: Connector, service_url: str, tenant: str) -> None:
        self._desk = desk
        self._connector = connector
        self._service_url = service_url  # until Teams has told us where it wants to be spoken to
        self._tenant = tenant

    async def send(self, letter: Letter) -> Receipt:
        """Send it once and say where it went. Where it cannot be said whoever asked there is answered alone."""
        place = read_place(letter.address)
        try:
            return await self._sent(letter, place)
        except Unreachable:
            if not (place.only and place.conversation):
                raise
            return await self._sent(letter, Place(only=place.only))

    async def _sent(self, letter: Letter, place: Place) -> Receipt:
        where = None
        try:
            where = await self._conversation(letter, place)
            return await self._send(letter, where)
        except aiohttp.ClientResponseError as fault:
            if where is not None and _is_closed(fault, where):
                await self._desk.do(conversations.lose, "", CHANNEL, channel_of(where.id))
            raise _meaning(fault) from fault
        except aiohttp.ClientConnectorError as fault:
            raise Later(1.0, type(fault).__name__) from fault
        except (TimeoutError, asyncio.IncompleteReadError, aiohttp.ClientError) as fault:
            raise Later(1.0, type(fault).__name__, may_have_arrived=True) from fault

    async def _conversation(self, letter: Letter, place: Place) -> Conversation:
        """Where it goes. Raises Unreachable for a conversation in which we are no longer."""
        if place.only and (not place.conversation or letter.notice.kind in _PRIVATE):
            return await self._personal(place.only)
        known = await self._desk.do(conversations.known, "", CHANNEL, place.conversation)
        if known is None:
            known = await self._desk.do(conversations.known, "", CHANNEL, channel_of(place.conversation))
        if known is None:
            return Conversation(CHANNEL, place.conversation, "channel", self._service_url, self._tenant)
        if not known.reachable:
            raise Unreachable("Signpost is not in that conversation any more")
        return Conversation(**{**known.__dict__, "id": place.conversation})

    async def _personal(self, account: str) -> Conversation:
        known = await self._desk.do(conversations.personal, "", CHANNEL, account)
        if known is None:
            known = await self._connector.personal(self._service_url, self._tenant, account)
            await self._desk.do(conversations.remember, "", known)
        return known

    async def _send(self, letter: Letter, where: Conversation) -> Receipt:
        content = _content(letter)
        if content is None:
            return Receipt()
        before = letter.previous
        if letter.notice.kind == "card" and before is not None:
            try:
                await _drawn(partial(self._connector.change, where, before.message), content)
                return before
            except aiohttp.ClientResponseError as fault:
                if fault.status != _GONE:
                    raise
        if letter.notice.to == TEAM and letter.notice.kind != "card" and before is not None:
            below = Conversation(**{**where.__dict__, "id": thread_of(where.id, before.message)})
            try:
                return Receipt(below.id, await _drawn(partial(self._connector.post, below), content))
            except aiohttp.ClientResponseError as fault:
                if fault.status != _GONE:  # somebody took the card away: it is said in the channel
                    raise
        return Receipt(where.id, await _drawn(partial(self._connector.post, where), content))


async def _drawn[T](call: Callable[[dict[str, Any]], Awaitable[T]], content: dict[str, Any]) -> T:
    """What Teams answers. When it will not draw the card the words alone arrive, which is what counts."""
    try:
        return await call(content)
    except aiohttp.ClientResponseError as fault:
        if fault.status not in _TOO_MUCH:
            raise
        return await call({"text": content["attachments"][0]["content"]["fallbackText"], "textFormat": "plain"})


def _content(letter: Letter) -> dict[str, Any] | None:
    if letter.notice.kind == "answer":
        if letter.asked is None:
            return None
        answer = answer_of(letter.asked)
        return card_content(answer_card(answer, letter.asked.id), answer.title[:_SUMMARY])
    if letter.notice.kind == "home":
        return card_content(messages_card(home_of(letter, CHANNEL)), "Your own page")
    written = message_of(letter)
    return card_content(message_card(written), written.title[:_SUMMARY]) if written else None


def _is_closed(fault: aiohttp.ClientResponseError, where: Conversation) -> bool:
    """Whether we are not there any more. A thread whose first message was deleted closes no channel."""
    return fault.status in _NOT_THERE and (fault.status != _GONE or where.id == channel_of(where.id))


def _seconds(fault: aiohttp.ClientResponseError) -> float:
    """How long Teams wants us to wait; it may also name a moment, which is not read."""
    try:
        return max(float(fault.headers.get("Retry-After", 1) if fault.headers else 1), 1.0)
    except ValueError:
        return 1.0


def _meaning(fault: aiohttp.ClientResponseError) -> Exception:
    """What a refusal of Teams means for us."""
    if fault.status == 429:
        return Later(_seconds(fault), "rate limited", whole_lane=True)
    if fault.status in _NOT_THERE:
        return Unreachable(f"status {fault.status}")
    return Later(2.0, f"status {fault.status}")
