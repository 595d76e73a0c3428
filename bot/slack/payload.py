"""Reading what Slack sends about a pressed button or a sent form."""

import re
from typing import Any

from bot.slack.place import PREFIX


def user_of(body: dict[str, Any]) -> str:
    """The address of whoever pressed or sent."""
    return f"{PREFIX}{body['user']['id']}"


def pressed(action: dict[str, Any]) -> str:
    """The value of the button."""
    return str(action.get("value", ""))


def action_pattern(name: str) -> re.Pattern[str]:
    """Matches a button's action id: its name, and a number where one message has several of the same."""
    return re.compile(rf"^{re.escape(name)}(?::\d+)?$")
