"""The activities that Teams sends to a bot."""

import html
import time
from datetime import UTC, datetime
from uuid import uuid4

from .people import BOT_NAME, Conversation, Json, Person, bot_account
from .world import World


def activity(world: World, kind: str, person: Person, place: Conversation, **more: object) -> Json:
    """What every activity has."""
    thread = more.pop("thread", None)
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "type": kind,
        "id": f"f:{uuid4()}",
        "timestamp": now,
        "localTimezone": "Europe/London",
        "serviceUrl": world.service_url,
        "channelId": "msteams",
        "from": person.account(),
        "conversation": place.as_teams(str(thread) if thread else None),
        "recipient": bot_account(world.settings.app_id),
        "channelData": place.channel_data(),
        "locale": "en-GB",
        **more,
    }


def message(world: World, person: Person, place: Conversation, text: str, thread: str | None = None) -> Json:
    """A written message; in a channel it is in its own thread or in this one."""
    new = world.new_id()
    root = (thread or new) if place.kind == "channel" else None
    client = {"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Web", "timezone": "Europe/London"}
    written = {"id": new, "text": text, "textFormat": "plain", "entities": [client], "attachments": []}
    return activity(world, "message", person, place, thread=root, **written)


def mention(world: World, person: Person, place: Conversation, text: str, thread: str | None = None) -> Json:
    """A message that mentions the bot before the text, or where the text says <at>Signpost</at>."""
    tag = f"<at>{BOT_NAME}</at>"
    words = text if tag in text else f"{tag} {text}"
    made = message(world, person, place, words, thread)
    mentioned = {"type": "mention", "text": tag, "mentioned": bot_account(world.settings.app_id)}
    shown = html.escape(words.replace(tag, BOT_NAME), quote=False)
    made["entities"].insert(0, mentioned)
    made["attachments"] = [{"contentType": "text/html", "content": f"<p>{shown}</p>"}]
    return made


def invoke(world: World, name: str, person: Person, place: Conversation, value: Json, **more: object) -> Json:
    """Something that the bot answers at once."""
    made = activity(world, "invoke", person, place, name=name, value=value, **more)
    made["channelData"]["source"] = {"name": "message"}
    return made


def message_payload(person: Person, message_id: str, text: str) -> Json:
    """The message that a command of the app was chosen on."""
    lines = "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))
    user = {"userIdentityType": "aadUser", "id": person.aad_id, "displayName": person.name}
    now = datetime.fromtimestamp(time.time(), UTC).isoformat()
    return {
        "id": message_id,
        "replyToId": None,
        "createdDateTime": now,
        "lastModifiedDateTime": None,
        "deleted": False,
        "subject": None,
        "summary": None,
        "importance": "normal",
        "locale": "en-gb",
        "linkToMessage": f"https://teams.example/l/message/{message_id}",
        "from": {"application": None, "device": None, "user": user},
        "body": {"contentType": "html", "content": f"<div>{lines}</div>"},
        "attachmentLayout": None,
        "attachments": [],
        "mentions": [],
        "reactions": [],
    }
