"""Moments, days and lengths of time in words, and the mark beside what the partnership has not confirmed."""

from datetime import date, datetime

from bot.partnership.rules import Rules
from knowledge.hours import LONDON


def day_words(day: date, now: datetime | None = None) -> str:
    """`Monday 23 November`; with its year when that is not the year of `now`."""
    words = f"{day:%A} {day.day} {day:%B}"
    return words if now is None or now.astimezone(LONDON).year == day.year else f"{words} {day.year}"


def moment_words(at: datetime, now: datetime | None = None) -> str:
    """`Monday 23 November, 17:00` as the clock in London shows it."""
    local = at.astimezone(LONDON)
    return f"{day_words(local.date(), now)}, {local:%H:%M}"


def days_words(days: int) -> str:
    """A limit in working days: `2 working days`, or `the same working day`."""
    if days == 0:
        return "the same working day"
    return f"{days} working day" if days == 1 else f"{days} working days"


def marked(words: str, verified: bool, rules: Rules) -> str:
    """The words, with the partnership's own remark beside them unless they are confirmed."""
    return words if verified else f"{words} ({rules.unverified})"


def not_duty(rules: Rules, now: datetime) -> str | None:
    """That the business team is no duty line and when it works next; None while its office is open."""
    if rules.hours.is_open(now):
        return None
    closes = marked(f"{rules.office.closes:%H:%M}", rules.office.verified and rules.working_days.verified, rules)
    return rules.business_team_is_not_duty.format(
        opens=f"{rules.office.opens:%H:%M}",
        closes=closes,
        next=moment_words(rules.hours.next_opening(now), now),
    )
