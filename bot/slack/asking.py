"""Asking in Slack by a command, and by a shortcut on a message."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.dialogue.advice import form_for
from bot.dialogue.guiding import begin
from bot.slack.names import REFER, REFER_MESSAGE
from bot.slack.place import PREFIX, Place
from bot.slack.receive import dm_conversation, keep_words
from bot.slack.render.form import sentence_view, view
from bot.wording.help import help_message
from bot.workflows.desk import Desk

_GUIDE = "guide"
_LOOKING = "I am looking it up. {danger}"
_NO_WORDS = "That message has no words. Ask in your own words with /refer. {danger}"
_SENT = "The answer comes to you in a direct message from Signpost. {danger}"


def register(app: AsyncApp, desk: Desk) -> None:
    """Bind the listeners."""
    danger = desk.knowledge.settings.danger_line.say

    @app.command(REFER)
    async def refer(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
        text, user = command.get("text", "").strip(), command["user_id"]
        if not text or text.casefold() == "help":
            await ack(text=help_message(desk.knowledge).text)
            return
        if form := begin(desk) if text.casefold() == _GUIDE else await form_for(desk, PREFIX + user, text):
            await client.views_open(trigger_id=command["trigger_id"], view=view(form))
            await ack()
            return
        place = Place(url=command["response_url"], only=user)
        await keep_words(desk, f"command:{command['trigger_id']}", user, text, place, dm_conversation(user))
        await ack(text=_LOOKING.format(danger=danger))

    @app.shortcut(REFER_MESSAGE)
    async def refer_message(ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient) -> None:
        user, text = shortcut["user"]["id"], shortcut["message"].get("text", "")
        if not text.strip():
            shown = _NO_WORDS.format(danger=danger)
        else:
            key = f"shortcut:{shortcut['trigger_id']}"
            await keep_words(desk, key, user, text, Place(user), dm_conversation(user))
            shown = _SENT.format(danger=danger)
        await client.views_open(trigger_id=shortcut["trigger_id"], view=sentence_view(shown))
        await ack()
