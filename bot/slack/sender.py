"""The way out to Slack: one notice, one call, and what its failure means."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.partnership.notices import TEAM
from bot.slack.place import Place, read_place
from bot.slack.render.answer import answer_message
from bot.slack.render.blocks import UPDATE_TEXT
from bot.slack.render.home import home_view
from bot.slack.render.measure import fit
from bot.slack.render.message import message
from bot.workflows.questions import answer_of
from bot.workflows.sending import Later, Letter, Receipt, Unreachable
from bot.workflows.writing import home_of, message_of

_NOT_THERE = {
    *("channel_not_found", "not_in_channel", "is_archived", "user_not_found", "users_not_found", "user_disabled"),
    *("cannot_dm_bot", "user_not_in_channel", "restricted_action", "cannot_message_user", "messages_tab_disabled"),
}
_CARD_GONE = {"message_not_found", "cant_update_message", "channel_not_found", "edit_window_closed"}
_TOO_MUCH = {"msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"}
_TAKEN = {"ok", "", '{"ok":true}'}  # a reply address confirms in either form
_AS_WRITTEN: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}  # no previews of what is linked
_LOUD = {"limit_passed", "unacknowledged"}  # said in the card's thread and shown in the channel too


class SlackSender:
    """Sends notices with the bot's token. Raises Later or Unreachable."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def send(self, letter: Letter) -> Receipt:
        """Send it once and say where it went."""
        try:
            return await self._send(letter)
        except SlackApiError as fault:
            raise _meaning(fault) from fault
        except (TimeoutError, asyncio.IncompleteReadError, aiohttp.ClientError) as fault:
            raise Later(1.0, type(fault).__name__) from fault

    async def _send(self, letter: Letter) -> Receipt:
        notice, place = letter.notice, read_place(letter.address)
        if notice.kind == "home":
            await self._client.views_publish(user_id=place.channel, view=home_view(home_of(letter)))
            return Receipt()
        content = _content(letter)
        if content is None:
            return Receipt()
        if notice.kind == "card":
            return await self._card(letter, place, content)
        if notice.to == TEAM and letter.previous is not None:
            content = {**content, "thread_ts": letter.previous.message, "reply_broadcast": notice.kind in _LOUD}
        return await self._say(place, content)

    async def _card(self, letter: Letter, place: Place, content: dict[str, Any]) -> Receipt:
        """The card where it is already, or a new one when there is none or it was deleted."""
        if (before := letter.previous) is not None:
            where, short = {"channel": before.conversation, "ts": before.message}, fit(content["text"], UPDATE_TEXT)
            try:
                await _drawn(self._client.chat_update, {**content, "text": short}, where)
                return before
            except SlackApiError as fault:
                if _code(fault) not in _CARD_GONE:
                    raise
        return await self._post(place.channel, content)

    async def _say(self, place: Place, content: dict[str, Any]) -> Receipt:
        """In the conversation, for one person alone where the place says so, or else in a direct message."""
        if place.url and await self._replied(place, content):
            return Receipt()
        if place.only and place.channel:
            try:
                threaded = {**content, **({"thread_ts": place.thread} if place.thread else {})}
                where = {"channel": place.channel, "user": place.only}
                await _drawn(self._client.chat_postEphemeral, threaded, where)
                return Receipt(place.channel)
            except SlackApiError as fault:
                if _code(fault) not in _NOT_THERE:
                    raise
        threaded = {"thread_ts": place.thread, **content} if place.thread and not place.only else content
        return await self._post(place.only or place.channel, threaded)

    async def _replied(self, place: Place, content: dict[str, Any]) -> bool:
        """Whether the reply address took it; it works five times in half an hour."""
        hook = AsyncWebhookClient(place.url, proxy=self._client.proxy, timeout=8)
        answer = await hook.send(text=content["text"], blocks=content["blocks"], response_type="ephemeral")
        if answer.status_code == 429:
            raise Later(float(answer.headers.get("Retry-After", 1)), "rate limited")
        return answer.status_code == 200 and answer.body.replace(" ", "").strip() in _TAKEN

    async def _post(self, channel: str, content: dict[str, Any]) -> Receipt:
        sent = await _drawn(self._client.chat_postMessage, content, {"channel": channel, **_AS_WRITTEN})
        return Receipt(str(sent["channel"]), str(sent["ts"]))


async def _drawn(
    call: Callable[..., Awaitable[AsyncSlackResponse]], content: dict[str, Any], where: dict[str, Any]
) -> AsyncSlackResponse:
    """What Slack answers. When it will not draw the blocks the words alone arrive, which is what counts."""
    try:
        return await call(**where, **content)
    except SlackApiError as fault:
        if _code(fault) not in _TOO_MUCH:
            raise
        return await call(**where, **{name: value for name, value in content.items() if name != "blocks"})


def _content(letter: Letter) -> dict[str, Any] | None:
    if letter.notice.kind == "answer":
        return answer_message(answer_of(letter.asked), letter.asked.id) if letter.asked else None
    written = message_of(letter)
    if written is None:
        return None
    return message(written, UPDATE_TEXT) if letter.notice.kind == "card" else message(written)


def _code(fault: SlackApiError) -> str:
    found = fault.response.get("error") if hasattr(fault.response, "get") else None
    return str(found or "")


def _meaning(fault: SlackApiError) -> Exception:
    """What a refusal of Slack means for us."""
    code, status = _code(fault), getattr(fault.response, "status_code", 0)
    if status == 429 or code in {"ratelimited", "rate_limited"}:
        return Later(float(fault.response.headers.get("Retry-After", 1)), "rate limited", whole_lane=True)
    if code in _NOT_THERE:
        return Unreachable(code)
    return Later(2.0, code or f"status {status}")
