"""One turn for each activity that Teams delivers. What nobody asks for is taken without a word and without a log line.

Every kind of activity is looked at here, in this order; the last branch takes everything else. The SDK's own routes are
not used: they write the text of a message that no route wants into the log.
"""

import logging
from typing import Any

from microsoft_agents.activity import Activity, ActivityTypes
from microsoft_agents.hosting.core import Agent, TurnContext

from bot.dialogue.escalating import empty_form
from bot.dialogue.questions import keep_question, masked
from bot.dialogue.reply import Opened, Said
from bot.teams import windows
from bot.teams.heard import Heard, heard, part, plain, root
from bot.teams.identify import Directory
from bot.teams.names import ESCALATE_MESSAGE, REFER_MESSAGE
from bot.teams.place import PREFIX, Place
from bot.teams.receive import keep_message, remember, welcome
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

_SENT = "The answer comes to you in your own chat with Signpost. {danger}"
_NO_WORDS = "That message has no words. Write to Signpost in your own words. {danger}"


class SignpostAgent(Agent):
    """What Signpost does with an activity. Single tenant: activities of another one are left aside."""

    def __init__(self, desk: Desk, directory: Directory, tenant: str) -> None:
        self._desk = desk
        self._directory = directory
        self._tenant = tenant

    async def on_turn(self, context: TurnContext) -> None:
        """Handle one activity. Nothing is acknowledged that is not stored."""
        said = heard(context.activity)
        if self._tenant and said.conversation.tenant and said.conversation.tenant != self._tenant:
            log.warning("an activity of another tenant was left aside")
            return
        self._directory.seen(said.account, said.conversation)
        match context.activity.type:
            case ActivityTypes.message if said.account:
                await self._message(said, context.activity)
            case ActivityTypes.invoke:
                await self._invoke(said, context)
            case ActivityTypes.conversation_update | ActivityTypes.installation_update:
                await self._came_or_went(said, context.activity)
            case _:
                pass

    async def _message(self, said: Heard, activity: Activity) -> None:
        """A question; a card's own message without words asks for nothing."""
        if said.text or not said.value:
            await keep_message(self._desk, said)

    async def _invoke(self, said: Heard, context: TurnContext) -> None:
        """A press, a dialog that opens or is sent, a command on a message: answered in the same breath."""
        await self._directory.learn(said.who)
        match context.activity.name:
            case "adaptiveCard/action":
                body = await windows.at_once(self._desk, said)
            case "task/fetch":
                body = await windows.opened(self._desk, said)
            case "task/submit" | "composeExtension/submitAction":
                body = await windows.sent(self._desk, said)
            case "composeExtension/fetchTask":
                body = await self._on_message(said)
            case _:
                return
        value = {"status": 200, "body": body}
        await context.send_activity(Activity.model_validate({"type": ActivityTypes.invoke_response, "value": value}))

    async def _on_message(self, said: Heard) -> dict[str, Any]:
        """A command on somebody's message: its words are masked first, whoever passes them on typed no name."""
        desk, command = self._desk, said.value.get("commandId")
        body = part(part(said.value, "messagePayload"), "body")
        words = await masked(desk, plain(str(body.get("content") or "")))
        danger = desk.knowledge.settings.danger_line.say
        if command == ESCALATE_MESSAGE:
            return await windows.dialog(desk, Opened(empty_form(desk, words)))
        if command != REFER_MESSAGE or not words:
            return await windows.dialog(desk, Said(_NO_WORDS.format(danger=danger)))
        key, place = f"{PREFIX}command:{said.account}:{said.id}", Place(only=said.account)
        await keep_question(desk, key, said.who, words, place.address, f"{PREFIX}own:{said.account}")
        return await windows.dialog(desk, Said(_SENT.format(danger=danger)))

    async def _came_or_went(self, said: Heard, activity: Activity) -> None:
        """Where we are now can be written to first; of where we are no longer the sender hears by itself."""
        added = [one.id for one in activity.members_added or ()]
        us = activity.recipient.id if activity.recipient else ""
        if activity.action == "add" or us in added:
            await remember(self._desk, root(said.conversation))
            if said.is_personal:
                await self._directory.learn(said.who)
                await welcome(self._desk, said)
        elif activity.action in {None, ""} and said.conversation.id:
            await remember(self._desk, root(said.conversation))
