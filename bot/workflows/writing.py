"""The message of a notice, the same for every channel. Answers and the app's home are drawn by the channels."""

from bot.partnership.people import Actor
from bot.wording import referral, team
from bot.wording.home import home
from bot.wording.message import Message
from bot.wording.notices import message_for
from bot.workflows.sending import Letter


def message_of(letter: Letter) -> Message | None:
    """What the notice says as things stand now; None when there is nothing left to say it of."""
    notice = letter.notice
    match notice.kind:
        case "referral_outcome":
            return referral.outcome_question(letter.referral, letter.rules) if letter.referral else None
        case "question_for_team":
            return team.question_for_team(letter.asked, letter.now) if letter.asked else None
        case "undelivered":
            return team.undelivered(notice.data["kind"], notice.data["to"], notice.subject, letter.name)
        case "plain":
            return Message(title=notice.data["title"], lines=tuple(notice.data["text"].split("\n")))
    if letter.item is None:
        return None
    return message_for(notice, letter.item, letter.now, letter.rules, letter.name, letter.urgent)


def home_of(letter: Letter) -> tuple[Message, ...]:
    """What the person sees on opening the app."""
    if letter.home is None:
        return ()
    actor: Actor = letter.home.actor
    return home(
        letter.home.escalations,
        letter.home.referrals,
        letter.now,
        letter.rules,
        letter.name,
        letter.urgent,
        actor.is_business_team,
    )
