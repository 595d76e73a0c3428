"""Signpost's own calls to Teams: a message, a change of one, a person's profile, a new personal conversation."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from microsoft_agents.activity import Activity, ChannelAccount, ConversationParameters
from microsoft_agents.hosting.core import ChannelServiceClientFactoryBase, ClaimsIdentity
from microsoft_agents.hosting.core.authorization import AuthenticationConstants
from microsoft_agents.hosting.core.connector.teams import TeamsConnectorClient

from bot.partnership.conversation import Conversation
from bot.teams.place import CHANNEL

_CARD = "application/vnd.microsoft.card.adaptive"


class Connector:
    """Speaks to Teams as the app. Raises aiohttp.ClientResponseError with the status that Teams answered."""

    def __init__(self, factory: ChannelServiceClientFactoryBase, app_id: str) -> None:
        self._factory = factory
        self._app_id = app_id

    async def post(self, where: Conversation, content: dict[str, Any]) -> str:
        """Say it there; the new message's id."""
        async with self._client(where.service_url) as client:
            sent = await client.conversations.send_to_conversation(where.id, self._activity(where, content))
        return str(sent.id or "")

    async def change(self, where: Conversation, message: str, content: dict[str, Any]) -> None:
        """Put it in the place of an earlier message, for everybody who sees that."""
        async with self._client(where.service_url) as client:
            await client.conversations.update_activity(where.id, message, self._activity(where, content, message))

    async def email_of(self, where: Conversation, account: str) -> str:
        """The e-mail address of somebody in that conversation; empty when Teams names none."""
        async with self._client(where.service_url) as client:
            member = await client.get_conversation_member(where.id, account)
        return str(member.email or member.user_principal_name or "")

    async def personal(self, service_url: str, tenant: str, account: str) -> Conversation:
        """The personal conversation with somebody for whom the app is installed."""
        asked = ConversationParameters(
            is_group=False,
            agent=ChannelAccount(id=f"28:{self._app_id}"),
            members=[ChannelAccount(id=account, aad_object_id=account)],
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        async with self._client(service_url) as client:
            made = await client.conversations.create_conversation(asked)
        return Conversation(CHANNEL, str(made.id), "personal", service_url, tenant, account)

    @asynccontextmanager
    async def _client(self, service_url: str) -> AsyncIterator[TeamsConnectorClient]:
        audience = AuthenticationConstants.AGENTS_SDK_SCOPE
        claims = ClaimsIdentity({AuthenticationConstants.AUDIENCE_CLAIM: self._app_id})
        client = await self._factory.create_connector_client(None, claims, service_url, audience)
        assert isinstance(client, TeamsConnectorClient), "the factory makes no others for Teams"  # noqa: S101
        try:
            yield client
        finally:
            await client.close()

    def _activity(self, where: Conversation, content: dict[str, Any], id: str = "") -> Activity:
        known = {"id": id} if id else {}
        about = {"type": "message", "channelId": "msteams", "serviceUrl": where.service_url}
        return Activity.model_validate(
            {**about, **known, "from": {"id": f"28:{self._app_id}"}, "conversation": {"id": where.id}, **content}
        )


def card_content(card: dict[str, Any], summary: str) -> dict[str, Any]:
    """A card as the content of a message; `summary` is what a notification shows."""
    return {"summary": summary, "attachments": [{"contentType": _CARD, "content": card}]}


def attached(card: dict[str, Any]) -> dict[str, Any]:
    """A card as dialogs carry it."""
    return {"contentType": _CARD, "content": card}
