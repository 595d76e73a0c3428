"""auth.test, and the methods about people, channels and sockets."""

import json

from .chat_methods import find_channel
from .people import BOT, BOT_USER, TEAM, Channel, Json
from .refusals import Refused
from .world import World


def auth_test(world: World, arguments: Json) -> Json:
    """auth.test."""
    names = {"url": "https://signpost-set.slack.example/", "team": "Safeguarding in SET", "user": "signpost"}
    return names | {"team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT, "is_enterprise_install": False}


def user_info(world: World, arguments: Json) -> Json:
    """users.info."""
    user = world.users.get(str(arguments.get("user")))
    if user is None:
        raise Refused("user_not_found")
    return {"user": user.as_slack(with_email="users:read.email" in world.settings.scopes)}


def user_by_email(world: World, arguments: Json) -> Json:
    """users.lookupByEmail: finds neither people of other organisations nor those who left."""
    email = str(arguments.get("email")).lower()
    found = next((u for u in world.users.values() if u.email == email and not u.deleted and not u.is_stranger), None)
    if found is None:
        raise Refused("users_not_found")
    return {"user": found.as_slack(with_email=True)}


def open_conversation(world: World, arguments: Json) -> Json:
    """conversations.open, with one person or with the id of a direct message."""
    if arguments.get("channel"):
        channel = find_channel(world, arguments["channel"])
        return {"channel": {"id": channel.id}, "no_op": True, "already_open": True}
    users = arguments.get("users")
    named = json.loads(users) if isinstance(users, str) and users.startswith("[") else users
    people = named.split(",") if isinstance(named, str) else named
    if not people:
        raise Refused("users_list_not_supplied")
    if len(people) > 1:
        raise Refused("method_not_supported_for_channel_type")
    user = world.users.get(people[0])
    if user is None:
        raise Refused("user_not_found")
    if user.deleted:
        raise Refused("user_disabled")
    if user.is_bot:
        raise Refused("cannot_dm_bot")
    channel = world.dm(user.id)
    world.changes.mark()
    return {"channel": channel.as_slack() if arguments.get("return_im") else {"id": channel.id}}


def needs(world: World, channel: Channel, what: str) -> None:
    """Refuses a call without the scope for this kind of channel."""
    scope = {"channel": "channels", "group": "groups", "im": "im"}[channel.kind] + f":{what}"
    if scope not in world.settings.scopes:
        raise Refused("missing_scope", needed=scope, provided=",".join(world.settings.scopes))


def conversation_info(world: World, arguments: Json) -> Json:
    """conversations.info; which scope it needs depends on the channel."""
    channel = find_channel(world, arguments.get("channel"))
    needs(world, channel, "read")
    return {"channel": channel.as_slack()}


def conversation_history(world: World, arguments: Json) -> Json:
    """conversations.history, the newest message first, and conversations.replies, a thread with its first message."""
    channel, thread = find_channel(world, arguments.get("channel")), arguments.get("ts")
    needs(world, channel, "history")
    found = [m for m in world.messages if m.channel == channel.id and m.to is None]
    if thread:
        found = [m for m in found if thread in (m.ts, m.thread_ts)]
        if not found:
            raise Refused("thread_not_found")
    limit = int(arguments.get("limit") or 100)
    shown = found[:limit] if thread else found[::-1][:limit]
    return {"messages": [message.as_slack() for message in shown], "has_more": len(found) > limit}


def assistant_thread(world: World, arguments: Json) -> Json:
    """assistant.threads.setStatus, setTitle and setSuggestedPrompts: only recorded among the calls."""
    find_channel(world, arguments.get("channel_id"))
    return {}
