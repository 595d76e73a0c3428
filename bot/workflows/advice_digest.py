"""What the business team's digest tells of automatic advice, read from the store."""

from datetime import date

from sqlalchemy import Connection

from bot.partnership.advice_week import AdviceWeek, advice_week, drill_days
from bot.partnership.digest_time import changes_between
from bot.partnership.plan_rules import load_plan_rules
from bot.store import drills
from bot.workflows.advice import between


def week_of_advice(tx: Connection, week: date) -> AdviceWeek:
    """Since the digest before that of the week which begins on this Monday, until its own time."""
    since, until = changes_between(week, load_plan_rules())
    days = drill_days(since, until, drills.first_day(tx))
    found = drills.between(tx, days[0], days[-1]) if days else ()
    return advice_week(between(tx, since, until), days, found)
