"""The local page: a newcomer plays any of the invented people. It is not Slack, and says so."""

import asyncio
from collections.abc import Awaitable, Coroutine
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

from . import acts, buttons, modals
from .courier import Courier
from .people import BOT_USER, Channel, Json
from .render import mrkdwn, rich_words, state_text
from .state_values import KEPT, LISTS, options_of
from .things import Message, View, elements_of
from .typing_in import open_view

HTML = Path(__file__).parent / "html"
POLICY = "default-src 'self'; img-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


class Page:
    """Answers /, /page/… (its script and style) and /do/… (its forms)."""

    def __init__(self, courier: Courier) -> None:
        self._courier, self._world = courier, courier.world
        env = Environment(loader=FileSystemLoader(HTML), autoescape=select_autoescape(default=True), trim_blocks=True)
        env.filters |= {"mrkdwn": self._mrkdwn, "rich_words": rich_words}
        env.globals |= {"options_of": options_of, "state_text": state_text, "kept": KEPT}
        self._template = env.get_template("page.html")

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        forms = {"say": self.say, "press": self.press, "submit": self.submit, "close": self.close}
        forms |= {"shortcut": self.shortcut, "home": self.home}
        return [
            web.get("/", self.show),
            web.get("/page/changes", self.changes),
            web.get("/page/{name:(?:style.css|page.js)}", _asset),
            *(web.post(f"/do/{name}", handle) for name, handle in forms.items()),
        ]

    def _mrkdwn(self, text: str) -> str:
        names = {u.id: u.name for u in self._world.users.values()} | {
            c.id: c.name for c in self._world.channels.values()
        }
        return mrkdwn(text, lambda wanted: names.get(wanted, wanted))

    async def show(self, request: web.Request) -> web.Response:
        """The page as one person sees it."""
        world = self._world
        people = [user for user in world.users.values() if not user.deleted and user.id != BOT_USER]
        me = world.users.get(request.query.get("as", ""), people[0])
        dm, place = world.dm(me.id), request.query.get("in", "")
        joined = [c for c in world.channels.values() if me.id in c.members and c.kind != "im"]
        channel = next((c for c in [*joined, dm] if c.id == place), dm)
        stack = world.stacks.get(me.id, [])
        return self._html(
            me=me,
            people=people,
            joined=joined,
            dm=dm,
            channel=channel,
            at_home=place == "home",
            home=world.homes.get(me.id),
            thread=request.query.get("thread", ""),
            threads=threads(world.messages, channel, me.id),
            users=world.users,
            modal=stack[-1] if stack else None,
            errors=[error for error in world.errors if error["user"] == me.id][-3:],
            version=world.changes.version,
            settings=world.settings,
            sockets=len(self._courier.sockets.connections),
        )

    def _html(self, **what: object) -> web.Response:
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return web.Response(text=self._template.render(what), content_type="text/html", headers=headers)

    async def changes(self, request: web.Request) -> web.Response:
        """Answers when something has changed since a version."""
        since, changes = int(request.query["since"]), self._world.changes
        await changes.until(lambda: changes.version != since, 25)
        return web.json_response({"version": changes.version})

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
        act: Awaitable[object]
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
        user, wanted = str(form["as"]), str(form["press"])
        chosen = [str(value) for value in form.getall(f"in:{wanted}", [])]
        value = chosen if len(chosen) > 1 else next(iter(chosen), None)
        if view_id := form.get("view"):
            typed = filled(open_view(self._world, user, str(view_id)), form)
            where: Json = {"view": str(view_id), "typed": typed}
        else:
            where = {"channel": str(form["channel"]), "ts": str(form["ts"])}
        return await self._then_back(dict(form), buttons.press(self._courier, user, wanted, value=value, **where))

    async def submit(self, request: web.Request) -> web.Response:
        """A modal."""
        form = await request.post()
        user, view_id = str(form["as"]), str(form["view"])
        values = filled(open_view(self._world, user, view_id), form)
        return await self._then_back(dict(form), modals.submit(self._courier, user, view_id, values))

    async def close(self, request: web.Request) -> web.Response:
        """Closing a modal."""
        form = dict(await request.post())
        return await self._then_back(form, modals.close(self._courier, str(form["as"]), str(form["view"])))


def filled(view: View, form: Any) -> Json:  # noqa: ANN401 - aiohttp's multi-dict
    """The values of a view's inputs in a form."""
    values: Json = {}
    for block in view.content["blocks"]:
        for element in elements_of(block):
            if element["type"] in KEPT:
                name = f"{block['block_id']}/{element['action_id']}"
                many = KEPT[element["type"]][0] in LISTS
                values[name] = form.getall(f"in:{name}", []) if many else form.get(f"in:{name}")
    return values


def threads(messages: list[Message], channel: Channel, user: str) -> list[tuple[Message, list[Message]]]:
    """The messages of a channel that a person sees, each with its replies."""
    seen = [m for m in messages if m.channel == channel.id and m.to in (None, user)]
    known = {m.ts for m in seen}
    roots = [m for m in seen if m.thread_ts in (None, m.ts) or m.thread_ts not in known]
    return [(root, [m for m in seen if m.thread_ts == root.ts and m is not root]) for root in roots]


async def _asset(request: web.Request) -> web.FileResponse:
    return web.FileResponse(HTML / request.match_info["name"])
