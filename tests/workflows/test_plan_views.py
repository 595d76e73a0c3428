"""Which actions each may see on asking, on both databases."""

from datetime import date

import pytest

from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from bot.store.database import Store
from bot.workflows import plan
from tests.partnership.plan_people import action
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.planned import taken_over

NOW = clock(2026, 11, 23, 10)
LATER = date(2026, 12, 18)


def test_one_sees_the_own_actions_the_chair_the_groups_and_the_team_all(store: Store) -> None:
    given = (action("1.2", due=LATER), action("1.1"), action("2.1", group="mag", lead="omar"))
    taken_over(store, *given, action("1.1-old", due=None))

    def numbers(found: list[Action]) -> list[str]:
        return [one.number for one in found]

    assert numbers(do(store, plan.mine, RULES, NOW, "slack:U_NADIA")) == ["1.1", "1.2", "1.1-old"]
    assert do(store, plan.mine, RULES, NOW, "slack:U_TOM") == do(store, plan.mine, RULES, NOW, "slack:U_X") == []
    of_group: dict[str, list[str]] = {}
    for who in ("slack:U_CARA", "slack:U_BEN", "slack:U_OMAR", "slack:U_X"):
        of_group[who] = numbers(do(store, plan.of_group, RULES, NOW, who, "MACE"))
    everything = ["1.1", "1.2", "1.1-old"]
    assert of_group == {
        "slack:U_CARA": everything,
        "slack:U_BEN": everything,
        "slack:U_OMAR": everything,  # the deputy of whoever leads them
        "slack:U_X": [],
    }
    assert numbers(do(store, plan.numbered, RULES, NOW, "slack:U_CARA", "2.1")) == []
    assert numbers(do(store, plan.numbered, RULES, NOW, "slack:U_OMAR", "2.1")) == ["2.1"]
    with pytest.raises(Refused, match="Multi-Agency Audit Group"):
        do(store, plan.of_group, RULES, NOW, "slack:U_BEN", "no such group")
