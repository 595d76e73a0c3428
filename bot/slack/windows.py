"""Buttons and modals: each press and each sent form goes the way that all chats share, and its reply becomes a view."""

import re
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.dialogue.reply import Faults, Opened, Pressed, Reply, Said, Sent, Shown, WholeAnswer
from bot.dialogue.routes import press, send
from bot.slack.identify import Directory
from bot.slack.place import PREFIX, Place, read_place
from bot.slack.receive import dm_conversation
from bot.slack.render.answer import more_view
from bot.slack.render.form import carries, errors, message_view, sentence_view, values, view
from bot.slack.render.message import action_of
from bot.workflows.desk import Desk
from bot.workflows.questions import answer_of

_ANY = re.compile(r".+")


def register(app: AsyncApp, desk: Desk, directory: Directory) -> None:
    """Bind the listeners."""

    @app.action(_ANY)
    async def pressed(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        reply = await press(desk, _pressed(body, action))
        opened = body.get("view") or {}
        if isinstance(reply, Opened) and reply.form.replaces and opened.get("type") == "modal":
            await client.views_update(view_id=opened["id"], view=drawn(reply))
        elif reply is not None:
            await client.views_open(trigger_id=body["trigger_id"], view=drawn(reply))
        await ack()

    @app.view(_ANY)
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        form = body["view"]
        given = Sent(
            form=form["callback_id"],
            who=f"{PREFIX}{body['user']['id']}",
            values=values(form),
            carries=carries(form),
            key=f"{PREFIX}{form['id']}",
            talk=dm_conversation(body["user"]["id"]),
            learn=directory.learn,
        )
        reply = await send(desk, given)
        if isinstance(reply, Faults):
            await ack(**errors(reply.sentences))
        else:
            await ack(response_action="update", view=drawn(reply))


def drawn(reply: Reply) -> dict[str, Any]:
    """The view of a reply. Raises TypeError for faults: they stand in the form that was sent."""
    match reply:
        case Said(sentence):
            return sentence_view(sentence)
        case Shown(title, message, urgent):  # the text of a modal can be copied as it stands
            return message_view(title, message, urgent)
        case WholeAnswer(asked, small):
            return more_view(answer_of(asked), small)
        case Opened(form):
            return view(form)
    raise TypeError("faults have no view of their own")


def _pressed(body: dict[str, Any], action: dict[str, Any]) -> Pressed:
    user = body["user"]["id"]

    def place_after(before: str) -> str:
        """Where the first answer went, or the reply address of a command's private answer."""
        private = body.get("container", {}).get("is_ephemeral") and body.get("response_url")
        if private and not read_place(before).channel:
            return Place(url=body["response_url"], only=user).address
        return before

    return Pressed(
        name=action_of(action["action_id"]),
        value=str(action.get("value", "")),
        who=f"{PREFIX}{user}",
        key=f"{user}:{action['action_ts']}",
        place_after=place_after,
    )
