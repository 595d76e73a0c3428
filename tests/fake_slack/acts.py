"""What people do in Slack: each act changes the workspace and sends the bot what Slack would send."""

import re

from . import events, interactions
from .answers import after_command, after_interaction
from .courier import Courier
from .envelopes import Envelope, held_back
from .mrkdwn import typed
from .people import BOT_USER, Channel, Json, User
from .things import Message
from .world import World

NEEDED_SCOPES = {"app_mention": "app_mentions:read", "message": "im:history", "command": "commands"}


def someone(world: World, user: str) -> User:
    """A person who can use Slack."""
    found = world.users.get(user)
    if found is None or found.deleted or found.is_bot:
        raise ValueError(f"{user} cannot use Slack here")
    return found


def somewhere(world: World, channel: str | None, user: User) -> Channel:
    """The channel, or the person's direct message with the bot."""
    if channel is None or channel == world.dm(user.id).id:
        return world.dm(user.id)
    if channel not in world.channels:
        raise ValueError(f"no channel {channel}")
    return world.channels[channel]


def allowed(world: World, what: str) -> None:
    """Refuses what Slack would not send to an app with these scopes."""
    if (scope := NEEDED_SCOPES[what]) not in world.settings.scopes:
        raise ValueError(f"Slack does not send this: the app lacks {scope}")


async def message(
    courier: Courier,
    user: str,
    text: str,
    thread: str | None = None,
    markup: bool = False,
    more: Json | None = None,
) -> Envelope:
    """Writes to the bot in a direct message. With `markup` the text is already in Slack's own form."""
    world, person = courier.world, someone(courier.world, user)
    allowed(world, "message")
    written = Message(world.dm(user).id, world.ts(), user, text if markup else typed(text), thread_ts=thread)
    world.add(written)
    return await courier.deliver("events_api", events.direct_message(written, person, **more or {}))


async def edit(courier: Courier, user: str, channel: str, ts: str, text: str) -> Envelope:
    """Changes an own message to the bot."""
    world, person = courier.world, someone(courier.world, user)
    changed = world.find(channel, ts)
    if changed is None or changed.user != user or world.channels[channel].kind != "im":
        raise ValueError("only an own direct message can be edited here")
    before = changed.as_slack()
    changed.text, changed.edited = typed(text), True
    return await courier.deliver("events_api", events.edited_message(changed, before, person, world.ts()))


async def say(courier: Courier, user: str, channel: str, text: str, thread: str | None = None) -> Envelope | Message:
    """Writes something in a channel; the bot hears of it only when it is mentioned."""
    if re.search(r"@signpost\b", text, re.I):
        return await mention(courier, user, channel, re.sub(r"@signpost\b", "", text, flags=re.I).strip(), thread)
    world = courier.world
    return world.add(Message(channel, world.ts(), someone(world, user).id, typed(text), thread_ts=thread))


async def mention(
    courier: Courier, user: str, channel: str, text: str, thread: str | None = None, markup: bool = False
) -> Envelope:
    """Mentions the bot in a channel. Slack tells the bot only where it is a member."""
    world, person = courier.world, someone(courier.world, user)
    allowed(world, "app_mention")
    words = text if markup else typed(text)
    words = words if f"<@{BOT_USER}>" in words else f"<@{BOT_USER}> {words}"
    written = world.add(Message(somewhere(world, channel, person).id, world.ts(), user, words, thread_ts=thread))
    if not world.channels[channel].bot_is_in:
        world.tell(user, "You mentioned Signpost, but they’re not in this channel.", "app_mention")
        return held_back("events_api", "the bot is not in this channel")
    return await courier.deliver("events_api", events.app_mention(written, person))


async def command(courier: Courier, user: str, command: str, text: str = "", channel: str | None = None) -> Envelope:
    """Sends a slash command."""
    world, person = courier.world, someone(courier.world, user)
    allowed(world, "command")
    where, trigger = somewhere(world, channel, person), world.new_trigger(user)
    url = world.new_response_url(where.id, user)
    payload = interactions.slash_command(person, trigger, command, text, where, url)
    sent = await courier.deliver("slash_commands", payload)
    after_command(world, sent, where)
    return sent


async def shortcut(
    courier: Courier,
    user: str,
    callback_id: str,
    text: str | None = None,
    channel: str = "C_GENERAL",
    author: str = "U_TOM",
    ts: str | None = None,
) -> Envelope:
    """Chooses a shortcut: on the message with this ts or on a new one with this text; without both a global one."""
    world, person = courier.world, someone(courier.world, user)
    allowed(world, "command")
    trigger, where = world.new_trigger(user), somewhere(world, channel, person)
    about = world.find(where.id, ts) if ts else None
    if text is not None and about is None:
        about = world.add(Message(where.id, world.ts(), author, typed(text)))
    if about is None:
        payload = interactions.global_shortcut(person, trigger, callback_id)
    else:
        url = world.new_response_url(where.id, user)
        payload = interactions.message_shortcut(person, trigger, callback_id, about, where, url)
    sent = await courier.deliver("interactive", payload)
    after_interaction(world, sent, user, callback_id)
    return sent


async def open_home(courier: Courier, user: str, tab: str = "home") -> Envelope:
    """Opens the app at its Home or Messages tab."""
    world, person = courier.world, someone(courier.world, user)
    payload = events.app_home_opened(person, tab, world.dm(user).id, world.ts(), world.homes.get(user))
    return await courier.deliver("events_api", payload)
