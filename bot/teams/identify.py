"""Who a Teams account is: known by id, or by the e-mail address in the people file. Nobody must be known to ask."""

import asyncio
import logging

import aiohttp

from bot.partnership.conversation import Conversation
from bot.teams.connector import Connector
from bot.teams.place import CHANNEL, PREFIX
from bot.workflows import conversations
from bot.workflows.desk import Desk
from bot.workflows.people import is_known, recognise

log = logging.getLogger(__name__)

_SECONDS = 1.0  # Teams waits for five at a button
_REMEMBERED = 5_000


class Directory:
    """Recognises accounts by the roster of a conversation in which they are."""

    def __init__(self, desk: Desk, connector: Connector) -> None:
        self._desk = desk
        self._connector = connector
        self._mails: dict[str, str] = {}
        self._seen: dict[str, Conversation] = {}

    def seen(self, account: str, where: Conversation) -> None:
        """This account is in that conversation."""
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        self._seen[account] = where

    async def learn(self, address: str) -> None:
        """Match an account that we do not know with the people file, as it is now; Teams is asked once for each."""
        desk, account = self._desk, address.removeprefix(PREFIX)
        if not address.startswith(PREFIX) or await desk.store.run(is_known, desk.rules, desk.clock(), address):
            return
        if account not in self._mails:
            await self._look_up(account)
        if mail := self._mails.get(account):
            await desk.do(recognise, address, mail)

    async def _look_up(self, account: str) -> None:
        """Remember the e-mail address, empty when there is none; nothing when Teams does not say."""
        where = self._seen.get(account) or await self._desk.do(conversations.personal, "", CHANNEL, account)
        if where is None:
            return
        try:
            async with asyncio.timeout(_SECONDS):
                mail = await self._connector.email_of(where, account)
        except (TimeoutError, aiohttp.ClientError) as fault:
            log.warning("a Teams account could not be looked up: %s", type(fault).__name__)
            return
        if len(self._mails) > _REMEMBERED:
            self._mails.clear()
        self._mails[account] = mail
