"""What people do in Teams besides pressing: install, write, mention, react."""

from collections.abc import Sequence

from . import activities
from .courier import Courier
from .people import Conversation, Json, Person, bot_account
from .things import Message, Sent
from .world import World


def someone(world: World, user: str) -> Person:
    """A person who can use Teams. Raises ValueError for others."""
    person = world.person(user)
    if person.has_left:
        raise ValueError(f"{user} cannot use Teams here")
    return person


def somewhere(world: World, person: Person, name: str | None) -> tuple[Conversation, str | None]:
    """Where the person is: a conversation and thread, or their chat with the bot. Raises ValueError elsewhere."""
    conversation, thread = world.where(name or person.key)
    if person.key not in conversation.members:
        raise ValueError(f"{person.key} is not in {conversation.key}")
    return conversation, thread


def heard(world: World, conversation: Conversation) -> None:
    """Refuses what Teams would not send to a bot that is not there."""
    if not conversation.bot_is_in:
        raise ValueError(f"the app is not in {conversation.key}, so Teams sends it nothing from there")


async def install(courier: Courier, user: str) -> list[Sent]:
    """Adds the app for oneself: a personal chat begins."""
    world, person = courier.world, someone(courier.world, user)
    chat = world.personal(person)
    world.removed.discard(person.key)
    chat.bot_is_in = True
    return await _membership(courier, person, chat, "add", {})


async def add_to_team(courier: Courier, user: str, where: str) -> list[Sent]:
    """Adds the app to a team with all its channels, or to a group chat."""
    return await _change(courier, user, where, bot_is_in=True)


async def remove(courier: Courier, user: str, where: str | None = None) -> list[Sent]:
    """Takes the app away: from oneself, from a group chat, or from a team with all its channels."""
    world, person = courier.world, someone(courier.world, user)
    if where is not None:
        return await _change(courier, user, where, bot_is_in=False)
    chat = world.personal(person)
    chat.bot_is_in = False
    world.removed.add(person.key)
    return await _membership(courier, person, chat, "remove", {})


async def _change(courier: Courier, user: str, where: str, *, bot_is_in: bool) -> list[Sent]:
    world, person = courier.world, someone(courier.world, user)
    place, _ = somewhere(world, person, where)
    for one in world.conversations.values():
        if one is place or (place.team and one.team == place.team):
            one.bot_is_in = bot_is_in
    event = "teamMemberAdded" if bot_is_in else "teamMemberRemoved"
    return await _membership(courier, person, place, "add" if bot_is_in else "remove", {"eventType": event})


async def _membership(courier: Courier, person: Person, place: Conversation, do: str, data: Json) -> list[Sent]:
    """Teams tells of it twice: as an installation, and as a new or former member."""
    world = courier.world
    installed = activities.activity(world, "installationUpdate", person, place, action=do)
    members = {"membersAdded" if do == "add" else "membersRemoved": [bot_account(world.settings.app_id)]}
    changed = activities.activity(world, "conversationUpdate", person, place, **members)
    if place.team:
        changed["channelData"] |= data
    return [await courier.deliver(installed), await courier.deliver(changed)]


async def message(
    courier: Courier, user: str, text: str, where: str | None = None, attachments: Sequence[Json] = ()
) -> Sent:
    """Writes to the bot in a personal chat. Elsewhere Teams sends it mentions only, so that is a ValueError."""
    made = unsent(courier.world, user, text, where)
    made["attachments"] = list(attachments)
    return await _said(courier, user, made)


def unsent(world: World, user: str, text: str, where: str | None = None) -> Json:
    """A personal message that nobody has sent yet."""
    person = someone(world, user)
    chat, _ = somewhere(world, person, where)
    heard(world, chat)
    if chat.kind != "personal":
        raise ValueError("outside a personal chat Teams sends the bot only what mentions it")
    return activities.message(world, person, chat, text)


async def mention(courier: Courier, user: str, where: str, text: str, thread: str | None = None) -> Sent:
    """Mentions the bot in a channel or group chat, as a new post or in a thread."""
    world, person = courier.world, someone(courier.world, user)
    place, named = somewhere(world, person, where)
    heard(world, place)
    return await _said(courier, user, activities.mention(world, person, place, text, thread or named))


async def _said(courier: Courier, user: str, made: Json) -> Sent:
    place, thread = courier.world.where(made["conversation"]["id"])
    root = None if thread == made["id"] else thread
    courier.world.messages.append(Message(place.id, made["id"], courier.world.person(user).key, made, root))
    courier.world.changes.mark()
    return await courier.deliver(made)


async def typing(courier: Courier, user: str) -> Sent:
    """Types in the personal chat."""
    world, person = courier.world, someone(courier.world, user)
    place, _ = somewhere(world, person, None)
    heard(world, place)
    return await courier.deliver(activities.activity(world, "typing", person, place))


async def react(courier: Courier, user: str, conversation: str, message: str, kind: str = "like") -> Sent:
    """Puts a reaction at one of the bot's messages."""
    world, person = courier.world, someone(courier.world, user)
    place, thread = somewhere(world, person, conversation)
    found = world.find(place, message)
    if found is None or found.sender != "bot":
        raise ValueError("Teams tells a bot of reactions to its own messages only")
    reacted = {"reactionsAdded": [{"type": kind}], "replyToId": message}
    return await courier.deliver(activities.activity(world, "messageReaction", person, place, thread=thread, **reacted))
