"""The local page: a newcomer plays any of the invented people. It is not Slack, and says so."""

from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

from .courier import Courier
from .people import BOT_USER, Channel
from .render import mrkdwn, rich_words, state_text
from .state_values import options_of
from .things import Message

HTML = Path(__file__).parent / "html"
POLICY = "default-src 'self'; img-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


class Page:
    """Answers / and /page/… (its script and style)."""

    def __init__(self, courier: Courier) -> None:
        self._courier, self._world = courier, courier.world
        env = Environment(loader=FileSystemLoader(HTML), autoescape=select_autoescape(default=True), trim_blocks=True)
        env.filters |= {"mrkdwn": self._mrkdwn, "rich_words": rich_words}
        env.globals |= {"options_of": options_of, "state_text": state_text}
        self._template = env.get_template("page.html")

    def routes(self) -> list[web.RouteDef]:
        """All addresses."""
        return [
            web.get("/", self.show),
            web.get("/page/changes", self.changes),
            web.get("/page/{name:(?:style.css|page.js)}", _asset),
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


def threads(messages: list[Message], channel: Channel, user: str) -> list[tuple[Message, list[Message]]]:
    """The messages of a channel that a person sees, each with its replies."""
    seen = [m for m in messages if m.channel == channel.id and m.to in (None, user)]
    known = {m.ts for m in seen}
    roots = [m for m in seen if m.thread_ts in (None, m.ts) or m.thread_ts not in known]
    return [(root, [m for m in seen if m.thread_ts == root.ts and m is not root]) for root in roots]


async def _asset(request: web.Request) -> web.FileResponse:
    return web.FileResponse(HTML / request.match_info["name"])
