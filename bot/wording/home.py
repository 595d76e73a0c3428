"""What a person sees on opening the app."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.partnership.escalation import Escalation
from bot.partnership.referral import Referral, ReferralState
from bot.partnership.rules import Rules
from bot.wording.buttons import escalate_button, own_buttons, team_buttons
from bot.wording.card import danger_for_team, own_card
from bot.wording.guide_forms import guide_button
from bot.wording.message import Button, Fact, Message
from bot.wording.referral import outcome_question
from bot.wording.standing import Name, limit_facts, stage_facts, state_words, title_words
from bot.wording.times import not_duty
from bot.wording.urgent import danger_rules
from bot.wording.ways import HELP, HOW

_OWN = frozenset({"note", "withdraw"})


def home(
    escalations: Sequence[Escalation],
    referrals: Iterable[Referral],
    now: datetime,
    rules: Rules,
    name: Name,
    urgent: tuple[str, ...] = (),
    team: bool = False,
    channel: str = "slack",
) -> tuple[Message, ...]:
    """How to ask, then the escalations, open ones first, then referrals that wait for an outcome.

    `urgent` is 999 and the front door; `team` says that the reader is of the business team and sees all that are open.
    """
    waiting = [one for one in referrals if one.state is ReferralState.WAITING]
    ordered = sorted(escalations, key=lambda item: item.is_closed)
    return (
        _how_to_ask(now, rules, urgent or danger_rules(rules), channel),
        Message("Open escalations" if team else "Your escalations", lines=() if ordered else ("None at the moment.",)),
        *(_for_team(item, now, rules, name) if team else _own(item, now, rules, name) for item in ordered),
        *(outcome_question(referral, rules) for referral in waiting),
    )


def _how_to_ask(now: datetime, rules: Rules, urgent: tuple[str, ...], channel: str) -> Message:
    closed = not_duty(rules, now)
    return Message(
        title="Where do I refer?",
        urgent=urgent,
        lines=HOW[channel],
        buttons=(guide_button(), escalate_button(), Button("referral.open", "I referred today", "new")),
        small=(*((closed,) if closed else ()), HELP[channel]),
    )


def _own(item: Escalation, now: datetime, rules: Rules, name: Name) -> Message:
    """One's own in full while it is open, in short afterwards."""
    if not item.is_closed:
        return own_card(item, now, rules, name, _OWN)
    return Message(
        title=title_words(item),
        facts=(Fact("State", state_words(item)),),
        buttons=own_buttons(item),
        small=(f"You see this because you raised {item.ref}.",),
    )


def _for_team(item: Escalation, now: datetime, rules: Rules, name: Name) -> Message:
    owner = name(f"person:{item.owner}") if item.owner else "Nobody yet"
    state = Fact("State", state_words(item))
    return Message(
        title=title_words(item),
        urgent=danger_for_team(item),
        facts=(state, *stage_facts(item, rules), *limit_facts(item, now, rules), Fact("Owner", owner)),
        buttons=tuple(one for one in team_buttons(item) if not one.more),
        small=("You see this because you belong to the business team.",),
    )
