"""What the business team and the owner hear: changes, who must act when nobody does, and what could not be sent."""

from datetime import datetime

from bot.partnership.asked import Asked
from bot.partnership.escalation import Escalation, State
from bot.partnership.notices import TEAM_MAIL
from bot.partnership.rules import Rules
from bot.wording.buttons import owner_buttons, redact_buttons, team_buttons
from bot.wording.card import danger_for_team, note_fact
from bot.wording.message import Button, Fact, Message
from bot.wording.question_forms import VERDICTS, shown_question
from bot.wording.standing import Name, area_words, kind_words, limit_facts, stage_facts, starts, state_words
from bot.wording.times import day_words, moment_words
from knowledge.hours import LONDON

_THREAD = "You get this because the business team's channel hears of every change that needs an eye."
_DEEDS = {
    "note": "added a note",
    "withdraw": "withdrew it",
    "reopen": "opened it again",
    "move_stage": "moved it to another stage",
    "ask_redaction": "asks to redact words; a second person must agree",
}
_NOTICES = {
    "told": "news for the person who raised it",
    "assigned": "the message that it was assigned",
    "limit_near": "the warning before a limit",
    "limit_passed": "the message that a limit has passed",
    "unacknowledged": "the message that nobody has acknowledged it",
    "answer": "an answer to a question",
    "referral_outcome": "the question for a referral's outcome",
    "matrix": "a message about the action matrix",
    "meeting": "a message about a meeting",
}


def changed(item: Escalation, deed: str, who: str, now: datetime, rules: Rules, name: Name) -> Message:
    """A change, said below the card because the card itself changes silently."""
    return Message(
        title=f"{item.ref}: {name(who)} {_DEEDS.get(deed, 'changed it')}",
        urgent=danger_for_team(item),
        facts=_change(item, deed, who, now, rules, name),
        buttons=redact_buttons(item) if deed == "ask_redaction" else (),
        small=(_THREAD,),
    )


def _change(item: Escalation, deed: str, who: str, now: datetime, rules: Rules, name: Name) -> tuple[Fact, ...]:
    reason = (Fact(f"Reason (words of {name(who)})", item.reason),) if item.reason else ()
    match deed:
        case "note":
            latest = next((note for note in reversed(item.notes) if note.who == who), None)
            return (note_fact(latest, now, name),) if latest else ()
        case "move_stage" | "reopen":
            return (*stage_facts(item, rules), *limit_facts(item, now, rules), *reason)
        case "ask_redaction":
            return tuple(Fact("Asked for", f"line {line}, by {name(asker)}") for line, asker in item.redactions_asked)
        case "withdraw":
            return reason
        case _:
            return ()


def assigned(item: Escalation, now: datetime, rules: Rules, name: Name) -> Message:
    """To the person who is responsible from now on."""
    return Message(
        title=f"{item.ref} was assigned to you",
        urgent=danger_for_team(item),
        lines=("You are responsible for it from now on. The person who raised it was told.",),
        facts=_brief(item, now, rules, name),
        buttons=owner_buttons(item),
        small=(f"You get this because the business team assigned {item.ref} to you.",),
    )


def unacknowledged(item: Escalation, now: datetime, rules: Rules, name: Name, to: str = "") -> Message:
    """To the next person of the business team, or to its mailbox (`to`), when nobody has taken notice."""
    waiting = item.state is State.OPEN
    since = f" since {moment_words(item.waiting_since, now)}" if item.waiting_since else ""
    line = f"It has waited{since}." if waiting else "It was dealt with before this message could be sent."
    act = "Acknowledge it in the business team's channel, or ask a colleague to." if to == TEAM_MAIL else ""
    return Message(
        title=f"{item.ref}: nobody has acknowledged it" if waiting else f"{item.ref}: acknowledged or closed meanwhile",
        urgent=danger_for_team(item),
        lines=tuple(part for part in (line, act if waiting else "") if part),
        facts=_brief(item, now, rules, name),
        buttons=_not_more(team_buttons(item)) if waiting else (),
        small=("You get this because you belong to the business team, or stand in for somebody who does.",),
    )


def undelivered(kind: str, to: str, subject: str = "") -> Message:
    """To the business team: somebody could not be reached. `to` is that person's name."""
    what = _NOTICES.get(kind, "a message")
    return Message(
        title=f"{subject}: a message could not be delivered" if subject else "A message could not be delivered",
        lines=(f"{starts(to)} did not get {what}. Ring them, or check their entry in the people file.",),
        small=("You get this because the business team looks after messages that fail.",),
    )


def question_for_team(asked: Asked, now: datetime) -> Message:
    """A question in masked words that found no answer. It does not say who asked."""
    reason = VERDICTS.get(asked.verdict or "")
    return Message(
        title="A question that found no answer",
        lines=("Somebody asked Signpost this and chose to pass it on. Their name is not passed on.",),
        facts=(
            Fact("Question (their words, names taken out)", shown_question(asked.masked)),
            *((Fact("What was wrong with the answer", reason),) if reason else ()),
            Fact("Asked on", day_words(asked.at.astimezone(LONDON).date(), now)),
        ),
        small=("You get this because the business team keeps what Signpost says right.",),
    )


def _brief(item: Escalation, now: datetime, rules: Rules, name: Name) -> tuple[Fact, ...]:
    raised = item.raised
    agencies = f"{raised.agency}, and {raised.other_agency}" if raised.other_agency else raised.agency
    return (
        Fact("Kind", kind_words(raised.kind)),
        Fact("State", state_words(item)),
        Fact("Area", area_words(raised.area)),
        Fact("Agencies", agencies),
        *stage_facts(item, rules),
        *limit_facts(item, now, rules),
        Fact("Raised by", f"{name(item.raised_by)}, {moment_words(item.raised_at, now)}"),
    )


def _not_more(buttons: tuple[Button, ...]) -> tuple[Button, ...]:
    return tuple(one for one in buttons if not one.more)
