"""auth.test, and the methods about people, channels and sockets."""

import json

from .chat_methods import find_channel
from .people import BOT, BOT_USER, TEAM, Json
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


def conversation_info(world: World, arguments: Json) -> Json:
    """conversations.info; which scope it needs depends on the channel."""
    channel = find_channel(world, arguments.get("channel"))
    needed = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}[channel.kind]
    if needed not in world.settings.scopes:
        raise Refused("missing_scope", needed=needed, provided=",".join(world.settings.scopes))
    return {"channel": channel.as_slack()}
