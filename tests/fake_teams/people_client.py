"""What people do in Teams, for the tests."""

from collections.abc import Sequence

from .people import Json
from .seen import Delivery, Seen
from .wire import Wire


class PeopleInTeams(Wire):
    """Each act returns when the bot has answered or Teams has given up. A person is a key, 29: id or account id."""

    async def _do(self, act: str, **how: object) -> Delivery:
        return Delivery.from_json(await self.post("do", act=act, **how))

    async def _both(self, act: str, **how: object) -> list[Delivery]:
        return [Delivery.from_json(one) for one in await self.post("do", act=act, **how)]

    async def install(self, user: str) -> list[Delivery]:
        """Adds the app: installationUpdate and conversationUpdate of a personal chat."""
        return await self._both("install", user=user)

    async def add_to_team(self, user: str, where: str) -> list[Delivery]:
        """Adds the app to the team of this channel, or to a group chat."""
        return await self._both("add_to_team", user=user, where=where)

    async def remove(self, user: str, where: str | None = None) -> list[Delivery]:
        """Takes the app away from oneself, or from a team or group chat."""
        return await self._both("remove", user=user, where=where)

    async def message(
        self, user: str, text: str, *, conversation: str | None = None, attachments: Sequence[Json] = ()
    ) -> Delivery:
        """Writes in the personal chat; a ValueError anywhere else."""
        return await self._do("message", user=user, text=text, where=conversation, attachments=list(attachments))

    async def mention(self, user: str, where: str, text: str, *, thread: str | None = None) -> Delivery:
        """Mentions the bot, as a new post or in the thread of the post with this id."""
        return await self._do("mention", user=user, where=where, text=text, thread=thread)

    async def press(
        self,
        user: str,
        message: Seen,
        verb: str,
        *,
        nth: int = 0,
        value: str | None = None,
        values: Json | None = None,
        data: Json | None = None,
    ) -> Delivery:
        """Presses a button, found by its verb or title and, if given, the value it carries.

        `values` go into the card's own inputs; `data` replaces what the button sends, as a forged client might.
        """
        found = {"conversation": message.conversation, "message": message.id, "verb": verb, "nth": nth, "value": value}
        return await self._do("press", user=user, **found, values=values, data=data)

    async def submit(self, user: str, values: Json | None = None, *, button: str | None = None) -> Delivery:
        """Fills in the open dialog by ids of inputs and presses its first button, or the one with this verb or title.

        Held back when a required input is empty; a ValueError for what a client would not let anybody type.
        """
        return await self._do("submit", user=user, values=values, button=button)

    async def close(self, user: str) -> None:
        """Closes the open dialog, of which the bot hears nothing."""
        await self.post("do", act="close", user=user)

    async def command_on_message(
        self,
        user: str,
        command_id: str,
        message_text: str,
        *,
        where: str = "general",
        author: str = "tom",
        message: Seen | None = None,
    ) -> Delivery:
        """Chooses a command of the app on a message; the dialog that comes is sent with `submit`."""
        about = message.id if message else None
        how = {"command": command_id, "text": message_text, "where": where, "author": author, "message": about}
        return await self._do("command_on_message", user=user, **how)

    async def typing(self, user: str) -> Delivery:
        """Types in the personal chat."""
        return await self._do("typing", user=user)

    async def react(self, user: str, message: Seen, kind: str = "like") -> Delivery:
        """Reacts to one of the bot's messages."""
        return await self._do("react", user=user, conversation=message.conversation, message=message.id, kind=kind)

    async def unsent(self, user: str, text: str) -> Json:
        """A personal message as an activity that was not sent, for `raw` and `send`."""
        return dict(await self.post("unsent", user=user, text=text))
