"""Where the channel of a group is, in Slack or in Teams."""

import pytest
from pydantic import ValidationError

from bot.partnership.plan_figures import Group


def group(**channel: str) -> Group:
    return Group.model_validate({"id": "mace", "name": "MACE", "also": (), **channel})


def test_a_groups_digest_goes_to_its_channel_in_slack_or_in_teams_or_to_none() -> None:
    assert group(slack="C0123").address == "slack:C0123"
    assert group(teams="19:mace@thread.tacv2").address == "teams:chat/19:mace@thread.tacv2"
    assert group().address == ""


@pytest.mark.parametrize("channel", [{"slack": "#mace"}, {"teams": "mace"}, {"teams": "19:mace?only=x"}])
def test_a_channel_must_be_given_by_its_id(channel: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        group(**channel)
