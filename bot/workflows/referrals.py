"""The follow-up of referrals: noted without a child's data, asked for when the published time has passed."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection

from bot.partnership.referral import Referral, ReferralState, first_question
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import people, referrals
from bot.workflows.escalations import addresses


def note_referral(
    tx: Connection,
    rules: Rules,
    now: datetime,
    who: str,
    front_door: str,
    referred_on: date,
    reference: str,
    form_key: str,
) -> Referral:
    """A referral to be asked about. The same form again gives the one it made before."""
    if before := referrals.by_form(tx, form_key):
        return before
    ask_at = first_question(referred_on, now, rules)
    actor = people.actor(tx, who)
    referral = Referral(uuid4().hex[:12], actor.id, front_door, referred_on, reference.strip(), ask_at=ask_at)
    referrals.add(tx, referral, form_key)
    return referral


def view_referral(tx: Connection, rules: Rules, now: datetime, who: str, number: str) -> Referral:
    """One referral, for the person who noted it."""
    referral = referrals.load(tx, number)
    if referral is None or referral.by not in addresses(people.actor(tx, who)):
        raise Refused("There is no such referral of yours.")
    return referral


def outcome(tx: Connection, rules: Rules, now: datetime, who: str, number: str, known: bool) -> Referral:
    """Whether there is an outcome: with one, nothing more is asked; without, the question comes again later."""
    referral = view_referral(tx, rules, now, who, number)
    if known:
        referral = replace(referral, state=ReferralState.ANSWERED, ask_at=None)
        referrals.save(tx, referral)
    return referral
