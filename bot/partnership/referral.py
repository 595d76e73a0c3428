"""The follow-up of a referral, without a child's data: when, to which front door, and the person's own reference."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.partnership.notices import Notice
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from knowledge.hours import LONDON

_OLDEST_DAYS = 60


class ReferralState(StrEnum):
    """Whether the outcome is known."""

    WAITING = "waiting"
    ANSWERED = "answered"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Referral:
    """One referral that somebody wants to be asked about. `asked` counts the questions so far."""

    id: str
    by: str
    front_door: str
    referred_on: date
    reference: str
    state: ReferralState = ReferralState.WAITING
    asked: int = 0
    ask_at: datetime | None = None


def first_question(referred_on: date, noted_at: datetime, rules: Rules) -> datetime:
    """When to ask first: at the opening after the published time for a decision. Raises Refused for a wrong date."""
    today = noted_at.astimezone(LONDON).date()
    if referred_on > today:
        raise Refused("The date lies in the future. Give the day on which you referred.")
    if referred_on < today - timedelta(days=_OLDEST_DAYS):
        raise Refused(f"The date is more than {_OLDEST_DAYS} days ago. Ring the front door and ask for the outcome.")
    noon = datetime.combine(referred_on, rules.office.opens, LONDON)
    return rules.hours.next_opening(max(rules.hours.deadline(noon, rules.referral.days), noted_at))


def question_due(referral: Referral, now: datetime) -> Notice | None:
    """The question for the outcome when it is due."""
    if referral.state is not ReferralState.WAITING or referral.ask_at is None or now < referral.ask_at:
        return None
    return Notice(f"referral:{referral.id}:{referral.asked}", "referral_outcome", referral.by, referral.id)


def after_question(referral: Referral, now: datetime, rules: Rules) -> tuple[ReferralState, datetime | None]:
    """The state and the next question after one was asked: a few times, then no more."""
    if referral.asked + 1 >= rules.referral.stop_after:
        return ReferralState.STOPPED, None
    return ReferralState.WAITING, rules.hours.next_opening(rules.hours.deadline(now, rules.referral.ask_again_days))
