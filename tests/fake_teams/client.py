"""The stand-in for Teams for tests, in the words of the people who use Teams."""

from collections.abc import Sequence
from typing import Literal

from .people import Json
from .people_client import PeopleInTeams
from .seen import Delivery, Seen, SeenDialog


class FakeTeams(PeopleInTeams):
    """A running stand-in; see README.md."""

    # What Teams does

    async def send(self, activity: Json) -> Delivery:
        """Delivers exactly this activity, signed."""
        return await self._do("send", activity=activity)

    async def again(self, delivery: Delivery) -> Delivery:
        """Delivers the same activity once more, with the same id."""
        return await self.send(delivery.activity)

    async def token(self, kind: str = "good", **claims: object) -> str:
        """A token of one of tokens.KINDS, with these claims changed."""
        return str(await self.post("token", kind=kind, claims=claims))

    async def raw(self, body: Json | str | list[object], token: str | None = None, **more: str) -> Delivery:
        """Posts any body with this token or, without one, no Authorization; authorization="…" is the whole header."""
        return Delivery.from_json(await self.post("raw", body=body, token=token, **more))

    # What is to be seen

    async def messages(self, where: str, *, user: str | None = None) -> list[Seen]:
        """Everything said in a conversation or thread, or to a person, the oldest first; with `user` as they see it."""
        return [Seen.from_json(one) for one in await self.get("messages", where=where, user=user)]

    async def replies(self, where: str, *, user: str | None = None) -> list[Seen]:
        """The bot's messages of a conversation."""
        return [one for one in await self.messages(where, user=user) if one.sender == "bot"]

    async def dialog(self, user: str) -> SeenDialog | None:
        """The person's open dialog."""
        found = await self.get("dialog", user=user)
        return SeenDialog.from_json(found) if found else None

    async def told(self, user: str | None = None) -> list[str]:
        """The sentences that presses and dialogs were answered with."""
        return [str(one["text"]) for one in await self.get("told", user=user)]

    async def errors(self, user: str | None = None) -> list[Json]:
        """What people were shown as errors: user, text, about, at, and why."""
        return list(await self.get("errors", user=user))

    async def calls(self, operation: str | None = None) -> list[Json]:
        """The calls of the Connector in their order.

        Each: operation, method, path, conversation, message, body, at, answered_at, status (None: cut), answer, fault.
        """
        return list(await self.get("calls", operation=operation))

    async def deliveries(self) -> list[Delivery]:
        """Everything that was sent to the bot."""
        return [Delivery.from_json(one) for one in await self.get("deliveries")]

    async def person(self, user: str) -> Json:
        """What the roster says of somebody: id, aadObjectId, name, email, userPrincipalName, tenantId."""
        return dict(await self.get("person", user=user))

    async def conversation(self, where: str) -> Json:
        """A conversation: id, name, kind, members."""
        return dict(await self.get("conversation", where=where))

    # How it behaves

    async def fault(
        self,
        kind: str,
        operation: str = "*",
        *,
        conversation: str | None = None,
        times: int = 1,
        retry_after: int = 1,
        seconds: float = 12,
    ) -> None:
        """Lets coming calls fail: one of the statuses in faults.py, hang, slow, drop or drop_after."""
        how = {"times": times, "retry_after": retry_after, "seconds": seconds}
        await self.post("fault", kind=kind, operation=operation, conversation=conversation, **how)

    async def no_faults(self) -> None:
        """Takes away the faults still to come."""
        await self.post("fault", clear=True)

    async def faults_left(self) -> list[str]:
        """The kinds of the faults still to come."""
        return list(await self.get("faults"))

    async def replicas(self, bots: Sequence[str] | None = None, to: Literal["one", "all"] = "one") -> None:
        """Where the bots are, and whether each activity goes to one of them, in turn, or to all."""
        await self.settings(replicas=to, **({"bots": list(bots)} if bots is not None else {}))

    async def settings(self, **changed: object) -> Json:
        """Changes settings (see world.py: Settings) until the next reset, and returns them all."""
        return dict(await self.post("settings", **changed))

    async def reset(self) -> None:
        """Forgets everything that happened."""
        await self.post("reset")
