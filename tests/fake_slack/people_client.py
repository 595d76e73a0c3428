"""What people do in Slack, for tests."""

from typing import Literal

from .people import Json
from .seen import Delivery, SeenMessage, SeenView
from .wire import Wire, place


class PeopleInSlack(Wire):
    """Acts of people. Each returns when the bot has acknowledged, or Slack has given up."""

    async def _do(self, act: str, **how: object) -> Delivery:
        given = {key: value for key, value in how.items() if value is not None}
        return Delivery.from_json(await self.post("deliver", do=act, **given))

    async def message(
        self, user: str, text: str, *, thread: str | None = None, markup: bool = False, more: Json | None = None
    ) -> Delivery:
        """Writes to the bot. `markup`: the text is in Slack's form already. `more`: other fields, such as subtype."""
        return await self._do("message", user=user, text=text, thread=thread, markup=markup, more=more)

    async def edit(self, user: str, message: SeenMessage, text: str) -> Delivery:
        """Changes an own message to the bot."""
        return await self._do("edit", user=user, channel=message.channel, ts=message.ts, text=text)

    async def mention(
        self, user: str, channel: str, text: str, thread: str | None = None, *, markup: bool = False
    ) -> Delivery:
        """Mentions the bot in a channel."""
        return await self._do("mention", user=user, channel=channel, text=text, thread=thread, markup=markup)

    async def command(self, user: str, command: str, text: str = "", *, channel: str | None = None) -> Delivery:
        """Sends a slash command, in the direct message with the bot when no channel is given."""
        return await self._do("command", user=user, command=command, text=text, channel=channel and place(channel))

    async def shortcut(
        self,
        user: str,
        callback_id: str,
        message_text: str | None = None,
        *,
        message: SeenMessage | None = None,
        channel: str = "C_GENERAL",
        author: str = "U_TOM",
    ) -> Delivery:
        """Chooses a shortcut on a message, or on a new one with this text; without either, a global shortcut."""
        where = {"channel": message.channel, "ts": message.ts} if message else {"channel": place(channel)}
        return await self._do("shortcut", user=user, callback_id=callback_id, text=message_text, author=author, **where)

    async def press(
        self,
        user: str,
        where: SeenMessage | SeenView,
        action_id: str,
        *,
        value: object = None,
        nth: int = 0,
        typed: Json | None = None,
    ) -> Delivery:
        """Presses the nth button with this action_id, or chooses `value` in a menu; `typed` fills inputs before."""
        view = isinstance(where, SeenView)
        place = {"view": where.id} if isinstance(where, SeenView) else {"channel": where.channel, "ts": where.ts}
        typing = typed if view else None
        return await self._do("press", user=user, action_id=action_id, value=value, nth=nth, typed=typing, **place)

    async def submit(self, user: str, view: SeenView | None = None, values: Json | None = None) -> Delivery:
        """Fills a modal (the topmost when none is named) by action_id or block_id, and submits it.

        Slack does not send it while a required input is empty or a text too long: `held_back` says so. What the person
        sees then, or after the bot's answer, is `await slack.view(user)`.
        """
        return await self._do("submit", user=user, view=view and view.id, values=values or {})

    async def close(self, user: str, view: SeenView | None = None, *, everything: bool = False) -> Delivery:
        """Closes the topmost modal, or all of them."""
        return await self._do("close", user=user, view=view and view.id, everything=everything)

    async def open_home(self, user: str, tab: Literal["home", "messages"] = "home") -> Delivery:
        """Opens the app at one of its tabs."""
        return await self._do("open_home", user=user, tab=tab)
