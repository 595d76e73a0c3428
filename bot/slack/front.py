"""The Bolt app: what Slack sends is verified, routed to one listener, and done before it is acknowledged."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.refusal import Refused
from bot.slack import asking, escalating, windows
from bot.slack.identify import Directory
from bot.slack.place import PREFIX
from bot.slack.receive import keep_event
from bot.slack.render.form import sentence_view
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

type Next = Callable[[], Awaitable[None]]


def make_app(desk: Desk, client: AsyncWebClient, directory: Directory, signing_secret: str) -> AsyncApp:
    """The app with every listener. Events are stored and acknowledged at once; forms and buttons are done first."""
    quiet = logging.getLogger("slack_bolt.quiet")
    quiet.setLevel(logging.ERROR)  # below it Bolt writes whole bodies
    app = AsyncApp(
        client=client,
        token=client.token,
        signing_secret=signing_secret,
        request_verification_enabled=bool(signing_secret),  # Socket Mode has no signatures
        process_before_response=True,
        before_authorize=_store_events(desk),
        logger=quiet,
    )

    async def know_the_person(context: AsyncBoltContext, next: Next) -> None:
        if context.user_id:
            await directory.learn(f"{PREFIX}{context.user_id}")
        await next()

    app.use(know_the_person)
    asking.register(app, desk)
    escalating.register(app, desk)
    windows.register(app, desk, directory)
    app.error(_say_why)
    return app


def _store_events(desk: Desk) -> Callable[..., Awaitable[BoltResponse | None]]:
    """Events are stored before Slack hears 200; when that fails Slack hears 500 and sends them again."""

    async def store(req: AsyncBoltRequest, next: Next) -> BoltResponse | None:
        if req.body.get("type") == "app_rate_limited":
            log.error("Slack says that it delivers no more events for a while: too many came")
            return BoltResponse(status=200, body="")
        if req.body.get("type") != "event_callback":
            await next()
            return None
        event = req.body["event"]
        if event.get("type") in {"tokens_revoked", "app_uninstalled"}:
            log.error("Slack says %s: nothing can be sent until the app is installed again", event["type"])
        await keep_event(desk, event, str(req.body.get("event_id", "")))
        return BoltResponse(status=200, body="")

    return store


async def _show(client: AsyncWebClient, body: dict[str, Any], view: dict[str, Any]) -> None:
    """In the open form, or in a new one over the conversation."""
    open_view = body.get("view") or {}
    if open_view.get("type") == "modal":
        await client.views_update(view_id=open_view["id"], view=view)
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=view)


async def _say_why(error: Exception, body: dict[str, Any], client: AsyncWebClient) -> BoltResponse | None:
    """The sentence of a refusal, shown where the person is. Any other error: Slack shows that it failed."""
    if not isinstance(error, Refused):
        log.error("a listener failed: %s", type(error).__name__)
        return None
    view = sentence_view(str(error))
    if body.get("type") == "view_submission":
        answer = {"response_action": "update", "view": view}
        return BoltResponse(status=200, body=json.dumps(answer), headers={"content-type": "application/json"})
    if "trigger_id" in body:
        await _show(client, body, view)
    return BoltResponse(status=200, body="")
