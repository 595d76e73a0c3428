"""The payloads of the Events API."""

import time

from .people import APP, BOT_USER, TEAM, Json, User
from .things import Message, View, key

VERIFICATION_TOKEN = "deprecated-token"


def callback(event: Json, user: User | None = None) -> Json:
    """An event in its outer payload, with an event_id of its own."""
    stranger = bool(user and user.is_stranger)
    authorization = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": key("Ev"),
        "event_time": int(time.time()),
        "authorizations": [authorization | {"is_enterprise_install": False}],
        "is_ext_shared_channel": stranger,
        "event_context": key("4-"),
    }


def app_mention(message: Message, user: User) -> Json:
    """Somebody mentioned the bot in a channel."""
    event = message.as_slack() | {"type": "app_mention", "channel": message.channel, "event_ts": message.ts}
    return callback(event | _origin(user), user)


def direct_message(message: Message, user: User, **more: object) -> Json:
    """Somebody wrote to the bot; `more` adds or replaces fields, such as subtype or bot_id."""
    where = {"channel": message.channel, "channel_type": "im", "event_ts": message.ts}
    return callback(message.as_slack() | where | _origin(user) | more, user)


def edited_message(message: Message, before: Json, user: User, ts: str) -> Json:
    """Somebody changed a message to the bot."""
    event = {"type": "message", "subtype": "message_changed", "hidden": True, "ts": ts, "event_ts": ts}
    where = {"channel": message.channel, "channel_type": "im"}
    return callback(event | where | {"message": message.as_slack(), "previous_message": before}, user)


def app_home_opened(user: User, tab: str, channel: str, ts: str, home: View | None) -> Json:
    """Somebody opened the app, at its Home or its Messages tab."""
    event: Json = {"type": "app_home_opened", "user": user.id, "channel": channel, "tab": tab, "event_ts": ts}
    if tab == "home" and home:
        event["view"] = home.as_slack()
    return callback(event, user)


def url_verification(challenge: str) -> Json:
    """The question that Slack asks when the address of the bot is entered."""
    return {"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"}


def app_rate_limited() -> Json:
    """Slack holds events back for a minute."""
    minute = int(time.time()) // 60 * 60
    limited = {"type": "app_rate_limited", "minute_rate_limited": minute}
    return {"token": VERIFICATION_TOKEN, "team_id": TEAM, "api_app_id": APP} | limited


def tokens_revoked() -> Json:
    """The tokens of the bot no longer work."""
    return callback({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}, "event_ts": _now()})


def app_uninstalled() -> Json:
    """Somebody removed the app from the workspace."""
    return callback({"type": "app_uninstalled", "event_ts": _now()})


def _origin(user: User) -> Json:
    return {"team": user.team, **({"user_team": user.team, "source_team": user.team} if user.is_stranger else {})}


def _now() -> str:
    return f"{time.time():.6f}"
