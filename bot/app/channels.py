"""The chat channels and e-mail that the settings ask for: what they hear, how they send, and whether they are there."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp

from bot.dialogue.questions import Deliveries
from bot.mail.sender import MailSender
from bot.settings import Settings, is_loopback
from bot.slack.connection import add_route, socket, web_client
from bot.slack.front import make_app
from bot.slack.identify import Directory
from bot.slack.place import is_thread
from bot.slack.sender import SlackSender
from bot.teams.agent import SignpostAgent
from bot.teams.connection import SERVICE_URL, Registration, make_front
from bot.teams.connection import add_route as add_teams_route
from bot.teams.identify import Directory as TeamsDirectory
from bot.teams.place import PREFIX, Place
from bot.teams.place import is_thread as is_teams_thread
from bot.teams.sender import TeamsSender
from bot.teams.stand_in import no_tokens, stand_in_connections
from bot.workflows.desk import Desk
from bot.workflows.intake import Handler
from bot.workflows.sending import Sender


@dataclass
class Channels:
    """All channels that are open. `team` is the business team's address in each."""

    senders: dict[str, Sender] = field(default_factory=dict)
    team: dict[str, str] = field(default_factory=dict)
    handlers: dict[str, Handler] = field(default_factory=dict)
    failed: dict[str, Handler] = field(default_factory=dict)
    checks: dict[str, Callable[[], Awaitable[bool]]] = field(default_factory=dict)
    routes: list[Callable[[web.Application], None]] = field(default_factory=list)

    def add_routes(self, page: web.Application) -> None:
        """What the channels need of the web server."""
        for add in self.routes:
            add(page)

    def prefer(self, channel: str) -> None:
        """The business team is written to in this channel first, if it is open."""
        self.team = dict(sorted(self.team.items(), key=lambda one: one[0] != channel))

    async def connected(self) -> dict[str, bool]:
        """Each channel that keeps a connection, and whether it stands."""
        return {name: await check() for name, check in self.checks.items()}


@asynccontextmanager
async def open_channels(settings: Settings, desk: Desk) -> AsyncIterator[Channels]:
    """The channels that are set up, while the context is open."""
    channels = Channels()
    async with AsyncExitStack() as stack:
        if settings.slack_mode:
            await _open_slack(settings, desk, channels, stack)
        if settings.teams_app_id:
            _open_teams(settings, desk, channels)
        channels.prefer(settings.business_team_channel)
        if settings.mail_host:
            channels.senders["email"] = _mail(settings)
            if settings.business_team_email:
                channels.team["email"] = settings.business_team_email
        yield channels


async def _open_slack(settings: Settings, desk: Desk, channels: Channels, stack: AsyncExitStack) -> None:
    url = settings.slack_api_url
    opened = web_client(settings.slack_bot_token, url, settings.slack_proxy, stand_in=is_loopback(url))
    client = await stack.enter_async_context(opened)
    directory = Directory(desk, client)
    http = settings.slack_mode == "http"
    app: AsyncApp = make_app(desk, client, directory, settings.slack_signing_secret if http else "")
    if http:
        channels.routes.append(lambda page: add_route(page, app))
    else:
        channels.checks["slack"] = await stack.enter_async_context(socket(app, settings.slack_app_token))
    deliveries = Deliveries(desk, directory.learn, is_thread)
    channels.handlers["slack"], channels.failed["slack"] = deliveries.handle, deliveries.failed
    channels.senders["slack"] = SlackSender(client)
    channels.team["slack"] = settings.slack_business_channel


def _open_teams(settings: Settings, desk: Desk, channels: Channels) -> None:
    app = Registration(
        settings.teams_app_id, settings.teams_tenant_id, settings.teams_app_secret, bool(settings.teams_anonymous)
    )
    url = settings.teams_stand_in
    connections = stand_in_connections(app, url) if url else no_tokens(app) if app.anonymous else None
    front = make_front(app, connections, only_microsoft=not url and not app.anonymous)
    directory = TeamsDirectory(desk, front.connector)
    agent = SignpostAgent(desk, directory, app.tenant)
    channels.routes.append(lambda page: add_teams_route(page, front, agent))
    deliveries = Deliveries(desk, directory.learn, is_teams_thread)
    channels.handlers["teams"], channels.failed["teams"] = deliveries.handle, deliveries.failed
    channels.senders["teams"] = TeamsSender(desk, front.connector, url or SERVICE_URL, app.tenant)
    channels.team["teams"] = Place(settings.teams_business_channel).address.removeprefix(PREFIX)


def _mail(settings: Settings) -> MailSender:
    return MailSender(
        host=settings.mail_host,
        port=settings.mail_port,
        security=settings.mail_security,
        user=settings.mail_user,
        password=settings.mail_password,
        sender_address=settings.mail_from,
    )
