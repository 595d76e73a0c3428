"""When the weekly digest goes out, and which week's digest a moment belongs to."""

from datetime import UTC, date, datetime, timedelta

from bot.partnership.plan_rules import PlanRules
from knowledge.hours import LONDON, add_working_days, is_working_day

_WEEK = timedelta(days=7)


def digest_moment(week: date, rules: PlanRules) -> datetime:
    """When the digest of the week that begins on this Monday goes out: on a bank holiday the next working day (UTC)."""
    day = week + timedelta(days=rules.digest.weekday)
    day = day if is_working_day(day) else add_working_days(day, 1)
    return datetime.combine(day, rules.digest.at, LONDON).astimezone(UTC)


def digest_week(now: datetime, rules: PlanRules) -> date:
    """The Monday of the latest week whose digest has come due."""
    today = now.astimezone(LONDON).date()
    week = today - timedelta(days=today.weekday())
    while digest_moment(week, rules) > now:
        week -= _WEEK
    return week


def is_before_digest(now: datetime, rules: PlanRules) -> bool:
    """Whether a digest goes out later on the same local date: it takes the reminders' place."""
    today = now.astimezone(LONDON).date()
    week = today - timedelta(days=today.weekday())
    moments = [digest_moment(one, rules) for one in (week, week - _WEEK)]  # late in a week it may slip into the next
    return any(moment > now and moment.astimezone(LONDON).date() == today for moment in moments)


def changes_between(week: date, rules: PlanRules) -> tuple[datetime, datetime]:
    """The stretch whose changes this digest tells: since the digest before, until its own time."""
    return digest_moment(week - _WEEK, rules), digest_moment(week, rules)
