"""An action for which a later date was asked, and what a deed changed or refused."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest

from bot.partnership.plan import Action
from bot.partnership.refusal import Refused
from tests.partnership.plan_people import MONDAY, action

LATER = date(2026, 12, 18)
TODAY = MONDAY.date()
ASKED = replace(action(), asked_due=LATER, asked_reason="No trainer yet.", asked_by="person:nadia")


def changed(before: Action, after: Action) -> set[str]:
    """The fields that differ."""
    return {one.name for one in fields(Action) if getattr(before, one.name) != getattr(after, one.name)} - {"version"}


def refusal(work: Callable[[], object]) -> str:
    """Why it was refused."""
    with pytest.raises(Refused) as refused:
        work()
    return str(refused.value)
