"""A tiny bot for the tests of the stand-in: it answers what it is told to, and calls the Connector as it is told to."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import jwt
from aiohttp import ClientSession, web

from .cards import CARD
from .people import BOT_TOKEN, Json
from .tokens import ISSUER


class ScriptedBot:
    """Takes every activity; `answers` says what it answers to invokes, by name or verb."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.tokens: list[str] = []
        self.answers: dict[str, Any] = {}
        self.status = 200
        self.url = ""

    async def __call__(self, request: web.Request) -> web.Response:
        """Answers one activity."""
        self.tokens.append(request.headers.get("Authorization", ""))
        activity = await request.json()
        self.heard.append(activity)
        answer = self.answers.get(activity.get("name", ""))
        return web.Response(status=self.status) if answer is None else web.json_response(answer, status=self.status)


@asynccontextmanager
async def served(bot: ScriptedBot) -> AsyncIterator[ScriptedBot]:
    """The bot on a free port, at `bot.url`."""
    app = web.Application()
    app.router.add_post("/api/messages", bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
    try:
        yield bot
    finally:
        await runner.cleanup()


class Api:
    """Calls of the Connector, with nothing in between."""

    def __init__(self, service_url: str, session: ClientSession) -> None:
        self._url, self._session = service_url, session

    async def __call__(
        self, method: str, path: str, body: object = None, token: str | None = BOT_TOKEN
    ) -> tuple[int, Any, Mapping[str, str]]:
        """Status, body and headers of one call."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self._url}v3/conversations{path}"
        async with self._session.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json(), answer.headers

    async def say(self, where: str, activity: Json) -> str:
        """Posts a message that must be taken; its id."""
        status, answer, _ = await self("POST", f"/{where}/activities", activity)
        assert status == 201, answer
        return str(answer["id"])


def card(*body: Json, actions: Sequence[Json] = (), **more: object) -> Json:
    """An Adaptive Card."""
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": list(actions), **more}


def words(text: str) -> Json:
    """A TextBlock."""
    return {"type": "TextBlock", "text": text}


def message(drawn: Json, **more: object) -> Json:
    """A message with a card."""
    return {"type": "message", "attachments": [{"contentType": CARD, "content": drawn}], **more}


def dialog(drawn: Json, title: str = "Raise it") -> Json:
    """The answer that opens or replaces a dialog."""
    return {"task": {"type": "continue", "value": {"title": title, "card": {"contentType": CARD, "content": drawn}}}}


def claims(token: str, keys: Json, audience: str) -> Json:
    """What a good token says, checked as a bot must check it."""
    key = jwt.PyJWKSet.from_dict(keys)[jwt.get_unverified_header(token)["kid"]]
    found: Json = jwt.decode(token, key, algorithms=["RS256"], audience=audience, issuer=ISSUER)
    return found


DO_IT: Json = {"type": "Action.Execute", "title": "Do it", "verb": "do.it", "data": {"value": "E-1"}}
OPEN: Json = {
    "type": "Action.Submit",
    "title": "Open",
    "data": {"msteams": {"type": "task/fetch"}, "verb": "raise.open", "value": "E-1"},
}
FORM = card(
    words("What is wrong?"),
    {
        "type": "Input.Text",
        "id": "what",
        "label": "What",
        "isRequired": True,
        "maxLength": 20,
        "errorMessage": "Say it",
    },
    {"type": "Input.ChoiceSet", "id": "area", "choices": [{"title": "Essex", "value": "essex"}]},
    {"type": "Input.Toggle", "id": "urgent", "title": "Urgent", "valueOn": "yes", "valueOff": ""},
    {"type": "Input.Date", "id": "since"},
    actions=[{"type": "Action.Submit", "title": "Send", "data": {"form": "raise", "carries": {"ref": "E-1"}}}],
)
