"""One reminder or digest for each reader and local date, within the hours of working days, whatever happens.

The reader's day is taken in the transaction before a notice is sent. It is given back only when the notice was
certainly not sent. After a crash nobody knows: nothing more goes to that reader on that date; what was due stays due.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.digest_time import digest_week
from bot.partnership.notices import Notice
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.store import outbox, told_on
from bot.workflows.plan_reading import to_remind
from bot.workflows.reminding import FIND_LEADS, mark_told
from bot.workflows.sending import Letter
from knowledge.hours import LONDON

_ONE_A_DAY = frozenset({"reminder", "digest"})


def takes_turn(tx: Connection, id: int, notice: Notice, now: datetime) -> bool:
    """Whether the notice may go now: from now on the reader's day is taken, in the transaction that lets it go.

    If not, it was put off, or dropped when its time is over.
    """
    if notice.kind not in _ONE_A_DAY:
        return True
    rules = load_plan_rules()
    today = now.astimezone(LONDON).date()
    if notice.subject != (today if notice.kind == "reminder" else digest_week(now, rules)).isoformat():
        outbox.drop(tx, id, now, "its time is over")
    elif rules.hours.is_open(now) and told_on.take(tx, _reader(notice), today, notice.key):
        return True
    else:
        _wait(tx, id, notice, now, rules)
    return False


def give_turn_back(tx: Connection, notice: Notice, now: datetime) -> None:
    """The notice was certainly not sent."""
    if notice.kind in _ONE_A_DAY:
        told_on.give_back(tx, _reader(notice), now.astimezone(LONDON).date(), notice.key)


def was_sent(tx: Connection, letter: Letter) -> None:
    """Its actions are told: the clock looks at them again on the next day that is due."""
    if letter.notice.kind in _ONE_A_DAY or letter.notice.data.get("deed") == FIND_LEADS:
        who, today = letter.notice.to.removeprefix("person:"), letter.now.astimezone(LONDON).date()
        mark_told(tx, load_plan_rules(), letter.actions, who, today)


def was_given_up(tx: Connection, notice: Notice, now: datetime) -> None:
    """Nobody can be reached: the business team hears of it once, not on every working day."""
    if notice.kind in _ONE_A_DAY and notice.to.startswith("person:"):
        rules, who, today = load_plan_rules(), notice.to.removeprefix("person:"), now.astimezone(LONDON).date()
        mark_told(tx, rules, to_remind(tx, rules, who, today), who, today)


def _wait(tx: Connection, id: int, notice: Notice, now: datetime, rules: PlanRules) -> None:
    """A digest waits for the next hours in which its reader was not told yet; a reminder is made anew by the clock."""
    if notice.kind == "reminder":
        outbox.drop(tx, id, now, "nothing more may be said today")
        return
    tomorrow = datetime.combine(now.astimezone(LONDON).date() + timedelta(days=1), rules.remind.hours.opens, LONDON)
    opening = rules.hours.next_opening(now)
    outbox.later(tx, id, opening if opening > now else rules.hours.next_opening(tomorrow), "waits for its hours")


def _reader(notice: Notice) -> str:
    return f"group:{notice.data['reader']}" if notice.data.get("role") == "group" else notice.to
