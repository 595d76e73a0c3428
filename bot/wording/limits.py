"""What is said when the limit of an escalation nears and when it has passed."""

from datetime import datetime

from bot.partnership.clocks import deadline
from bot.partnership.escalation import Escalation, Kind
from bot.partnership.notices import TEAM
from bot.partnership.rules import Rules
from bot.wording.buttons import own_buttons, owner_buttons, team_buttons
from bot.wording.card import danger_for_requester, danger_for_team
from bot.wording.message import Button, Fact, Message
from bot.wording.standing import Name, limit_facts, stage_facts, stage_words, state_words


def limit_near(item: Escalation, now: datetime, rules: Rules, name: Name, to: str = TEAM) -> Message:
    """For the business team and the owner: the limit passes soon. `to` is the notice's."""
    if deadline(item, rules) is None:
        return _closed_meanwhile(item, to, name)
    return Message(
        title=f"{item.ref}: the limit passes soon",
        urgent=danger_for_team(item),
        lines=("It is not settled yet.",),
        facts=_standing(item, now, rules, name),
        buttons=_buttons(item, to),
        small=(_why(item, to, name),),
    )


def limit_passed(item: Escalation, now: datetime, rules: Rules, name: Name, to: str = TEAM) -> Message:
    """The limit has passed: what the requester can do now, or for the others that it is still open."""
    due = deadline(item, rules)
    if due is None:
        return _closed_meanwhile(item, to, name)
    if now < due:
        title, line = f"{item.ref}: the limit was set anew", "It moved on meanwhile. This is how it stands now."
        return Message(title, (), (line,), _standing(item, now, rules, name), small=(_why(item, to, name),))
    if to == item.raised_by:
        return _passed_for_requester(item, now, rules)
    return Message(
        title=f"{item.ref}: the limit has passed",
        urgent=danger_for_team(item),
        lines=("It is still open. The person who raised it was told the same.",),
        facts=(*_standing(item, now, rules, name), *_next_stage(item, rules)),
        buttons=_buttons(item, to),
        small=(_why(item, to, name),),
    )


def ready_sentence(item: Escalation, rules: Rules) -> str:
    """What the requester can send or read out to take it further. It promises no figure."""
    own = f" My own case reference is {item.raised.case_reference}." if item.raised.case_reference else ""
    if item.raised.kind is Kind.CONCERN:
        return f"I passed on a concern, {item.ref}, and it is still open.{own} Who has it, and what happens next?"
    following = rules.stage((item.stage or 1) + 1)
    if following is None:
        return f"Our disagreement {item.ref} is at the last stage and not settled.{own} Who decides, and when?"
    return (
        f"We have not settled our disagreement at stage {item.stage or 1}, so I ask for stage {following.number}, "
        f"{following.name}.{own} The business team logs it as {item.ref}. Who acts for your agency?"
    )


def _passed_for_requester(item: Escalation, now: datetime, rules: Rules) -> Message:
    return Message(
        title=f"{item.ref}: the limit has passed",
        urgent=danger_for_requester(item, rules),
        lines=(
            "It is still open. You can take it further now.",
            f"Words that you can send or read out: {ready_sentence(item, rules)}",
            "Tell the business team what you did: add a note.",
        ),
        facts=(*stage_facts(item, rules), *limit_facts(item, now, rules), *_next_stage(item, rules)),
        buttons=own_buttons(item),
        small=(f"You get this because you raised {item.ref}.",),
    )


def _next_stage(item: Escalation, rules: Rules) -> tuple[Fact, ...]:
    if item.raised.kind is Kind.CONCERN:
        return ()
    number = (item.stage or 1) + 1
    following = rules.stage(number)
    words = stage_words(number, rules, with_action=True) if following else "None: this is the last stage"
    return (Fact("Next stage", words),)


def _standing(item: Escalation, now: datetime, rules: Rules, name: Name) -> tuple[Fact, ...]:
    owner = name(f"person:{item.owner}") if item.owner else "Nobody yet"
    state = Fact("State", state_words(item))
    return (state, *stage_facts(item, rules), *limit_facts(item, now, rules), Fact("Owner", owner))


def _closed_meanwhile(item: Escalation, to: str, name: Name) -> Message:
    line = "It was closed before this message could be sent. There is nothing to do."
    return Message(
        f"{item.ref}: closed", (), (line,), (Fact("State", state_words(item)),), small=(_why(item, to, name),)
    )


def _buttons(item: Escalation, to: str) -> tuple[Button, ...]:
    return tuple(one for one in team_buttons(item) if not one.more) if to == TEAM else owner_buttons(item)


def _why(item: Escalation, to: str, name: Name) -> str:
    if to == item.raised_by:
        return f"You get this because you raised {item.ref}."
    if to == TEAM:
        return "You get this because the business team looks after the limits."
    if to == f"person:{item.owner}":
        return f"You get this because {item.ref} is assigned to you."
    owner = name(f"person:{item.owner}") if item.owner else "its owner"
    return f"You get this because you stand in for {owner}."
