"""The message of a notice, the same for every channel. Answers are drawn by the channels themselves."""

from dataclasses import replace

from bot.partnership.escalation import Escalation
from bot.partnership.matrix import MatrixNews
from bot.partnership.meetings import MeetingNews
from bot.partnership.plan_asked import PlanList
from bot.partnership.plan_rules import load_plan_rules
from bot.wording import home as homes
from bot.wording import referral, told
from bot.wording.advice import advice_message
from bot.wording.card import card
from bot.wording.matrix_told import matrix_message
from bot.wording.meeting_told import meeting_message
from bot.wording.message import Message
from bot.wording.plan_home import plan_home
from bot.wording.plan_list import plan_list
from bot.workflows.plan_writing import KINDS, plan_message
from bot.workflows.sending import Letter


def message_of(letter: Letter) -> Message | None:
    """What the notice says as things stand now; None when there is nothing left to say it of."""
    notice = letter.notice
    if notice.kind in KINDS:
        return plan_message(letter)
    match notice.kind:
        case "referral_outcome":
            return referral.outcome_question(letter.referral, letter.rules) if letter.referral else None
        case "question_for_team":
            return told.question_for_team(letter.asked, letter.now) if letter.asked else None
        case "undelivered":
            return told.undelivered(notice.data["kind"], letter.name(notice.data["to"]), notice.subject)
        case "matrix":
            return _of_matrix(letter.matrix, letter) if letter.matrix else None
        case "meeting":
            return _of_meeting(letter.meeting, letter) if letter.meeting else None
        case "plan_list":
            return _of_plan(letter.plan_list, letter) if letter.plan_list else None
        case "help" | "guide":
            return letter.help
        case "advice" | "plain":
            return _of_words(letter)
    return _about(letter.item, letter) if letter.item else None


def _of_words(letter: Letter) -> Message:
    """A notice whose words were kept with it."""
    data = letter.notice.data
    if letter.notice.kind == "advice":
        return advice_message(data, letter.now, letter.name)
    return Message(title=data["title"], lines=tuple(data["text"].split("\n")))


def _of_plan(found: PlanList, letter: Letter) -> Message:
    return replace(plan_list(found, letter.now, letter.name), urgent=letter.urgent)


def _of_matrix(news: MatrixNews, letter: Letter) -> Message | None:
    notice = letter.notice
    return matrix_message(news, notice.data["deed"], letter.now, load_plan_rules(), letter.name, notice.to)


def _of_meeting(news: MeetingNews, letter: Letter) -> Message | None:
    task, due, notice = letter.notice.data["task"], letter.notice.data.get("due", ""), letter.notice
    return meeting_message(news, task, due, letter.now, load_plan_rules(), letter.name, notice.to)


def _about(item: Escalation, letter: Letter) -> Message:
    """A notice about an escalation. Raises ValueError for a kind that nobody writes."""
    notice, now, rules, name = letter.notice, letter.now, letter.rules, letter.name
    deed, who = notice.data.get("deed", ""), notice.data.get("who", "")
    if deed == "note" and "notes" in notice.data:
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


def home_of(letter: Letter, channel: str = "slack") -> tuple[Message, ...]:
    """What the person sees on opening the app in that chat."""
    if (shown := letter.home) is None:
        return ()
    team = shown.actor.is_business_team
    own = (shown.escalations, shown.referrals)
    said = homes.home(*own, letter.now, letter.rules, letter.name, letter.urgent, team, channel)
    return (*said, *plan_home(shown.actions, shown.counts, letter.now))
