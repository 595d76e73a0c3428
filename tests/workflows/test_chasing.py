"""An escalation that nobody acknowledges is brought to one after the other, in open office, until somebody does."""

import pytest

from bot.partnership.notices import TEAM_MAIL
from bot.store.database import Store
from bot.workflows import escalations
from tests.partnership.samples import RULES, clock
from tests.store.samples import do
from tests.workflows.escalated import MINUTE, NOW, REF, added, opened


@pytest.mark.parametrize(
    ("danger", "steps"),
    [
        (False, [(60, "person:ben"), (120, "person:asha"), (240, TEAM_MAIL)]),
        (True, [(15, "person:ben"), (30, TEAM_MAIL)]),
    ],
)
def test_without_an_acknowledgement_one_after_the_other_hears_and_then_the_mailbox(
    known: Store, danger: bool, steps: list[tuple[int, str]]
) -> None:
    opened(known, stage=4, danger=danger, seen=False)
    for minutes, to in steps:
        assert added(known, NOW + (minutes - 1) * MINUTE) == []
        assert added(known, NOW + minutes * MINUTE) == [("unacknowledged", to)]
    assert added(known, clock(2026, 11, 23, 14, 59)) == []


def test_a_friday_evening_waits_for_monday(known: Store) -> None:
    opened(known, clock(2026, 11, 20, 17, 5), stage=4, seen=False)
    assert added(known, clock(2026, 11, 22, 12)) == []
    assert added(known, clock(2026, 11, 23, 10)) == [("unacknowledged", "person:ben")]


def test_a_clock_that_stood_still_says_everything_at_once_and_each_thing_once(known: Store) -> None:
    opened(known, stage=4, seen=False)
    assert added(known, NOW + 241 * MINUTE) == [
        ("unacknowledged", "person:asha"),
        ("unacknowledged", "person:ben"),
        ("unacknowledged", TEAM_MAIL),
    ]


def test_an_acknowledgement_ends_the_search(known: Store) -> None:
    opened(known, stage=4, seen=False)
    assert added(known, NOW + 60 * MINUTE) == [("unacknowledged", "person:ben")]
    do(known, escalations.acknowledge, RULES, NOW + 61 * MINUTE, "slack:U_BEN", REF)
    assert added(known, NOW + 300 * MINUTE) == []
