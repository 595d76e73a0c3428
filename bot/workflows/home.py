"""What a person sees of their own on opening the app."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.escalation import Escalation
from bot.partnership.people import Actor
from bot.partnership.referral import Referral
from bot.partnership.rules import Rules
from bot.store import escalations, people, referrals
from bot.workflows.escalations import addresses

_SHOWN = 10


@dataclass(frozen=True)
class Home:
    """One person's own things; the business team also sees what is open."""

    actor: Actor
    escalations: tuple[Escalation, ...]
    referrals: tuple[Referral, ...]


def home(tx: Connection, rules: Rules, now: datetime, who: str) -> Home:
    """Own escalations and referrals, newest first; for the business team all that are open."""
    actor = people.actor(tx, who)
    own = addresses(actor)
    shown = escalations.open_ones(tx) if actor.is_business_team else escalations.raised_by(tx, own)
    newest = sorted(shown, key=lambda item: item.raised_at, reverse=True)
    return Home(actor, tuple(newest[:_SHOWN]), tuple(referrals.of(tx, own)[:_SHOWN]))
