"""What the clock brings about. Asked again, restarted or run by several replicas it adds each notice once."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.clocks import due_notices
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.referral import after_question, question_due
from bot.partnership.rules import Rules
from bot.store import escalations, outbox, people, referrals
from bot.store.prune import prune
from bot.workflows import matrix_clock, meeting_clock
from bot.workflows.digests import digests_due
from bot.workflows.reminding import remind


def tick(tx: Connection, rules: Rules, now: datetime) -> int:
    """Add every notice that is due at `now`; returns how many were new."""
    return _escalations(tx, rules, now) + _referral_questions(tx, rules, now) + _plan(tx, now)


def _escalations(tx: Connection, rules: Rules, now: datetime) -> int:
    items = escalations.open_ones(tx)
    everyone = people.everyone(tx) if items else []
    return outbox.add(tx, [one for item in items for one in due_notices(item, now, rules, everyone)], now)


def _plan(tx: Connection, now: datetime) -> int:
    """The weekly digests first: on their day they take the reminders' place."""
    rules = load_plan_rules()
    told = digests_due(tx, rules, now) + remind(tx, rules, now)
    return told + matrix_clock.look(tx, rules, now) + meeting_clock.look(tx, rules, now)


def _referral_questions(tx: Connection, rules: Rules, now: datetime) -> int:
    added = 0
    for referral in referrals.waiting(tx, now):
        if notice := question_due(referral, now):
            added += outbox.add(tx, [notice], now)
            state, ask_at = after_question(referral, now, rules)
            referrals.save(tx, replace(referral, asked=referral.asked + 1, state=state, ask_at=ask_at))
    return added


def clean(tx: Connection, rules: Rules, now: datetime) -> dict[str, int]:
    """Delete what is no longer needed; returns how much of each."""
    return prune(tx, now, rules.kept_days)
