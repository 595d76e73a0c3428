"""Microsoft's own SDK calls the stand-in as it would call the Bot Connector, and understands its answers."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from microsoft_agents.activity import Activity, ChannelAccount, ConversationParameters
from microsoft_agents.hosting.core.connector.client.connector_client import ConnectorClient

from tests.fake_teams import FakeTeams, fixtures
from tests.fake_teams.people import BOT_TOKEN, TENANT
from tests.fake_teams.small_bot import card, message, words

teams = fixtures.teams
SAYS = "19:business@thread.tacv2"


@pytest.fixture
async def sdk(teams: FakeTeams) -> AsyncIterator[ConnectorClient]:
    client = ConnectorClient(teams.service_url, BOT_TOKEN)
    yield client
    await client.close()


async def test_it_posts_replies_changes_and_takes_away(teams: FakeTeams, sdk: ConnectorClient) -> None:
    drawn = Activity.model_validate(message(card(words("A case"))))
    new = await sdk.conversations.send_to_conversation(SAYS, drawn)
    first = await teams.wait_for_message("business", "A case")
    assert new.id == first.id
    changed = Activity.model_validate(message(card(words("Resolved"))))
    await sdk.conversations.update_activity(SAYS, new.id, changed)
    await teams.wait_for_update(first, "Resolved")
    below = await sdk.conversations.reply_to_activity(SAYS, new.id, Activity(type="message", text="below"))
    assert [(one.id, one.thread) for one in await teams.messages("business")] == [(new.id, None), (below.id, new.id)]
    await sdk.conversations.delete_activity(SAYS, new.id)
    assert [one.id for one in await teams.messages("business")] == [below.id]


async def test_it_begins_a_personal_chat_and_reads_the_roster(teams: FakeTeams, sdk: ConnectorClient) -> None:
    nadia = await teams.person("nadia")
    wanted = ConversationParameters(members=[ChannelAccount(id=nadia["aadObjectId"])], tenant_id=TENANT)
    begun = await sdk.conversations.create_conversation(wanted)
    assert begun.id == (await teams.conversation("nadia"))["id"] and begun.service_url == teams.service_url
    member = await sdk.conversations.get_conversation_member(begun.id, nadia["id"])
    assert (member.name, member.aad_object_id) == ("Nadia Begum", nadia["aadObjectId"])
    page = await sdk.conversations.get_conversation_paged_members(SAYS)
    assert [one.name for one in page.members] == ["Ben Okoro", "Asha Patel"]


async def test_it_learns_how_long_to_wait(teams: FakeTeams, sdk: ConnectorClient) -> None:
    await teams.fault("429", retry_after=9)
    with pytest.raises(aiohttp.ClientResponseError) as refused:
        await sdk.conversations.send_to_conversation(SAYS, Activity(type="message", text="Hello"))
    assert refused.value.status == 429
    assert refused.value.headers and refused.value.headers["Retry-After"] == "9"
