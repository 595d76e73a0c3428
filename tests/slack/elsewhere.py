"""What somebody could send who does not use our buttons and forms: signed by Slack, made up all the same."""

from tests.fake_slack import Delivery
from tests.fake_slack.people import Json
from tests.slack.office import Office


async def pressed_elsewhere(office: Office, user: str, action: str, value: str) -> str:
    """Somebody presses a button that no screen of theirs has; what they read then."""
    button = {"type": "button", "action_id": action, "block_id": "b", "value": value, "action_ts": "1.1"}
    container = {"type": "message", "message_ts": "1.1", "channel_id": "C_GENERAL", "is_ephemeral": False}
    about = {"type": "block_actions", "actions": [button], "container": container}
    await office.slack.send("interactive", await _by(office, user) | about)
    await office.send()
    view = await office.slack.view(user)
    return view.words if view else ""


async def sent_elsewhere(
    office: Office, user: str, form: str, carried: str, account: str = "", **values: str
) -> Delivery:
    """Somebody sends a form that they were never shown, with these texts and that private_metadata."""
    state = {name: {"value": {"type": "plain_text_input", "value": value}} for name, value in values.items()}
    view = {"id": f"V{user}", "type": "modal", "callback_id": form, "private_metadata": carried}
    about = {"type": "view_submission", "view": view | {"state": {"values": state}, "blocks": []}}
    by = await _by(office, user)
    by["user"]["id"] = account or user
    sent = await office.slack.send("interactive", by | about)
    await office.send()
    return sent


async def _by(office: Office, user: str) -> Json:
    """What every payload of that person holds, with a trigger that is still good."""
    chosen = await office.slack.shortcut(user, "a shortcut that nobody hears")
    return {name: chosen.payload[name] for name in ("token", "team", "user", "api_app_id", "trigger_id")}
