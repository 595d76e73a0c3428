"""What a person sees of their own on opening the app."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.escalation import Escalation
from bot.partnership.people import Actor
from bot.partnership.referral import Referral, ReferralState
from bot.partnership.rules import Rules
from bot.store import escalations, people, referrals
from bot.workflows.escalations import addresses

_CLOSED_SHOWN = 10


@dataclass(frozen=True)
class Home:
    """One person's own things; the business team sees what is open instead."""

    actor: Actor
    escalations: tuple[Escalation, ...]
    referrals: tuple[Referral, ...]


def home(tx: Connection, rules: Rules, now: datetime, who: str) -> Home:
    """Own escalations, newest first, and referrals that wait for an outcome; for the business team all that are open.

    The team sees first what has been open longest. Of closed ones only the newest are shown, of open ones all.
    """
    actor = people.actor(tx, who)
    own = addresses(actor)
    shown = escalations.open_ones(tx) if actor.is_business_team else escalations.raised_by(tx, own)
    ordered = sorted(shown, key=lambda item: item.raised_at, reverse=not actor.is_business_team)
    opened = [item for item in ordered if not item.is_closed]
    closed = [item for item in ordered if item.is_closed]
    waiting = [one for one in referrals.of(tx, own) if one.state is ReferralState.WAITING]
    return Home(actor, (*opened, *closed[:_CLOSED_SHOWN]), tuple(waiting))
