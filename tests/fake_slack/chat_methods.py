"""The chat.* and reactions.* methods."""

from .block_kit import faults_in_message
from .people import BOT_USER, Channel, Json
from .refusals import RateLimited, Refused, with_messages
from .things import Message, with_ids
from .world import World

LONGEST_TEXT, LONGEST_UPDATE = 40_000, 4_000


def find_channel(world: World, named: object) -> Channel:
    """The channel with this id or name; a person's id opens the direct message."""
    if isinstance(named, str) and (user := world.users.get(named)) and not user.is_bot:
        if user.deleted:
            raise Refused("channel_not_found")
        return world.dm(user.id)
    name = str(named).removeprefix("#")
    found = world.channels.get(name) or next((c for c in world.channels.values() if c.name == name != "im"), None)
    if found is None or (found.kind != "channel" and not found.bot_is_in):
        raise Refused("channel_not_found")
    return found


def find_open_channel(world: World, arguments: Json) -> Channel:
    """The channel of a call that posts: it is not archived and the bot is in it."""
    channel = find_channel(world, arguments.get("channel"))
    if channel.is_archived:
        raise Refused("is_archived")
    if not channel.bot_is_in and "chat:write.public" not in world.settings.scopes:
        raise Refused("not_in_channel")
    if channel.kind == "im" and world.users[channel.person()].deleted:
        raise Refused("channel_not_found")
    return channel


def checked_content(arguments: Json, longest: int = LONGEST_TEXT) -> Json:
    """The text, blocks and metadata of a call, refused when Slack or a screen reader could not use them."""
    text, blocks = arguments.get("text") or arguments.get("markdown_text") or "", arguments.get("blocks") or []
    if not text and not blocks and not arguments.get("attachments"):
        raise Refused("no_text")
    if len(text) > longest:
        raise Refused("msg_too_long")
    if faults := faults_in_message(arguments):
        raise with_messages("invalid_blocks", faults)
    return {"text": text, "blocks": with_ids(blocks), "metadata": arguments.get("metadata")}


def post_message(world: World, arguments: Json) -> Json:
    """chat.postMessage."""
    channel = find_open_channel(world, arguments)
    if wait := world.rate.wait_for(channel.id, world.settings.rate_seconds, world.settings.rate_burst):
        raise RateLimited(wait)
    content, thread = checked_content(arguments), arguments.get("thread_ts")
    message = world.add(Message(channel.id, world.ts(), BOT_USER, thread_ts=thread, **content))
    if channel.kind == "im":
        world.emit(message.as_slack() | {"channel": channel.id, "channel_type": "im", "event_ts": message.ts})
    return {"channel": channel.id, "ts": message.ts, "message": message.as_slack()}


def post_ephemeral(world: World, arguments: Json) -> Json:
    """chat.postEphemeral."""
    channel, user = find_open_channel(world, arguments), arguments.get("user")
    if user not in world.users:
        raise Refused("user_not_found")
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    content, thread = checked_content(arguments), arguments.get("thread_ts")
    message = world.add(Message(channel.id, world.ts(), BOT_USER, thread_ts=thread, to=user, **content))
    return {"message_ts": message.ts}


def own_message(world: World, arguments: Json, otherwise: str) -> Message:
    """The bot's message that a call is about."""
    message = world.find(str(arguments.get("channel")), str(arguments.get("ts")))
    if message is None or message.to:
        raise Refused("message_not_found")
    if message.user != BOT_USER:
        raise Refused(otherwise)
    return message


def update_message(world: World, arguments: Json) -> Json:
    """chat.update; without blocks the old ones go, as at Slack."""
    message = own_message(world, arguments, "cant_update_message")
    before, content = message.as_slack(), checked_content(arguments, LONGEST_UPDATE)
    message.show(content["text"], content["blocks"])
    message.edited = True
    world.changes.mark()
    changed(world, message, "message_changed", message=message.as_slack(), previous_message=before)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": message.as_slack()}


def delete_message(world: World, arguments: Json) -> Json:
    """chat.delete."""
    message = own_message(world, arguments, "cant_delete_message")
    world.messages.remove(message)
    world.changes.mark()
    changed(world, message, "message_deleted", deleted_ts=message.ts, previous_message=message.as_slack())
    return {"channel": message.channel, "ts": message.ts}


def changed(world: World, its: Message, subtype: str, **more: object) -> None:
    """Tells the bot about a change of its own direct message."""
    if world.channels[its.channel].kind == "im":
        ts = world.ts()
        event = {"type": "message", "subtype": subtype, "hidden": True, "channel": its.channel, "ts": ts}
        world.emit(event | {"channel_type": "im", "event_ts": ts} | more)


def add_reaction(world: World, arguments: Json) -> Json:
    """reactions.add."""
    message = world.find(str(arguments.get("channel")), str(arguments.get("timestamp")))
    if message is None or message.to:
        raise Refused("message_not_found")
    if not world.channels[message.channel].bot_is_in:
        raise Refused("not_in_channel")
    name = arguments.get("name")
    if any(reaction["name"] == name for reaction in message.reactions):
        raise Refused("already_reacted")
    message.reactions.append({"name": name, "users": [BOT_USER], "count": 1})
    world.changes.mark()
    return {}
