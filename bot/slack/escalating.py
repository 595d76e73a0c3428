"""Opening the form for an escalation in Slack: by a command, and by a shortcut on a message."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.dialogue.escalating import empty_form
from bot.dialogue.questions import masked
from bot.slack.names import ESCALATE, ESCALATE_MESSAGE
from bot.slack.receive import plain
from bot.slack.render.form import view
from bot.workflows.desk import Desk


def register(app: AsyncApp, desk: Desk) -> None:
    """Bind the listeners."""

    @app.command(ESCALATE)
    async def by_command(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
        form = empty_form(desk, disputed=command.get("text", ""))
        await client.views_open(trigger_id=command["trigger_id"], view=view(form))
        await ack()

    @app.shortcut(ESCALATE_MESSAGE)
    async def by_shortcut(ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient) -> None:
        # somebody else's words: whoever passes them on has typed no name
        form = empty_form(desk, disputed=await masked(desk, plain(shortcut["message"].get("text", ""))))
        await client.views_open(trigger_id=shortcut["trigger_id"], view=view(form))
        await ack()
