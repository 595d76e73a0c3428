"""Asking in Slack: a command, a shortcut on a message, and the buttons under an answer."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.payload import action_pattern, pressed, user_of
from bot.slack.place import Place, read_place
from bot.slack.receive import dm_conversation, keep_words, masked
from bot.slack.render.answer import more_view
from bot.slack.render.form import carries, sentence_view, values, view
from bot.wording.help import help_message
from bot.wording.question_forms import tell_team_form, verdict_form
from bot.workflows import feedback, questions
from bot.workflows.desk import Desk
from bot.workflows.questions import answer_of

_LOOKING = "I am looking it up. {danger}"
_NO_WORDS = "That message has no words. Ask in your own words with /refer. {danger}"
_SENT = "The answer comes to you in a direct message from Signpost. {danger}"
_THANKS = "Thank you. Your word goes into the review of the answers."
_TOLD = "The business team has your question, without names. They work in office hours: if you are worried now, ring."


def register(app: AsyncApp, desk: Desk) -> None:
    """Bind the listeners."""
    danger = desk.knowledge.settings.danger_line.say

    @app.command("/refer")
    async def refer(ack: AsyncAck, command: dict[str, Any]) -> None:
        text, user = command.get("text", "").strip(), command["user_id"]
        if not text or text.casefold() == "help":
            await ack(text=help_message(desk.knowledge).text)
            return
        place = Place(url=command["response_url"], only=user)
        await keep_words(desk, f"command:{command['trigger_id']}", user, text, place, dm_conversation(user))
        await ack(text=_LOOKING.format(danger=danger))

    @app.shortcut("refer_message")
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

    @app.action(action_pattern("question.option"))
    async def option(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        number, _, index = pressed(action).partition(":")
        asked = await desk.do(questions.load, user_of(body), number)
        question = answer_of(asked).question
        if question is not None and index.isdigit() and int(index) < len(question.options):
            place = _reply_place(body, read_place(asked.place))
            key = f"action:{body['user']['id']}:{action['action_ts']}"
            words = question.options[int(index)]
            await keep_words(desk, key, body["user"]["id"], words, place, asked.conversation, asked.id)
        await ack()

    @app.action(action_pattern("question.more"))
    async def more(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        asked = await desk.do(questions.load, user_of(body), pressed(action))
        await client.views_open(trigger_id=body["trigger_id"], view=more_view(answer_of(asked)))
        await ack()

    _register_feedback(app, desk)


def _register_feedback(app: AsyncApp, desk: Desk) -> None:
    @app.action(action_pattern("question.right"))
    async def right(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        await desk.do(feedback.verdict, user_of(body), pressed(action), "right", "")
        await client.views_open(trigger_id=body["trigger_id"], view=sentence_view(_THANKS))
        await ack()

    @app.action(action_pattern("question.wrong"))
    async def wrong(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        asked = await desk.do(questions.load, user_of(body), pressed(action))
        await client.views_open(trigger_id=body["trigger_id"], view=view(verdict_form(asked.id)))
        await ack()

    @app.view("question.verdict")
    async def verdict(ack: AsyncAck, body: dict[str, Any]) -> None:
        given, number = values(body["view"]), carries(body["view"])["asked"]
        words = await masked(desk, given.get("words", ""))
        await desk.do(feedback.verdict, user_of(body), number, given["reason"], words)
        await ack(response_action="update", view=sentence_view(_THANKS))

    @app.action(action_pattern("question.tell_team"))
    async def tell_team(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        asked = await desk.do(questions.load, user_of(body), pressed(action))
        await client.views_open(trigger_id=body["trigger_id"], view=view(tell_team_form(asked.id, asked.masked)))
        await ack()

    @app.view("question.tell_team")
    async def told_team(ack: AsyncAck, body: dict[str, Any]) -> None:
        await desk.do(feedback.tell_team, user_of(body), carries(body["view"])["asked"])
        await ack(response_action="update", view=sentence_view(_TOLD))


def _reply_place(body: dict[str, Any], before: Place) -> Place:
    """Where the next answer goes: where the first one went, or to the reply address of a command's private answer."""
    if not before.channel and body.get("container", {}).get("is_ephemeral") and body.get("response_url"):
        return Place(url=body["response_url"], only=body["user"]["id"])
    return before
