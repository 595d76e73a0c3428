"""The way in: /api/messages, where every token is checked before anything is read."""

import logging
import warnings
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from microsoft_agents.authentication.msal import MsalConnectionManager
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_decorator
from microsoft_agents.hosting.core import (
    AgentAuthConfiguration,
    Connections,
    OutboundHostValidator,
    RestChannelServiceClientFactory,
    TurnContext,
)
from microsoft_agents.hosting.core.authorization.auth_types import AuthTypes
from pydantic import ValidationError
from yarl import URL

from bot.teams.agent import SignpostAgent
from bot.teams.connector import Connector

log = logging.getLogger(__name__)

PATH = "/api/messages"
SERVICE_URL = "https://smba.trafficmanager.net/teams/"  # Teams' own, until it names a nearer one
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
_CONFIGURATION = "agent_configuration"  # where the SDK looks for it


@dataclass(frozen=True)
class Registration:
    """The app as it is registered in Entra. Without a secret its managed identity is used."""

    app_id: str
    tenant: str
    secret: str = ""
    anonymous: bool = False  # a test client on this machine that has no tokens


@dataclass(frozen=True)
class Front:
    """What the channel needs of the SDK."""

    adapter: CloudAdapter
    connector: Connector
    configuration: AgentAuthConfiguration


def make_front(app: Registration, connections: Connections | None = None, *, only_microsoft: bool = True) -> Front:
    """The adapter and the connector. `connections` and not `only_microsoft` are for a stand-in on this machine."""
    logging.getLogger("microsoft_agents").setLevel(logging.CRITICAL)  # it writes what people typed into its log
    kind = AuthTypes.client_secret if app.secret else AuthTypes.user_managed_identity
    configuration = AgentAuthConfiguration(
        kind,
        app.app_id,
        app.tenant,
        app.secret or None,
        connection_name="SERVICE_CONNECTION",
        validate_issuer=True,
        anonymous_allowed=app.anonymous,
    )
    manager = connections or MsalConnectionManager({"SERVICE_CONNECTION": configuration})
    factory = RestChannelServiceClientFactory(manager)
    validator = OutboundHostValidator(enabled=only_microsoft)
    adapter = CloudAdapter(channel_service_client_factory=factory, host_validator=validator)
    adapter.on_turn_error = _failed
    return Front(adapter, Connector(factory, app.app_id), configuration)


def add_route(page: web.Application, front: Front, agent: SignpostAgent) -> None:
    """POST /api/messages. The check of tokens is on this route alone."""
    warnings.filterwarnings("ignore", category=web.NotAppKeyWarning)  # the SDK keeps things under plain names
    page[_CONFIGURATION] = front.configuration

    @jwt_authorization_decorator  # type: ignore[untyped-decorator]
    async def messages(request: web.Request) -> web.StreamResponse:
        body = await _object(request)
        if body is None or not _same_service(request, body):
            return web.Response(status=400 if body is None else 401)
        try:
            return await front.adapter.process(request, agent) or web.Response(status=202)
        except ValidationError:
            log.warning("an activity was refused: it is not put together like one")
            return web.Response(status=400)
        except Exception as fault:  # Teams hears 500 and delivers again; the SDK's own handler would tell the person
            log.error("an activity failed: %s", type(fault).__name__)
            return web.Response(status=500)

    page.router.add_post(PATH, messages)


async def _object(request: web.Request) -> dict[str, Any] | None:
    """The activity as it came; None for what is no JSON object."""
    try:
        body = await request.json()
    except (ValueError, LookupError, RecursionError):  # no JSON, an unknown charset, nested too deep
        return None
    return body if isinstance(body, dict) else None


def _same_service(request: web.Request, body: dict[str, Any]) -> bool:
    """Whether the activity names the service that its token was made for: our token goes to no other address."""
    claims = request["claims_identity"]
    if claims.allow_anonymous:  # a test client on this machine, and answers go to no other
        named = _origin(body.get("serviceUrl"))
        return named is not None and named.host in _THIS_MACHINE
    claimed = _origin(claims.get_claim_value("serviceurl"))
    return claimed is not None and claimed == _origin(body.get("serviceUrl"))


def _origin(url: object) -> URL | None:
    """Scheme, host and port; None for what is no address."""
    try:
        return URL(str(url)).origin()
    except ValueError:
        return None


async def _failed(context: TurnContext, error: Exception) -> None:
    """Never tell a person what went wrong inside. Raised again, so that Teams hears that it failed."""
    raise error
