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
        self._asked: set[str] = set()

    async def learn(self, user: str) -> None:
        """Match a user whom we do not know with the people file, once while this process runs."""
        if user in self._asked:
            return
        if len(self._asked) > _REMEMBERED:
            self._asked.clear()
        self._asked.add(user)
        if await self._desk.do(is_known, PREFIX + user):
            return
        try:
            async with asyncio.timeout(_SECONDS):
                found = await self._client.users_info(user=user)
        except (SlackApiError, TimeoutError, aiohttp.ClientError) as fault:
            self._asked.discard(user)
            log.warning("a Slack user could not be looked up: %s", type(fault).__name__)
            return
        # a stranger's profile is another organisation's word: the address counts, what it may do comes from our file
        profile = (found.get("user") or {}).get("profile") or {}
        if mail := profile.get("email"):
            await self._desk.do(recognise, PREFIX + user, mail)
