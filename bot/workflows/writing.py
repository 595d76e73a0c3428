"""The message of a notice, the same for every channel. Answers are drawn by the channels themselves."""

from dataclasses import replace

from bot.partnership.escalation import Escalation
from bot.wording import home as homes
from bot.wording import referral, told
from bot.wording.card import card
from bot.wording.message import Message
from bot.workflows.sending import Letter


def message_of(letter: Letter) -> Message | None:
    """What the notice says as things stand now; None when there is nothing left to say it of."""
    notice = letter.notice
    match notice.kind:
        case "referral_outcome":
            return referral.outcome_question(letter.referral, letter.rules) if letter.referral else None
        case "question_for_team":
            return told.question_for_team(letter.asked, letter.now) if letter.asked else None
        case "undelivered":
            return told.undelivered(notice.data["kind"], letter.name(notice.data["to"]), notice.subject)
        case "plain":
            return Message(title=notice.data["title"], lines=tuple(notice.data["text"].split("\n")))
    return _about(letter.item, letter) if letter.item else None


def _about(item: Escalation, letter: Letter) -> Message:
    """A notice about an escalation. Raises ValueError for a kind that nobody writes."""
    notice, now, rules, name = letter.notice, letter.now, letter.rules, letter.name
    deed, who = notice.data.get("deed", ""), notice.data.get("who", "")
    if deed == "note":
        item = replace(item, notes=item.notes[: int(notice.data["notes"])])
    match notice.kind:
        case "card":
            return card(item, now, rules, name)
        case "changed":
            return told.changed(item, deed, who, now, rules, name)
        case "told":
            message = told.told(item, deed, who, now, rules, name, letter.urgent)
            # red flags in the words count for the receipt although "no" was ticked
            return replace(message, urgent=message.urgent or letter.urgent) if deed == "raise" else message
        case "assigned":
            return told.assigned(item, now, rules, name)
        case "limit_near":
            return told.limit_near(item, now, rules, name, notice.to)
        case "limit_passed":
            return told.limit_passed(item, now, rules, name, notice.to)
        case "unacknowledged":
            return told.unacknowledged(item, now, rules, name, notice.to)
    raise ValueError(f"nobody writes a notice of kind {notice.kind!r}")


def home_of(letter: Letter) -> tuple[Message, ...]:
    """What the person sees on opening the app."""
    if (shown := letter.home) is None:
        return ()
    team = shown.actor.is_business_team
    return homes.home(shown.escalations, shown.referrals, letter.now, letter.rules, letter.name, letter.urgent, team)
