"""The invented workspace: its people and channels, and how Slack describes them."""

from dataclasses import dataclass, field
from typing import Any, Literal

type Json = dict[str, Any]

TEAM, OTHER_TEAM, APP = "T_SET", "T_OTHER", "A_SIGNPOST"
BOT_USER, BOT = "U_BOT", "B_BOT"
BOT_TOKEN, APP_TOKEN = "xoxb-fake", "xapp-fake"


@dataclass
class User:
    """A member of the workspace, or someone from another organisation in a shared channel."""

    id: str
    name: str
    title: str = ""
    email: str | None = None
    is_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_bot: bool = False

    @property
    def handle(self) -> str:
        """The short name."""
        return self.name.split()[0].lower()

    @property
    def team(self) -> str:
        """The organisation the account belongs to."""
        return OTHER_TEAM if self.is_stranger else TEAM

    def as_slack(self, *, with_email: bool) -> Json:
        """The user object of users.info."""
        profile: Json = {"real_name": self.name, "display_name": self.handle, "title": self.title, "team": self.team}
        if with_email and self.email:
            profile["email"] = self.email
        kind = {"is_bot": self.is_bot, "is_restricted": self.is_restricted, "is_ultra_restricted": False}
        common = {"id": self.id, "team_id": self.team, "name": self.handle, "deleted": self.deleted, "profile": profile}
        if self.deleted:
            return common | {"is_bot": self.is_bot, "is_app_user": False}
        where = {"tz": "Europe/London", "tz_label": "Greenwich Mean Time", "tz_offset": 0}
        roles = {"is_admin": False, "is_owner": False, "is_primary_owner": False, "is_app_user": False}
        stranger = {"is_stranger": True} if self.is_stranger else {}
        return common | {"real_name": self.name} | where | roles | kind | stranger


@dataclass
class Channel:
    """A channel or a direct message with the bot, and who is in it."""

    id: str
    name: str
    kind: Literal["channel", "group", "im"]
    members: set[str] = field(default_factory=set)
    is_archived: bool = False

    @property
    def bot_is_in(self) -> bool:
        """Whether the bot may post here."""
        return BOT_USER in self.members

    @property
    def name_in_payloads(self) -> str:
        """What interaction payloads call it: private ones are not named."""
        return {"channel": self.name, "group": "privategroup", "im": "directmessage"}[self.kind]

    def person(self) -> str:
        """The other side of a direct message."""
        return next(iter(self.members - {BOT_USER}))

    def as_slack(self) -> Json:
        """The channel object of conversations.info."""
        if self.kind == "im":
            return {"id": self.id, "is_im": True, "user": self.person(), "is_open": True, "is_archived": False}
        kinds = {"is_channel": self.kind == "channel", "is_group": self.kind == "group", "is_im": False}
        private = {"is_private": self.kind == "group", "is_member": self.bot_is_in, "is_archived": self.is_archived}
        return {"id": self.id, "name": self.name, "num_members": len(self.members)} | kinds | private


def invented_users() -> dict[str, User]:
    """Everybody, by id."""
    users = [
        User("U_NADIA", "Nadia Begum", "nurse", "nadia@health.example"),
        User("U_TOM", "Tom Hale", "teacher and safeguarding lead", "tom@school.example"),
        User("U_BEN", "Ben Okoro", "business manager", "ben@lscp.example"),
        User("U_ASHA", "Asha Patel", "business support officer", "asha@lscp.example"),
        User("U_GREG", "Greg Flint", "guest volunteer", "greg@charity.example", is_restricted=True),
        User("U_STRANGER", "Sam Dell", "from another organisation", is_stranger=True),
        User("U_GONE", "Gwen Lowe", "left", "gwen@lscp.example", deleted=True),
        User(BOT_USER, "Signpost", "app", is_bot=True),
    ]
    return {user.id: user for user in users}


def invented_channels() -> dict[str, Channel]:
    """The channels that are there at the start, by id; direct messages come when somebody opens one."""
    everyone = {"U_NADIA", "U_TOM", "U_BEN", "U_ASHA", "U_GREG", "U_STRANGER"}
    channels = [
        Channel("C_GENERAL", "general", "channel", everyone | {BOT_USER}),
        Channel("C_PRACTICE", "practice", "channel", {"U_NADIA", "U_TOM"}),
        Channel("G_BUSINESS", "business-team", "group", {"U_BEN", "U_ASHA", BOT_USER}),
    ]
    return {channel.id: channel for channel in channels}
