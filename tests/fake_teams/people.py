"""The invented tenant: its people, teams and chats, and how Teams describes them."""

from dataclasses import dataclass, field
from typing import Any, Literal

type Json = dict[str, Any]

APP_ID = "00000000-0000-0000-0000-00000000b07a"
TENANT, OTHER_TENANT = "00000000-0000-0000-0000-0000000000e5", "00000000-0000-0000-0000-0000000000ff"
BOT_TOKEN = "stand-in-token"
BOT_NAME = "Signpost"
WORKFORCE, OFFICE = "19:general@thread.tacv2", "19:office@thread.tacv2"  # teams; the first has its General channel's id


@dataclass(frozen=True)
class Person:
    """A member or guest of the tenant, or somebody of another one."""

    key: str
    number: int
    name: str
    email: str
    is_guest: bool = False
    tenant: str = TENANT
    has_left: bool = False

    @property
    def id(self) -> str:
        """The id that Teams gives this person towards this bot."""
        return f"29:1{self.key}-as-the-bot-knows-them"

    @property
    def aad_id(self) -> str:
        """The id of the account, the same for all apps."""
        return f"00000000-0000-4000-8000-00000000{self.number:04x}"

    def account(self) -> Json:
        """The sender of an activity."""
        return {"id": self.id, "name": self.name, "aadObjectId": self.aad_id}

    def member(self) -> Json:
        """What the roster of a conversation says."""
        given, surname = self.name.split()
        names = {"givenName": given, "surname": surname, "email": self.email, "userPrincipalName": self.email}
        return self.account() | names | {"tenantId": self.tenant, "userRole": "guest" if self.is_guest else "user"}


@dataclass
class Conversation:
    """A personal chat with the bot, a group chat or a channel, and who is in it."""

    key: str
    id: str
    name: str
    kind: Literal["personal", "groupChat", "channel"]
    members: set[str] = field(default_factory=set)
    bot_is_in: bool = True
    team: str | None = None

    def as_teams(self, thread: str | None = None) -> Json:
        """The `conversation` of an activity."""
        place = f"{self.id};messageid={thread}" if thread else self.id
        named = {} if self.kind == "personal" else {"name": self.name, "isGroup": True}
        return {"conversationType": self.kind, "tenantId": TENANT, "id": place, **named}

    def channel_data(self) -> Json:
        """The `channelData` of an activity."""
        data: Json = {"tenant": {"id": TENANT}}
        if self.team:
            data |= {"team": {"id": self.team}, "channel": {"id": self.id}}
            data |= {"teamsTeamId": self.team, "teamsChannelId": self.id}
        return data


def bot_account(app_id: str) -> Json:
    """The bot as Teams names it."""
    return {"id": f"28:{app_id}", "name": BOT_NAME}


def invented_people() -> dict[str, Person]:
    """Everybody, by key."""
    people = [
        Person("nadia", 0xA1, "Nadia Begum", "nadia@health.example"),
        Person("tom", 0xA2, "Tom Hale", "tom@school.example"),
        Person("ben", 0xA3, "Ben Okoro", "ben@lscp.example"),
        Person("asha", 0xA4, "Asha Patel", "asha@lscp.example"),
        Person("greg", 0xA5, "Greg Flint", "greg@charity.example", is_guest=True),
        Person("sam", 0xA6, "Sam Dell", "sam@elsewhere.example", tenant=OTHER_TENANT),
        Person("gwen", 0xA7, "Gwen Lowe", "gwen@lscp.example", has_left=True),
    ]
    return {person.key: person for person in people}


def invented_conversations() -> dict[str, Conversation]:
    """What is there at the start, by key; personal chats come with an installation."""
    staff = {"nadia", "tom", "ben", "asha"}
    conversations = [
        Conversation("general", WORKFORCE, "General", "channel", set(staff), team=WORKFORCE),
        Conversation("practice", "19:practice@thread.tacv2", "Practice", "channel", set(staff), team=WORKFORCE),
        Conversation("group", "19:group@thread.v2", "Bruises and burns", "groupChat", {"nadia", "tom"}),
        Conversation("business", "19:business@thread.tacv2", "Business team", "channel", {"ben", "asha"}, team=OFFICE),
    ]
    return {conversation.key: conversation for conversation in conversations}
