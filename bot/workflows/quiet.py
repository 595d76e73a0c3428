"""What waits for the hours of working days also when it is sent: an outage must not make it arrive at night."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.notices import Notice
from bot.partnership.plan_rules import load_plan_rules
from bot.store import outbox

_QUIET = frozenset({"matrix", "meeting", "plan_task", "plan_told"})


def waits_for_hours(tx: Connection, id: int, notice: Notice, now: datetime) -> bool:
    """Whether the notice may not go now; then it was put off to the next opening."""
    hours = load_plan_rules().hours
    if notice.kind not in _QUIET or hours.is_open(now):
        return False
    outbox.later(tx, id, hours.next_opening(now), "waits for the hours of working days")
    return True
