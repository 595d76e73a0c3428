"""A bot that a test client on this machine may speak to without tokens, and what needs none anywhere."""

from collections.abc import AsyncIterator

import pytest

from bot.masking import Masker
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_teams import FakeTeams
from tests.teams.office import Office, open_office


@pytest.fixture
async def anonymous(
    teams: FakeTeams, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> AsyncIterator[Office]:
    """An office with TEAMS_ANONYMOUS=yes."""
    async with open_office(teams, sqlite_store, masker, knowledge, teams_anonymous="yes") as opened:
        yield opened


async def test_without_a_token_it_is_answered_where_that_is_allowed(anonymous: Office) -> None:
    activity = await anonymous.teams.unsent("nadia", "An 8-year-old has a belt mark")
    before = len(await anonymous.told("nadia"))
    assert (await anonymous.teams.raw(activity)).status == 202
    await anonymous.settle()
    assert "999" in (await anonymous.told("nadia"))[before]


@pytest.mark.parametrize("kind", ["junk", "wrong audience", "expired", "other key", "unsigned"])
async def test_a_bad_token_is_refused_even_there(anonymous: Office, kind: str) -> None:
    activity = await anonymous.teams.unsent("nadia", "An 8-year-old has a belt mark")
    before = anonymous.tables()
    assert (await anonymous.teams.raw(activity, await anonymous.teams.token(kind))).status == 401
    assert anonymous.tables() == before
