"""A stand-in for Microsoft on this machine, for tests and for trying Signpost: its keys, and a token that it takes."""

from microsoft_agents.hosting.core import (
    AgentAuthConfiguration,
    AnonymousTokenProvider,
    ConnectionManager,
    Connections,
)
from microsoft_agents.hosting.core.authorization._entra_issuers import (
    BOTFRAMEWORK_JWKS_URIS,
    BOTFRAMEWORK_PUBLIC_ISSUER,
)

from bot.teams.connection import Registration

_TOKEN = "stand-in-token"  # noqa: S105 - no secret: it opens nothing but the stand-in


class _StandInToken(AnonymousTokenProvider):
    async def get_access_token(self, resource_url: str, scopes: list[str], force_refresh: bool = False) -> str:
        return _TOKEN


def no_tokens(app: Registration) -> Connections:
    """Connections for a test client that asks for no token: nobody is asked for one, so none can go astray."""
    known = AgentAuthConfiguration(client_id=app.app_id, tenant_id=app.tenant, connection_name="SERVICE_CONNECTION")
    return ConnectionManager(lambda configuration: AnonymousTokenProvider(), {"SERVICE_CONNECTION": known})


def stand_in_connections(app: Registration, url: str) -> Connections:
    """Connections that trust the keys of the stand-in. `url` is on loopback: the settings take no other."""
    BOTFRAMEWORK_JWKS_URIS[BOTFRAMEWORK_PUBLIC_ISSUER] = f"{url.rstrip('/')}/keys"
    known = AgentAuthConfiguration(client_id=app.app_id, tenant_id=app.tenant, connection_name="SERVICE_CONNECTION")
    return ConnectionManager(lambda configuration: _StandInToken(), {"SERVICE_CONNECTION": known})
