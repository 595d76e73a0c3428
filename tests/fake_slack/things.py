"""What the workspace holds: messages, views, and the short-lived keys that Slack hands to a bot."""

import secrets
import time
from copy import deepcopy
from dataclasses import dataclass, field

from .mrkdwn import notifies_in
from .people import APP, BOT, BOT_USER, TEAM, Json


def key(prefix: str) -> str:
    """A new id."""
    return prefix + secrets.token_hex(5).upper()


def with_ids(blocks: list[Json]) -> list[Json]:
    """A copy in which every block has a block_id and every interactive element an action_id, as Slack fills them in."""
    filled = deepcopy(blocks)
    for block in filled:
        block.setdefault("block_id", secrets.token_urlsafe(4))
        for element in elements_of(block):
            if element.get("type") not in ("mrkdwn", "plain_text", "image"):
                element.setdefault("action_id", secrets.token_urlsafe(4))
    return filled


def elements_of(block: Json) -> list[Json]:
    """The elements of a block, wherever it keeps them."""
    if block.get("type") in ("rich_text", "context"):
        return []
    single = [block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    return single + [element for element in block.get("elements", []) if isinstance(element, dict)]


@dataclass
class Message:
    """A message in a channel; `to` names the one person who sees it when it is ephemeral."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    to: str | None = None
    edited: bool = False
    reactions: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    chosen: dict[str, dict[str, Json]] = field(default_factory=dict)  # person -> state.values of the menus here
    client_msg_id: str = field(default_factory=lambda: key("msg-"))

    def show(self, text: str, blocks: list[Json]) -> None:
        """Replaces what it says; what was chosen in the old blocks is gone."""
        self.text, self.blocks, self.chosen = text, blocks, {}

    def as_slack(self) -> Json:
        """The message object, as in events, payloads and answers."""
        common: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text, "team": TEAM}
        if self.user == BOT_USER:
            profile = {"id": BOT, "app_id": APP, "name": "Signpost", "team_id": TEAM, "deleted": False, "updated": 0}
            common |= {"bot_id": BOT, "app_id": APP, "bot_profile": profile, "blocks": self.blocks}
        else:
            common |= {"client_msg_id": self.client_msg_id, "blocks": [rich_text(self.text)]}
        extras: Json = {"edited": {"user": self.user, "ts": self.ts}} if self.edited else {}
        for name in ("thread_ts", "reactions", "metadata"):
            if value := getattr(self, name):
                extras[name] = value
        return common | extras

    def as_stored(self) -> Json:
        """The message for the tests, with its channel, who sees it and whom it notifies."""
        notifies = notifies_in({"text": self.text, "blocks": self.blocks})
        where = {"channel": self.channel, "ephemeral_to": self.to}
        return self.as_slack() | where | {"blocks": self.blocks, "notifies": notifies}


def rich_text(text: str) -> Json:
    """The block in which Slack sends what a person typed."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": secrets.token_urlsafe(4), "elements": [section]}


@dataclass
class View:
    """A modal or a Home tab, what has been typed into it, and the errors it shows."""

    user: str
    content: Json
    id: str = field(default_factory=lambda: key("V"))
    hash: str = ""
    root: str = ""
    previous: str | None = None
    values: dict[str, Json] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str | None = None

    def as_slack(self) -> Json:
        """The view object of payloads and answers."""
        home = self.content["type"] == "home"
        empty: Json = {"callback_id": "", "private_metadata": "", "external_id": "", "close": None, "submit": None}
        switches = {"clear_on_close": False, "notify_on_close": False}
        title = {"type": "plain_text", "text": "View Title", "emoji": True} if home else None
        place = {"root_view_id": self.root or self.id, "previous_view_id": self.previous, "hash": self.hash}
        owner = {"id": self.id, "team_id": TEAM, "app_id": APP, "app_installed_team_id": TEAM, "bot_id": BOT}
        return empty | switches | {"title": title} | self.content | place | owner | {"state": {"values": self.values}}

    def as_stored(self) -> Json:
        """The view for the tests, with what its reader sees besides the blocks."""
        return self.as_slack() | {"user": self.user, "errors": self.errors, "trouble": self.trouble}


@dataclass
class Trigger:
    """A trigger_id: usable once, for some seconds."""

    user: str
    view: str | None = None
    id: str = field(default_factory=lambda: f"{int(time.time())}.{secrets.randbelow(10**6)}.{secrets.token_hex(16)}")
    made: float = field(default_factory=time.monotonic)
    used: bool = False


@dataclass
class ResponseUrl:
    """A response_url: where its answers go, and how often it was used."""

    channel: str
    user: str
    original: Message | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    made: float = field(default_factory=time.monotonic)
    uses: int = 0
