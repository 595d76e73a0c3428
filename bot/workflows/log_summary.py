"""Each escalation as it stands, as one row of a table."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.partnership.cells import clean_cell
from bot.partnership.escalation import Escalation
from bot.partnership.history import Entry
from bot.partnership.rules import Rules
from bot.partnership.working_time import OfficeHours
from bot.wording.standing import state_words
from bot.workflows.log_names import Names
from bot.workflows.log_rows import Row, london, standing

TO_ACKNOWLEDGE = "working hours to acknowledge"


def summary_row(item: Escalation, entries: Sequence[Entry], rules: Rules, names: Names) -> Row:
    """The escalation that these lines tell. How long it waited is counted to the first acknowledgement."""
    seen = next((one.event.at for one in entries if one.event.deed == "acknowledge"), None)
    about = standing(item, rules, names)
    row = {
        "reference": item.ref,
        "state": state_words(item),
        **about,
        "raised (London)": london(item.raised_at),
        "raised by": names(item.raised_by),
        "first acknowledged (London)": london(seen) if seen else "",
        TO_ACKNOWLEDGE: f"{_open_time(rules.hours, item.raised_at, seen) / timedelta(hours=1):.2f}" if seen else "",
        "closed (London)": london(item.closed_at) if item.closed_at else "",
        "lines": str(len(entries)),
    }
    return {name: clean_cell(cell) for name, cell in row.items()}


def _open_time(hours: OfficeHours, since: datetime, until: datetime) -> timedelta:
    """How long the office was open between the two moments."""
    total, at = timedelta(), hours.next_opening(since)
    while at < until:
        close = hours.deadline(at, 0)
        total += min(close, until) - at
        at = hours.next_opening(close)
    return total
