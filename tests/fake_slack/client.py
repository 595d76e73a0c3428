"""The fake Slack for tests, in the words of the people who use Slack."""

from collections.abc import Sequence
from typing import Literal

from .envelopes import Attempt
from .people import Json
from .people_client import PeopleInSlack
from .seen import Delivery, SeenMessage, SeenView
from .wire import place


class FakeSlack(PeopleInSlack):
    """A running fake. Acts return when the bot has acknowledged, or Slack has given up; see README.md."""

    # What Slack does

    async def verify_url(self, challenge: str = "a-challenge") -> Delivery:
        """Asks the bot for the challenge."""
        return await self._do("verify_url", challenge=challenge)

    async def notice(self, what: Literal["app_rate_limited", "tokens_revoked", "app_uninstalled"]) -> Delivery:
        """Tells the bot about itself."""
        return await self._do("notice", what=what)

    async def send(self, kind: str, payload: Json) -> Delivery:
        """Delivers exactly this payload, signed: events_api, interactive or slash_commands."""
        return await self._do("payload", kind=kind, payload=payload)

    async def again(self, delivery: Delivery) -> Delivery:
        """Delivers the same once more, with the same event_id or trigger_id."""
        return await self.send(delivery.kind, delivery.payload)

    async def send_raw(
        self,
        body: str | Json,
        *,
        secret: str | None = None,
        timestamp: str | None = None,
        headers: dict[str, str] | None = None,
        more_headers: dict[str, str] | None = None,
    ) -> list[Attempt]:
        """Posts any body to every HTTP bot: signed with `secret` for `timestamp`, or with exactly these headers."""
        given = {"secret": secret, "timestamp": timestamp, "headers": headers, "more_headers": more_headers}
        used = {key: value for key, value in given.items() if value is not None}
        return [Attempt(**attempt) for attempt in await self.post("deliver_raw", body=body, **used)]

    # What is to be seen

    async def messages(self, channel: str, *, user: str | None = None) -> list[SeenMessage]:
        """The messages of a channel or direct message, the oldest first; with `user` those that this person sees."""
        found = await self.get("messages", channel=place(channel), user=user)
        return [SeenMessage.from_json(message) for message in found]

    async def replies(self, channel: str) -> list[SeenMessage]:
        """The bot's messages of a channel or direct message."""
        return [message for message in await self.messages(channel) if message.user == "U_BOT"]

    async def view(self, user: str) -> SeenView | None:
        """The person's topmost modal."""
        stack = (await self.get("views", user=user))["stack"]
        return SeenView.from_json(stack[-1]) if stack else None

    async def home(self, user: str) -> SeenView | None:
        """The person's Home tab, once the bot has published one."""
        home = (await self.get("views", user=user))["home"]
        return SeenView.from_json(home) if home else None

    async def calls(self, method: str | None = None) -> list[Json]:
        """The Web API calls: method, arguments (without tokens), at, outcome, status, answer."""
        return list(await self.get("calls", method=method))

    async def errors(self, user: str | None = None) -> list[Json]:
        """What people were shown as errors: user, text, about, at."""
        return list(await self.get("errors", user=user))

    async def deliveries(self) -> list[Delivery]:
        """Everything that was sent to the bot, with the echoes of its own direct messages."""
        return [Delivery.from_json(delivery) for delivery in await self.get("deliveries")]

    # How it behaves

    async def fault(
        self,
        kind: str,
        method: str = "*",
        *,
        channel: str | None = None,
        times: int = 1,
        retry_after: int = 1,
        seconds: float = 12,
    ) -> None:
        """Lets coming calls fail: 429, 500, 502, 503, 504, html, slow, drop, drop_after or error:CODE."""
        place_of = channel and place(channel)
        how = {"times": times, "retry_after": retry_after, "seconds": seconds}
        await self.post("fault", kind=kind, method=method, channel=place_of, **how)

    async def no_faults(self) -> None:
        """Takes away the faults still to come."""
        await self.post("fault", clear=True)

    async def kick(self, channel: str) -> None:
        """Takes the bot out of a channel."""
        await self.post("kick", channel=channel)

    async def administer(self, **what: str) -> None:
        """invite=CHANNEL, archive=CHANNEL or deactivate=USER."""
        await self.post("administer", **what)

    async def socket(self, do: Literal["refresh", "warning", "link_disabled", "abort", "half_open", "close"]) -> None:
        """Disturbs all present sockets of the bot."""
        await self.post("socket", do=do)

    async def replicas(self, bots: Sequence[str] | None = None, to: Literal["one", "all"] = "one") -> None:
        """Where the HTTP bots are; `to="all"` sends everything to every one (or, in Socket Mode, every socket)."""
        await self.post("replicas", to=to, **({"bots": list(bots)} if bots is not None else {}))

    async def settings(self, **changed: object) -> Json:
        """Changes settings (see world.py: Settings) until the next reset, and returns them all."""
        return dict(await self.post("settings", **changed))

    async def reset(self) -> None:
        """Forgets everything that happened."""
        await self.post("reset")
