"""The bot is killed while people use it in Teams. `make crash CHANNEL=teams` does the same two hundred times."""

from pathlib import Path

import pytest

from bench.crash import crash

pytestmark = pytest.mark.capability("nothing is lost when the bot is killed", "teams")


async def test_three_kills_under_load_lose_nothing_and_repeat_next_to_nothing(tmp_path: Path) -> None:
    outcome = await crash(rounds=3, seed=7, folder=tmp_path, channel="teams")
    assert outcome.faults == []
    assert len(outcome.kills) == 3
    assert len(outcome.said.asked) >= 3
    assert outcome.said.forms
