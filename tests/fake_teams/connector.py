"""The Bot Connector's REST interface, as far as the SDK's core uses it."""

from aiohttp import web

from .faults import Refusal
from .hits import Hits
from .people import TENANT, Conversation, Json
from .postings import checked, place, post, someone
from .things import Message
from .world import World


class Connector:
    """Answers /v3/…"""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        hit, root = Hits(self._world), "/v3/conversations/{c}"
        return [
            web.post("/v3/conversations", hit("create", self.create)),
            web.post(f"{root}/activities", hit("send", self.send)),
            web.post(f"{root}/activities/{{id}}", hit("reply", self.reply)),
            web.put(f"{root}/activities/{{id}}", hit("update", self.update)),
            web.delete(f"{root}/activities/{{id}}", hit("delete", self.delete)),
            web.get(f"{root}/members", hit("members", self.members)),
            web.get(f"{root}/members/{{id}}", hit("member", self.member)),
            web.get(f"{root}/pagedmembers", hit("members", self.paged_members)),
        ]

    async def create(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Begins a personal chat, or a thread in a channel."""
        data = body.get("channelData") or {}
        if (body.get("tenantId") or (data.get("tenant") or {}).get("id")) != TENANT:
            raise Refusal(400, "BadSyntax", "tenantId is missing or another tenant's")
        if channel := (data.get("channel") or {}).get("id"):
            return self._thread(str(channel), body)
        members = body.get("members") or []
        if body.get("isGroup") or len(members) != 1:
            raise Refusal(400, "BadSyntax", "a bot begins chats with one member only")
        chat = self._world.personal(someone(self._world, str(members[0].get("id"))))
        first = body.get("activity")
        posted = {"activityId": post(self._world, chat, None, checked(first))} if first else {}
        return 201, {"id": chat.id, "serviceUrl": self._world.service_url} | posted

    def _thread(self, channel: str, body: Json) -> tuple[int, Json]:
        conversation, _ = place(self._world, channel)
        new = post(self._world, conversation, None, checked(body.get("activity") or {}))
        return 201, {
            "id": f"{conversation.id};messageid={new}",
            "activityId": new,
            "serviceUrl": self._world.service_url,
        }

    async def send(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Posts into a conversation or a thread."""
        conversation, thread = place(self._world, request.match_info["c"])
        return 201, {"id": post(self._world, conversation, thread, checked(body))}

    async def reply(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Posts an answer to a message; in a channel, into its thread."""
        conversation, thread = place(self._world, request.match_info["c"])
        about = self._world.find(conversation, request.match_info["id"])
        if about and conversation.kind == "channel":
            thread = thread or about.thread or about.id
        return 201, {"id": post(self._world, conversation, thread, checked(body))}

    async def update(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Changes an own message for everyone."""
        message = self._own(request)
        message.activity, message.replaced_for = checked(body), {}
        message.updated += 1
        return 200, {"id": message.id}

    async def delete(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Takes an own message away."""
        self._own(request).deleted = True
        return 200, {}

    async def members(self, request: web.Request, body: Json) -> tuple[int, list[Json]]:
        """Everybody in a conversation."""
        return 200, self._roster(place(self._world, request.match_info["c"])[0])

    async def paged_members(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """Everybody in a conversation, in pages."""
        roster = self._roster(place(self._world, request.match_info["c"])[0])
        start = int(request.query.get("continuationToken", "0"))
        end = start + int(request.query.get("pageSize", "200"))
        more = {"continuationToken": str(end)} if end < len(roster) else {}
        return 200, {"members": roster[start:end]} | more

    async def member(self, request: web.Request, body: Json) -> tuple[int, Json]:
        """One person of a conversation, by 29: id or account id."""
        conversation, _ = place(self._world, request.match_info["c"])
        for member in self._roster(conversation):
            if request.match_info["id"] in (member["id"], member["aadObjectId"]):
                return 200, member
        raise Refusal(404, "MemberNotFoundInConversation", "nobody here has this id")

    def _roster(self, conversation: Conversation) -> list[Json]:
        people = self._world.people.values()
        return [person.member() for person in people if person.key in conversation.members]

    def _own(self, request: web.Request) -> Message:
        conversation, _ = place(self._world, request.match_info["c"])
        message = self._world.find(conversation, request.match_info["id"])
        if message is None:
            raise Refusal(404, "ActivityNotFoundInConversation", "there is no such message")
        if message.sender != "bot":
            raise Refusal(403, "NotEnoughPermissions", "this is not the bot's message")
        return message
