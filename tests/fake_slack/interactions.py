"""The payloads of buttons, shortcuts, modals and slash commands."""

import time

from .events import VERIFICATION_TOKEN
from .people import APP, TEAM, Channel, Json, User
from .state_values import first_values
from .things import Message, Trigger, View

DOMAIN = "signpost-set"


def common(kind: str, user: User, trigger: Trigger) -> Json:
    """What all interactive payloads carry."""
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "team": {"id": TEAM, "domain": DOMAIN},
        "user": {"id": user.id, "username": user.handle, "name": user.handle, "team_id": user.team},
        "api_app_id": APP,
        "trigger_id": trigger.id,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def place(channel: Channel) -> Json:
    """The channel of an interactive payload."""
    return {"channel": {"id": channel.id, "name": channel.name_in_payloads}}


def message_shortcut(
    user: User, trigger: Trigger, callback_id: str, message: Message, channel: Channel, response_url: str
) -> Json:
    """Somebody chose a shortcut in the menu of a message."""
    about = {"callback_id": callback_id, "message_ts": message.ts, "message": message.as_slack()}
    payload = common("message_action", user, trigger) | place(channel) | about
    return payload | {"response_url": response_url, "action_ts": _now()}


def global_shortcut(user: User, trigger: Trigger, callback_id: str) -> Json:
    """Somebody chose a shortcut that is not about a message."""
    return common("shortcut", user, trigger) | {"callback_id": callback_id, "action_ts": _now()}


def action_in_message(
    user: User, trigger: Trigger, action: Json, message: Message, channel: Channel, response_url: str
) -> Json:
    """Somebody used an element of a message; an ephemeral message is not in the payload itself."""
    ephemeral = message.to is not None
    container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
    container["is_ephemeral"] = ephemeral
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    values = message.chosen.setdefault(user.id, first_values(message.blocks))
    _enter(values, action)
    about = {"container": container, "state": {"values": values}, "response_url": response_url}
    shown = {} if ephemeral else {"message": message.as_slack()}
    return common("block_actions", user, trigger) | place(channel) | about | shown | {"actions": [action]}


def action_in_view(user: User, trigger: Trigger, action: Json, view: View) -> Json:
    """Somebody used an element of a modal or of the Home tab."""
    container = {"type": "view", "view_id": view.id}
    payload = common("block_actions", user, trigger) | {"container": container, "view": view.as_slack()}
    return payload | {"actions": [action]}


def view_submission(user: User, trigger: Trigger, view: View) -> Json:
    """Somebody submitted a modal."""
    return common("view_submission", user, trigger) | {"view": view.as_slack(), "response_urls": []}


def view_closed(user: User, view: View, *, is_cleared: bool) -> Json:
    """Somebody closed a modal; there is no trigger_id."""
    payload = common("view_closed", user, Trigger(user.id))
    del payload["trigger_id"]
    return payload | {"view": view.as_slack(), "is_cleared": is_cleared}


def action(element: Json, block: Json, state: Json) -> Json:
    """One entry of `actions`: what was used, and what is chosen in it now."""
    used = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
    shown = {name: element[name] for name in ("text", "value", "style", "placeholder") if name in element}
    return used | shown | state | {"action_ts": _now()}


def slash_command(
    user: User, trigger: Trigger, command: str, text: str, channel: Channel, response_url: str
) -> dict[str, str]:
    """Somebody sent a slash command; the fields of its form."""
    place_names = {"channel_id": channel.id, "channel_name": channel.name_in_payloads}
    who = {"user_id": user.id, "user_name": user.handle}
    team = {"token": VERIFICATION_TOKEN, "team_id": TEAM, "team_domain": DOMAIN, "api_app_id": APP}
    about = {"command": command, "text": text, "response_url": response_url, "trigger_id": trigger.id}
    return team | place_names | who | about | {"is_enterprise_install": "false"}


def _enter(values: dict[str, Json], used: Json) -> None:
    kept = {name: value for name, value in used.items() if name.startswith("selected_")}
    if kept:
        values.setdefault(used["block_id"], {})[used["action_id"]] = {"type": used["type"]} | kept


def _now() -> str:
    return f"{time.time():.6f}"
