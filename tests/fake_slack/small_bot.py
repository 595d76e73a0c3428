"""Two small bots for the tests of the fake: one made with Bolt, and one that answers what it is told to."""

import json
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from .people import APP_TOKEN, BOT_TOKEN, Json
from .world import Settings


def plain(text: str) -> Json:
    """A plain_text object."""
    return {"type": "plain_text", "text": text}


def text_input(block_id: str, label: str, **more: object) -> Json:
    """An input block for text; its action_id is the block_id too."""
    element = {"type": "plain_text_input", "action_id": block_id}
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


MODAL: Json = {
    "type": "modal",
    "callback_id": "escalate",
    "title": plain("Escalate"),
    "submit": plain("Send"),
    "blocks": [text_input("what", "What is wrong?"), text_input("who", "Who knows?", optional=True)],
}
AGAIN: Json = {
    "type": "actions",
    "elements": [{"type": "button", "action_id": "again", "text": plain("Again")}],
}


def make_bolt_app(api_url: str) -> AsyncApp:
    """A Bolt app that answers in every way in which an app can."""
    client = AsyncWebClient(token=BOT_TOKEN, base_url=api_url)
    app = AsyncApp(client=client, signing_secret=Settings().signing_secret)

    @app.event("app_mention")
    async def mentioned(event: Json, say: AsyncSay) -> None:
        await say(text="Hello", blocks=[AGAIN], thread_ts=event["ts"])

    @app.event("message")
    async def written(event: Json, say: AsyncSay) -> None:
        await say(text=f"You wrote: {event.get('text')}")

    @app.event("app_home_opened")
    async def opened(event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [AGAIN]})

    @app.command("/refer")
    async def asked(ack: AsyncAck, command: Json) -> None:
        await ack(f"Looking for {command['text']}")

    @app.action("again")
    async def pressed(ack: AsyncAck, body: Json, respond: AsyncRespond, client: AsyncWebClient) -> None:
        await ack()
        if "response_url" in body:
            await respond(text="Pressed", replace_original=True)
        else:
            await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.shortcut("refer_message")
    async def chosen(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view("escalate")
    async def submitted(ack: AsyncAck, view: Json, body: Json, client: AsyncWebClient) -> None:
        what = view["state"]["values"]["what"]["what"]["value"]
        if "urgent" not in what:
            await ack(response_action="errors", errors={"what": "Say why it is urgent."})
            return
        await ack()
        await client.chat_postMessage(channel="G_BUSINESS", text=f"{body['user']['id']}: {what}")

    return app


@asynccontextmanager
async def served(app: web.Application) -> AsyncIterator[str]:
    """The address of a web application."""
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


@asynccontextmanager
async def over_socket(app: AsyncApp, ping_interval: float = 0.2) -> AsyncIterator[AsyncSocketModeHandler]:
    """A Bolt app that is connected through Socket Mode."""
    handler = AsyncSocketModeHandler(app, APP_TOKEN, ping_interval=ping_interval)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    yield handler
    await handler.close_async()  # type: ignore[no-untyped-call]


class ScriptedBot:
    """Answers each delivery with the next status or JSON of its lists, then with 200; keeps headers and payloads."""

    def __init__(
        self, statuses: Sequence[int] = (), headers: dict[str, str] | None = None, answers: Sequence[Json] = ()
    ) -> None:
        self._statuses, self._headers, self._answers = list(statuses), headers or {}, list(answers)
        self.headers: list[dict[str, str]] = []
        self.payloads: list[Any] = []

    async def __call__(self, request: web.Request) -> web.Response:
        """The answer."""
        body = await request.text()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.headers.append(dict(request.headers))
        self.payloads.append(json.loads(form.get("payload", "null")) or form or json.loads(body))
        status = self._statuses.pop(0) if self._statuses else 200
        text = json.dumps(self._answers.pop(0)) if self._answers else ""
        return web.Response(status=status, headers=self._headers, text=text)

    def app(self) -> web.Application:
        """The bot as a web application."""
        app = web.Application()
        app.router.add_post("/slack/events", self)
        return app


async def refused(call: Awaitable[AsyncSlackResponse]) -> Json:
    """The answer of a call that must be refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return dict(caught.value.response.data)
