"""The state of the fake workspace, and the settings that the tests may change."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from tests.stand_in.changes import Changes

from .envelopes import Envelope
from .faults import Faults
from .people import BOT_USER, Channel, Json, User, invented_channels, invented_users
from .rate import Rate
from .things import Message, ResponseUrl, Trigger, View

SCOPES = "app_mentions:read chat:write commands im:history im:write users:read users:read.email"


@dataclass
class Settings:
    """How the fake behaves; POST /control/settings changes them, a reset brings the first ones back."""

    mode: Literal["http", "socket"] = "http"
    signing_secret: str = "fake-signing-secret"
    bots: list[str] = field(default_factory=list)
    replicas: Literal["one", "all"] = "one"
    retry_delays: list[float] = field(default_factory=lambda: [0.0, 60.0, 300.0])
    ack_seconds: float = 3.0
    trigger_seconds: float = 3.0
    rate_seconds: float = 1.0
    rate_burst: int = 5
    scopes: list[str] = field(default_factory=SCOPES.split)
    echoes: bool = True  # the bot gets its own direct messages as events, as with im:history
    response_url_uses: int = 5
    response_url_seconds: float = 30 * 60.0


class World:
    """Everything the workspace holds. It is empty but for its people and channels after `reset`."""

    def __init__(self, settings: Settings) -> None:
        self.first_settings = settings
        self.changes = Changes()
        self.emit: Callable[[Json], None] = lambda event: None
        self.base_url = ""
        self.resets = 0
        self.reset()

    def reset(self) -> None:
        """Forgets all that happened; what is still to be tried again is not."""
        self.resets += 1
        self.settings = replace(self.first_settings, bots=list(self.first_settings.bots))
        self.users: dict[str, User] = invented_users()
        self.channels: dict[str, Channel] = invented_channels()
        self.messages: list[Message] = []
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.calls: list[Json] = []
        self.errors: list[Json] = []
        self.deliveries: list[Envelope] = []
        self.faults = Faults()
        self.rate = Rate()
        self._last_ts = 0.0
        self.changes.mark()

    def change_settings(self, wanted: Json) -> None:
        """Takes over these settings; an unknown name is a ValueError."""
        if unknown := wanted.keys() - asdict(self.settings).keys():
            raise ValueError(f"no such setting: {', '.join(sorted(unknown))}")
        self.settings = replace(self.settings, **wanted)
        self.changes.mark()

    def ts(self) -> str:
        """A new message timestamp, later than all before."""
        self._last_ts = max(time.time(), self._last_ts + 0.000002)
        return f"{self._last_ts:.6f}"

    def dm(self, user: str) -> Channel:
        """The direct message between a person and the bot, opened when it is not there."""
        channel = Channel("D_" + user.removeprefix("U_"), "directmessage", "im", {user, BOT_USER})
        return self.channels.setdefault(channel.id, channel)

    def add(self, message: Message) -> Message:
        """Stores a message and returns it."""
        self.messages.append(message)
        self.changes.mark()
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        """The message with this timestamp."""
        return next((m for m in self.messages if (m.channel, m.ts) == (channel, ts)), None)

    def new_trigger(self, user: str, view: str | None = None) -> Trigger:
        """A trigger_id for something this person just did, in a view or elsewhere."""
        trigger = Trigger(user, view)
        self.triggers[trigger.id] = trigger
        return trigger

    def new_response_url(self, channel: str, user: str, original: Message | None = None) -> str:
        """The address at which the bot may answer this interaction."""
        answer = ResponseUrl(channel, user, original)
        self.response_urls[answer.token] = answer
        return f"{self.base_url}/response/{answer.token}"

    def view(self, view_id: str) -> View | None:
        """An open modal or a Home tab."""
        views = [*self.homes.values(), *(view for stack in self.stacks.values() for view in stack)]
        return next((view for view in views if view_id in (view.id, view.content.get("external_id") or None)), None)

    def tell(self, user: str, text: str, about: str) -> None:
        """Shows an error to a person."""
        self.errors.append({"user": user, "text": text, "about": about, "at": time.time()})
        self.changes.mark()
