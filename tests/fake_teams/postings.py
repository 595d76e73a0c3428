"""What the Connector looks at before it takes a message."""

import re

from .cards import CARD, LARGEST, faults_in_card, size_of
from .faults import Refusal
from .people import Conversation, Json, Person
from .things import Message
from .world import World

_TYPES = ("message", "typing")


def checked(activity: Json) -> Json:
    """The activity, if Teams would take it; else a Refusal."""
    if activity.get("type") not in _TYPES:
        raise Refusal(400, "BadSyntax", f"type is one of {', '.join(_TYPES)}")
    if activity["type"] == "message":
        attachments = activity.get("attachments") or []
        if not attachments and not str(activity.get("text") or "").strip():
            raise Refusal(400, "BadSyntax", "a message has a text or an attachment")
        for attachment in attachments:
            _check(attachment)
        _check_mentions(activity)
    return activity


def _check(attachment: Json) -> None:
    if attachment.get("contentType") != CARD:
        raise Refusal(400, "BadSyntax", f"contentType is {attachment.get('contentType')}, not {CARD}")
    card = attachment.get("content")
    if (size := size_of(card)) > LARGEST:
        raise Refusal(413, "MessageSizeTooBig", f"the card has {size} bytes; {LARGEST} are allowed")
    if faults := faults_in_card(card):
        raise Refusal(400, "BadSyntax", "; ".join(faults))


def _check_mentions(activity: Json) -> None:
    named = [str(one.get("text")) for one in activity.get("entities") or [] if one.get("type") == "mention"]
    for tag in re.findall(r"<at>.*?</at>", str(activity.get("text") or "")):
        if tag not in named:
            raise Refusal(400, "BadSyntax", f"no mention entity has the text {tag}")


def place(world: World, name: str) -> tuple[Conversation, str | None]:
    """The conversation and thread that the bot may write to; else a Refusal."""
    try:
        conversation, thread = world.where(name)
    except ValueError:
        raise Refusal.of("404") from None
    if not conversation.bot_is_in:
        raise Refusal.of("403")
    if thread and world.find(conversation, thread) is None:
        raise Refusal(404, "ConversationNotFound", "there is no such thread")
    return conversation, thread


def someone(world: World, name: str) -> Person:
    """Somebody the bot may have a personal chat with; else a Refusal."""
    try:
        person = world.person(name)
    except ValueError:
        raise Refusal(404, "MemberNotFound", "nobody has this id") from None
    if person.has_left:
        raise Refusal(404, "MemberNotFound", "this account is no longer there")
    together = any(person.key in one.members and one.bot_is_in for one in world.conversations.values())
    if person.key in world.removed or not together:
        raise Refusal(403, "ForbiddenOperationException", "the app is not installed for this person")
    return person


def post(world: World, conversation: Conversation, thread: str | None, activity: Json) -> str:
    """Stores a message and returns its id; of typing nothing stays."""
    new = world.new_id()
    if activity["type"] == "message":
        world.messages.append(Message(conversation.id, new, "bot", activity, thread))
        world.changes.mark()
    return new
