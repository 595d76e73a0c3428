"""Who a Slack user is: known by id, or by the e-mail address in the people file. Nobody must be known to ask."""

import asyncio
import logging

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.place import PREFIX
from bot.workflows.desk import Desk
from bot.workflows.people import is_known, recognise

log = logging.getLogger(__name__)

_SECONDS = 1.0  # a button has three in all
_REMEMBERED = 5_000


class Directory:
    """Recognises Slack users. Guests and members of other organisations work; most of them stay unknown."""

    def __init__(self, desk: Desk, client: AsyncWebClient) -> None:
        self._desk = desk
        self._client = client
        self._mails: dict[str, str] = {}

    async def learn(self, address: str) -> None:
        """Match a user whom we do not know with the people file, as it is now; Slack is asked once for each."""
        desk, user = self._desk, address.removeprefix(PREFIX)
        if await desk.store.run(is_known, desk.rules, desk.clock(), address):
            return
        if user not in self._mails:
            await self._look_up(user)
        if mail := self._mails.get(user):
            await desk.do(recognise, address, mail)

    async def _look_up(self, user: str) -> None:
        """Remember the person's e-mail address, empty when there is none; nothing when Slack does not say."""
        try:
            async with asyncio.timeout(_SECONDS):
                found = await self._client.users_info(user=user)
        except (SlackApiError, TimeoutError, aiohttp.ClientError) as fault:
            log.warning("a Slack user could not be looked up: %s", type(fault).__name__)
            return
        # a stranger's profile is another organisation's word: the address counts, what it may do comes from our file
        profile = (found.get("user") or {}).get("profile") or {}
        if len(self._mails) > _REMEMBERED:
            self._mails.clear()
        self._mails[user] = profile.get("email") or ""
