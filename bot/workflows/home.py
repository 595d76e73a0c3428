"""What a person sees of their own on opening the app."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.escalation import Escalation
from bot.partnership.people import Actor
from bot.partnership.plan import Action, Progress
from bot.partnership.plan_asked import PlanCounts
from bot.partnership.referral import Referral
from bot.partnership.rules import Rules
from bot.store import escalations, people, plan_lists, referrals
from bot.store.plan_scopes import Scope
from bot.workflows import plan
from bot.workflows.escalations import addresses
from knowledge.hours import LONDON

_CLOSED_SHOWN = 10


@dataclass(frozen=True)
class Home:
    """One person's own things; the business team sees what is open instead."""

    actor: Actor
    escalations: tuple[Escalation, ...]
    referrals: tuple[Referral, ...]
    actions: tuple[Action, ...] = ()  # own ones of the plan that are open, the overdue first
    counts: PlanCounts | None = None  # of the whole plan, for the business team


def home(tx: Connection, rules: Rules, now: datetime, who: str) -> Home:
    """Own escalations and referrals, newest first; for the business team all escalations that are open.

    The team sees first what has been open longest. Of closed ones only the newest are shown, of open ones all.
    """
    actor = people.actor(tx, who)
    own = addresses(actor)
    shown = escalations.open_ones(tx) if actor.is_business_team else escalations.raised_by(tx, own)
    ordered = sorted(shown, key=lambda item: item.raised_at, reverse=not actor.is_business_team)
    opened = [item for item in ordered if not item.is_closed]
    closed = [item for item in ordered if item.is_closed]
    return Home(
        actor,
        (*opened, *closed[:_CLOSED_SHOWN]),
        tuple(referrals.of(tx, own)),
        tuple(plan.mine(tx, rules, now, who)),
        _counts(tx, now) if actor.is_business_team else None,
    )


def _counts(tx: Connection, now: datetime) -> PlanCounts:
    """How the whole plan stands."""
    rows = plan_lists.counts(tx, Scope(everything=True), now.astimezone(LONDON).date())
    opened = [(late, count) for progress, _, late, count in rows if progress == Progress.OPEN.value]
    done = sum(count for progress, _, _, count in rows if progress == Progress.DONE.value)
    late = sum(count for late, count in opened if late)
    return PlanCounts(overdue=late, open=sum(count for _, count in opened), done=done)
