"""The forms of the local page: each lets somebody do something, and shows the page again."""

import asyncio
from collections.abc import Coroutine
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from . import acts, buttons, modals
from .courier import Courier
from .people import Json
from .state_values import KEPT, LISTS
from .things import elements_of
from .typing_in import open_view


class PageForms:
    """Answers POST /do/…"""

    def __init__(self, courier: Courier) -> None:
        self._courier, self._world = courier, courier.world

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        forms = {"say": self.say, "press": self.press, "submit": self.submit, "close": self.close}
        forms |= {"shortcut": self.shortcut, "home": self.home}
        return [web.post(f"/do/{name}", handle) for name, handle in forms.items()]

    async def _then_back(self, form: Json, act: Coroutine[Any, Any, object]) -> web.Response:
        """Does it, waits as long as Slack would for the bot, and shows the page again."""
        task = self._courier.soon(act)
        await asyncio.wait({task}, timeout=self._world.settings.ack_seconds + 0.5)
        if task.done() and isinstance(wrong := task.exception(), ValueError):
            self._world.tell(str(form["as"]), str(wrong), "page")
        back = {"as": form["as"], "in": form["in"]} | ({"thread": form["thread"]} if form.get("thread") else {})
        raise web.HTTPSeeOther(f"/?{urlencode(back)}")

    async def say(self, request: web.Request) -> web.Response:
        """A message, a mention or a slash command from the text box."""
        form = dict(await request.post())
        user, place, text = str(form["as"]), str(form["in"]), str(form["text"]).strip()
        thread = str(form.get("thread") or "") or None
        act: Coroutine[Any, Any, object]
        if text.startswith("/"):
            command, _, rest = text.partition(" ")
            act = acts.command(self._courier, user, command, rest.strip(), None if place == "home" else place)
        elif place == self._world.dm(user).id:
            act = acts.message(self._courier, user, text, thread)
        else:
            act = acts.say(self._courier, user, place, text, thread)
        return await self._then_back(form, act)

    async def shortcut(self, request: web.Request) -> web.Response:
        """A shortcut by its callback_id, on a message or global."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        about = {"channel": form["in"], "ts": form["ts"]} if form.get("ts") else {}
        return await self._then_back(
            form, acts.shortcut(self._courier, form["as"], form["callback_id"].strip(), **about)
        )

    async def home(self, request: web.Request) -> web.Response:
        """Opening the Home tab."""
        form = dict(await request.post())
        return await self._then_back(form | {"in": "home"}, acts.open_home(self._courier, str(form["as"])))

    async def press(self, request: web.Request) -> web.Response:
        """A button, or the menu beside a button "Choose"."""
        form = await request.post()
        wanted = str(form["press"])
        chosen = [str(value) for value in form.getall(f"in:{wanted}", [])]

        async def act() -> None:
            how: Json = {"value": chosen if len(chosen) > 1 else next(iter(chosen), None)}
            if view := str(form.get("view", "")):
                how |= {"view": view, "typed": self._filled(form)}
            else:
                how |= {"channel": str(form["channel"]), "ts": str(form["ts"])}
            await buttons.press(self._courier, str(form["as"]), wanted, **how)

        return await self._then_back(dict(form), act())

    async def submit(self, request: web.Request) -> web.Response:
        """A modal."""
        form = await request.post()

        async def act() -> None:
            await modals.submit(self._courier, str(form["as"]), str(form["view"]), self._filled(form))

        return await self._then_back(dict(form), act())

    async def close(self, request: web.Request) -> web.Response:
        """Closing a modal."""
        form = dict(await request.post())
        return await self._then_back(form, modals.close(self._courier, str(form["as"]), str(form["view"])))

    def _filled(self, form: Any) -> Json:  # noqa: ANN401 - aiohttp's multi-dict
        """The values of a view's inputs in a form."""
        values: Json = {}
        for block in open_view(self._world, str(form["as"]), str(form["view"])).content["blocks"]:
            for element in elements_of(block):
                if element["type"] in KEPT:
                    name = f"{block['block_id']}/{element['action_id']}"
                    many = KEPT[element["type"]][0] in LISTS
                    values[name] = form.getall(f"in:{name}", []) if many else form.get(f"in:{name}")
        return values
