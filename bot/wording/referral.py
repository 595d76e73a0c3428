"""The follow-up of a referral: the question for its outcome, and words to chase it with."""

from bot.partnership.referral import Referral
from bot.partnership.rules import Rules
from bot.wording.buttons import escalate_button
from bot.wording.message import Button, Fact, Message
from bot.wording.times import day_words, days_words, marked
from bot.wording.urgent import danger_rules
from knowledge.hours import LONDON

_WHY = "You get this because you noted this referral in Signpost."


def noted(referral: Referral, rules: Rules) -> Message:
    """The receipt: what was noted and on which day the question comes."""
    ask = day_words(referral.ask_at.astimezone(LONDON).date()) if referral.ask_at else ""
    return Message(
        title="Your referral is noted",
        urgent=danger_rules(rules),
        lines=(
            *((f"Signpost asks you for the outcome on {ask}.",) if ask else ()),
            "This note sends nothing to the front door. Nothing about the child is kept here.",
        ),
        facts=_facts(referral),
        small=(decision_rule(rules), _WHY),
    )


def outcome_question(referral: Referral, rules: Rules) -> Message:
    """Whether the decision is known; if not, the next step is one button away."""
    return Message(
        title="Do you know the outcome of your referral?",
        urgent=danger_rules(rules),
        facts=_facts(referral),
        buttons=(
            Button("referral.answered", "Yes, I know it", referral.id, "primary"),
            Button("referral.not_yet", "Not yet", referral.id),
            escalate_button(f"referral:{referral.id}"),
        ),
        small=(decision_rule(rules), _WHY),
    )


def chase_message(referral: Referral, rules: Rules) -> Message:
    """After "not yet": words to chase with, then the escalation form."""
    return Message(
        title="Ring the front door and ask for the decision",
        urgent=danger_rules(rules),
        lines=(
            f"Words that you can send or read out: {chase_text(referral, rules)}",
            "Still no decision, or you disagree with it? Log an escalation.",
        ),
        facts=_facts(referral),
        buttons=(escalate_button(f"referral:{referral.id}"),),
        small=(_WHY,),
    )


def chase_text(referral: Referral, rules: Rules) -> str:
    """What the practitioner can send or read out to the front door."""
    day = f"{day_words(referral.referred_on)} {referral.referred_on.year}"
    own = f" My own reference is {referral.reference}." if referral.reference else ""
    return (
        f"I referred a child to {referral.front_door} on {day}.{own} {decision_rule(rules)} "
        "Please tell me the decision and the reasons, what happens next, and the name of the person who decided."
    )


def answered(referral: Referral, rules: Rules) -> Message:
    """After "yes": nothing more is asked; the way on when the decision looks wrong."""
    return Message(
        title="Thank you. Signpost asks no more about this referral",
        urgent=danger_rules(rules),
        lines=("Write the decision in your own record.", "You disagree with it? Log an escalation."),
        facts=_facts(referral),
        buttons=(escalate_button(f"referral:{referral.id}"),),
        small=(_WHY,),
    )


def decision_rule(rules: Rules) -> str:
    """By when the referrer hears, with the document and edition it was read in."""
    rule, source = rules.referral, rules.referral.source
    edition = f"edition {source.edition}" if source.edition else "edition not named"
    sentence = f"The front door tells the referrer its decision within {days_words(rule.days)}"
    return f"{marked(sentence, rule.verified, rules)} (source: {source.document}, {edition})."


def _facts(referral: Referral) -> tuple[Fact, ...]:
    own = (Fact("Your reference", referral.reference),) if referral.reference else ()
    return (Fact("Front door", referral.front_door), Fact("Referred on", day_words(referral.referred_on)), *own)
