"""The Web API: reads a call, lets a fault hit it, checks token and scope, and records what came of it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from . import chat_methods, people_methods, view_methods
from .hits import after, instead
from .people import APP_TOKEN, BOT_TOKEN, Json
from .refusals import RateLimited, Refused
from .sockets import Sockets
from .world import World


@dataclass(frozen=True)
class Method:
    """What a method does, and the scope and token that it needs."""

    run: Callable[[World, Json], Json]
    scope: str | None = None
    token: str = BOT_TOKEN


METHODS = {
    "auth.test": Method(people_methods.auth_test),
    "chat.postMessage": Method(chat_methods.post_message, "chat:write"),
    "chat.postEphemeral": Method(chat_methods.post_ephemeral, "chat:write"),
    "chat.update": Method(chat_methods.update_message, "chat:write"),
    "chat.delete": Method(chat_methods.delete_message, "chat:write"),
    "conversations.open": Method(people_methods.open_conversation, "im:write"),
    "conversations.info": Method(people_methods.conversation_info),
    "conversations.history": Method(people_methods.conversation_history),
    "conversations.replies": Method(people_methods.conversation_history),
    "assistant.threads.setStatus": Method(people_methods.assistant_thread, "chat:write"),
    "assistant.threads.setTitle": Method(people_methods.assistant_thread, "assistant:write"),
    "assistant.threads.setSuggestedPrompts": Method(people_methods.assistant_thread, "assistant:write"),
    "users.info": Method(people_methods.user_info, "users:read"),
    "users.lookupByEmail": Method(people_methods.user_by_email, "users:read.email"),
    "views.open": Method(view_methods.open_view),
    "views.update": Method(view_methods.update_view),
    "views.push": Method(view_methods.push_view),
    "views.publish": Method(view_methods.publish_view),
    "reactions.add": Method(chat_methods.add_reaction, "reactions:write"),
}


async def read_arguments(request: web.Request) -> Json:
    """The arguments of a call, from JSON, a form or the query; without the token."""
    if request.content_type == "application/json":
        body = await request.text()
        given: dict[str, Any] = json.loads(body) if body else {}
    else:
        given = dict(request.query) | {name: str(value) for name, value in (await request.post()).items()}
    for name in ("blocks", "view", "metadata", "attachments"):
        if isinstance(given.get(name), str):
            given[name] = json.loads(given[name])
    return given


def token_of(request: web.Request, arguments: Json) -> str:
    """The token of a call, from the header or, as the oldest clients send it, the arguments."""
    in_arguments = str(arguments.pop("token", None) or "")
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip() or in_arguments


def check(world: World, method: Method, token: str) -> None:
    """Refuses a call whose token or scope will not do."""
    if not token:
        raise Refused("not_authed")
    if token not in (BOT_TOKEN, APP_TOKEN):
        raise Refused("invalid_auth")
    if token != method.token:
        raise Refused("not_allowed_token_type")
    if method.scope and method.scope not in world.settings.scopes:
        raise Refused("missing_scope", needed=method.scope, provided=",".join(world.settings.scopes))


class WebApi:
    """Answers /api/METHOD."""

    def __init__(self, world: World, sockets: Sockets) -> None:
        self._world = world
        self._methods = METHODS | {"apps.connections.open": Method(sockets.open, token=APP_TOKEN)}

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        """The answer to one call."""
        name, world = request.match_info["method"], self._world
        try:
            arguments = await read_arguments(request)
        except ValueError:
            return web.json_response({"ok": False, "error": "invalid_json"})
        token, place = token_of(request, arguments), arguments.get("channel")
        if isinstance(place, str) and place in world.users:
            place = "D_" + place.removeprefix("U_")
        call: Json = {"method": name, "arguments": arguments, "at": time.time(), "outcome": "unanswered"}
        world.calls.append(call)
        world.changes.mark()
        fault = world.faults.take(name, place)
        if fault and (answer := instead(request, fault)):
            call |= {"outcome": f"fault:{fault.kind}", "status": answer.status}
            return answer
        status, headers, body = self._answer(name, token, arguments)
        call |= {"outcome": body.get("error", "ok"), "status": status, "answer": body}
        world.changes.mark()
        if fault:
            call["fault"] = fault.kind
            await after(request, fault)
        return web.json_response(body, status=status, headers=headers)

    def _answer(self, name: str, token: str, arguments: Json) -> tuple[int, dict[str, str], Json]:
        headers = {"X-OAuth-Scopes": ",".join(self._world.settings.scopes)}
        try:
            if name not in self._methods:
                raise Refused("unknown_method", req_method=name)
            check(self._world, self._methods[name], token)
            return 200, headers, {"ok": True, **self._methods[name].run(self._world, arguments)}
        except RateLimited as limited:
            return 429, headers | {"Retry-After": str(limited.retry_after)}, limited.answer
        except Refused as refused:
            return 200, headers, refused.answer
