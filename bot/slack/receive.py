"""What Slack delivers is read, masked and stored before Slack is told that we have it. A repeat is stored once."""

import html
import re
from typing import Any

from bot.dialogue.questions import keep_home, keep_question, masked
from bot.slack.place import PREFIX, Place
from bot.workflows.desk import Desk
from bot.workflows.questions import question_id

_MENTION = re.compile(r"<@[UW][A-Z0-9_]+(?:\|[^>]*)?>")
_LINK = re.compile(r"<(?:https?|mailto|tel):[^>|]*(?:\|([^>]*))?>|<[#!][^>|]*(?:\|([^>]*))?>")
_OWN_WORDS = {None, "file_share", "thread_broadcast"}  # the subtypes of a message that a person wrote just now


async def keep_event(desk: Desk, event: dict[str, Any], event_id: str) -> bool:
    """Store an event that asks something of us; whether it is new. What needs no work is left out."""
    if event.get("type") == "app_home_opened" and event.get("tab", "home") == "home":
        return await keep_home(desk, f"{PREFIX}home:{event_id}", PREFIX + event["user"])
    if event.get("type") in {"app_mention", "message"} and _is_question(event):
        return await _keep_message(desk, event)
    return False


async def keep_words(desk: Desk, key: str, user: str, text: str, place: Place, conversation: str) -> bool:
    """Store a question that came by a command or a shortcut."""
    words = await masked(desk, plain(text))
    return await keep_question(desk, f"{PREFIX}{key}", PREFIX + user, words, place.address, conversation)


def plain(text: str) -> str:
    """The words without Slack's own markup."""
    bare = _MENTION.sub(" ", text)
    return html.unescape(_LINK.sub(lambda found: found[1] or found[2] or " ", bare)).strip()


def dm_conversation(user: str) -> str:
    """Direct messages of one person follow one another, however they were started."""
    return f"{PREFIX}dm:{user}"


async def _keep_message(desk: Desk, event: dict[str, Any]) -> bool:
    user, channel, ts, thread = event["user"], event["channel"], event["ts"], event.get("thread_ts", "")
    follows = ""
    if event["type"] == "message":
        place = Place(channel, thread)
        conversation = f"{PREFIX}{channel}:{thread}" if thread else dm_conversation(user)
        follows = question_id(_key(channel, thread)) if thread else ""  # a thread may hang on an own question
    else:
        place = Place(channel, thread, only=user)
        conversation = f"{PREFIX}{channel}:{thread or ts}:{user}"
    words = await masked(desk, plain(event.get("text", "")))
    return await keep_question(desk, _key(channel, ts), PREFIX + user, words, place.address, conversation, follows)


def _key(channel: str, ts: str) -> str:
    """The same for every delivery of one message, also under a new event id."""
    return f"{PREFIX}{channel}:{ts}"


def _is_question(event: dict[str, Any]) -> bool:
    """A message of a person: in a direct message, or naming the bot. Edits and the bots' own words are none."""
    if event.get("bot_id") or not event.get("user") or event.get("subtype") not in _OWN_WORDS:
        return False
    return event["type"] == "app_mention" or event.get("channel_type") == "im"
