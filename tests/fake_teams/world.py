"""The state of the stand-in, and the settings that the tests may change."""

import time
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from tests.stand_in.changes import Changes

from .faults import Faults, Rate
from .people import APP_ID, Conversation, Json, Person, invented_conversations, invented_people
from .things import Dialog, Message, Sent
from .tokens import Tokens


@dataclass
class Settings:
    """How the stand-in behaves; POST /control/settings changes them, a reset brings the first ones back."""

    bots: list[str] = field(default_factory=list)
    replicas: Literal["one", "all"] = "one"
    app_id: str = APP_ID
    installed: list[str] = field(default_factory=list)  # who has the app in a personal chat from the start
    answer_seconds: float = 15.0
    rate_seconds: float = 0.0  # 0: as many messages in a conversation as the bot likes


class World:
    """Everything the tenant holds. It is empty but for its people and conversations after `reset`."""

    def __init__(self, settings: Settings) -> None:
        self.first_settings = settings
        self.changes, self.tokens = Changes(), Tokens()
        self.base_url = ""
        self.reset()

    def reset(self) -> None:
        """Forgets all that happened; the key stays."""
        first = self.first_settings
        self.settings = replace(first, bots=list(first.bots), installed=list(first.installed))
        self.people: dict[str, Person] = invented_people()
        self.conversations: dict[str, Conversation] = invented_conversations()
        self.removed: set[str] = set()  # people who took the app away
        self.messages: list[Message] = []
        self.dialogs: dict[str, Dialog] = {}
        self.told: list[Json] = []
        self.errors: list[Json] = []
        self.calls: list[Json] = []
        self.sent: list[Sent] = []
        self.faults, self.rate = Faults(), Rate()
        self._last_id = 0
        for key in self.settings.installed:
            self.personal(self.person(key))
        self.changes.mark()

    @property
    def service_url(self) -> str:
        """Where the bot finds the Connector."""
        return f"{self.base_url}/"

    def change_settings(self, wanted: Json) -> None:
        """Takes over these settings; an unknown name is a ValueError."""
        if unknown := wanted.keys() - asdict(self.settings).keys():
            raise ValueError(f"no such setting: {', '.join(sorted(unknown))}")
        self.settings = replace(self.settings, **wanted)
        for key in wanted.get("installed", []):
            self.personal(self.person(key))
        self.changes.mark()

    def new_id(self) -> str:
        """The id of a new message: milliseconds, later than all before."""
        self._last_id = max(int(time.time() * 1000), self._last_id + 1)
        return str(self._last_id)

    def person(self, name: str) -> Person:
        """Somebody by key, 29: id or account id. Raises ValueError for nobody we know."""
        for person in self.people.values():
            if name in (person.key, person.id, person.aad_id):
                return person
        raise ValueError(f"nobody is called {name}")

    def personal(self, person: Person) -> Conversation:
        """The person's chat with the bot, begun when it is not there."""
        chat = Conversation(person.key, personal_id(person.key), person.name, "personal", {person.key})
        return self.conversations.setdefault(person.key, chat)

    def where(self, name: str) -> tuple[Conversation, str | None]:
        """A conversation by key or id, and the thread that the id names. Raises ValueError when it is not there."""
        place, _, thread = name.partition(";messageid=")
        for conversation in self.conversations.values():
            if place in (conversation.key, conversation.id):
                return conversation, thread or None
        raise ValueError(f"no conversation {name}; a personal one begins with install(user)")

    def find(self, conversation: Conversation, message: str) -> Message | None:
        """The message with this id, if it was not deleted."""
        found = (m for m in self.messages if (m.conversation, m.id) == (conversation.id, message) and not m.deleted)
        return next(found, None)

    def show(self, shown: list[Json], person: Person, text: Any, about: str) -> None:  # noqa: ANN401 - whatever came
        """Shows a person some words of the bot (`told`) or of the client (`errors`)."""
        shown.append({"user": person.key, "text": str(text), "about": about, "at": time.time()})
        self.changes.mark()


def personal_id(key: str) -> str:
    """The id of a person's chat with the bot, begun or not."""
    return f"a:1{key}-with-the-bot"
