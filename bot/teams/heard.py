"""What Teams delivers, read once: who, where, and which words."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from microsoft_agents.activity import Activity

from bot.partnership.conversation import Conversation
from bot.teams.place import CHANNEL, PREFIX, Place, channel_of

_KINDS: dict[str, Literal["personal", "group", "channel"]] = {
    "personal": "personal",
    "groupChat": "group",
    "channel": "channel",
}
_MENTION = re.compile(r"<at(?: [^>]*)?>.*?</at>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?:br|/p|/div|/li)[^>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heard:
    """One activity. `account` is the person's Entra object id, or the id of Teams where there is none."""

    id: str
    account: str
    conversation: Conversation
    text: str
    value: Mapping[str, Any]

    @property
    def who(self) -> str:
        """The address of the person."""
        return PREFIX + self.account

    @property
    def is_personal(self) -> bool:
        """Whether only this person and Signpost are there."""
        return self.conversation.kind == "personal"

    @property
    def place(self) -> Place:
        """Where a reply goes."""
        return Place(self.conversation.id, "" if self.is_personal else self.account)

    @property
    def talk(self) -> str:
        """Which messages follow one another: all of a personal chat, those of one person elsewhere."""
        where = f"{PREFIX}{self.conversation.id}"
        return where if self.is_personal else f"{where}:{self.account}"


def heard(activity: Activity) -> Heard:
    """The activity as we need it."""
    sender, where = activity.from_property, activity.conversation
    account = str((sender and (sender.aad_object_id or sender.id)) or "")
    kind = _KINDS.get(str(where.conversation_type or "personal"), "personal")
    alone = account if kind == "personal" else ""
    one = Conversation(CHANNEL, where.id, kind, activity.service_url or "", _tenant(activity), alone)
    value = activity.value if isinstance(activity.value, dict) else {}
    return Heard(str(activity.id or ""), account, one, plain(activity.text or ""), value)


def _tenant(activity: Activity) -> str:
    """Whose it is; empty when Teams does not say."""
    data: Any = activity.channel_data
    elsewhere = part(data, "tenant").get("id") if isinstance(data, dict) else None
    return str(activity.conversation.tenant_id or elsewhere or "")


def part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object of that name; an empty one for anything else, for a client may send what it likes."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def plain(text: str) -> str:
    """The words without mentions and without markup."""
    bare = _TAG.sub("\n", _MENTION.sub(" ", text))
    return html.unescape(_ANY_TAG.sub("", bare)).replace("\xa0", " ").strip()


def root(conversation: Conversation) -> Conversation:
    """The conversation without its thread: the channel itself."""
    return Conversation(**{**conversation.__dict__, "id": channel_of(conversation.id)})
