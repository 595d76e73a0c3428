"""What a notice needs to be written, and the ways to whom it is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.escalation import Escalation
from bot.partnership.notices import TEAM, TEAM_MAIL, Notice
from bot.partnership.people import Person, Role
from bot.store import cards, escalations, people, questions, referrals
from bot.wording.guide_forms import invitation
from bot.wording.help import help_message
from bot.wording.message import Message
from bot.wording.urgent import urgent_lines
from bot.workflows import matrix_clock, meeting_clock
from bot.workflows.danger import tells_of_danger
from bot.workflows.desk import Desk
from bot.workflows.home import home
from bot.workflows.people import name_of_nobody, names
from bot.workflows.plan_letters import actions_of, digest_of
from bot.workflows.plan_questions import KIND as PLAN_LIST
from bot.workflows.plan_questions import list_of
from bot.workflows.sending import Letter, Receipt
from knowledge.model import Area


@dataclass(frozen=True)
class Way:
    """One way to somebody: the channel and the address there."""

    channel: str
    address: str


def ways_to(tx: Connection, notice: Notice, team: Mapping[str, str]) -> list[Way]:
    """The ways to whom a notice is for, best first: e-mail when chat fails, the team's channel when its mail does."""
    chat = [Way(channel, address) for channel, address in team.items() if channel != "email"]
    if notice.to == TEAM:
        return [*chat, *([Way("email", team["email"])] if "email" in team else _team_mail(tx, team))]
    if notice.to == TEAM_MAIL:
        return [*_team_mail(tx, team), *chat]
    channel, _, address = notice.to.partition(":")
    person = people.by_address(tx, notice.to)
    if person is None:
        return [Way(channel, address)] if channel != "person" else []
    first = [] if channel == "person" else [Way(channel, address)]
    return list(dict.fromkeys([*first, *_ways_of(person)]))


def _team_mail(tx: Connection, team: Mapping[str, str]) -> list[Way]:
    """One message to the team's mailbox and every member's, so that somebody reads it."""
    members = [one for one in people.everyone(tx) if one.active and one.role is Role.BUSINESS_TEAM]
    mails = [team.get("email"), *(one.email for one in members)]
    found = list(dict.fromkeys(mail for mail in mails if mail))
    return [Way("email", ", ".join(found))] if found else []


def _ways_of(person: Person) -> list[Way]:
    known = {"slack": person.slack_id, "teams": person.teams_id, "email": person.email}
    order = sorted(known, key=lambda channel: channel != person.prefers)
    return [Way(channel, address) for channel in order if (address := known[channel])]


def letter_for(tx: Connection, notice: Notice, way: Way, desk: Desk, now: datetime) -> Letter:
    """The notice with what it speaks of, as it stands now."""
    number = notice.subject
    card = cards.place(tx, number, way.channel) if notice.to == TEAM else None
    item = escalations.load(tx, number) if number.startswith("E-") else None
    digest = digest_of(tx, notice, now)
    return Letter(
        notice=notice,
        address=way.address,
        now=now,
        rules=desk.rules,
        name=names(tx) if _names_others(notice) else name_of_nobody,
        urgent=_urgent(notice, item, desk, now),
        item=item,
        asked=questions.load(tx, number) if notice.kind in {"answer", "question_for_team"} else None,
        referral=referrals.load(tx, number) if notice.kind == "referral_outcome" else None,
        home=home(tx, desk.rules, now, notice.to) if notice.kind == "home" else None,
        help=_help(notice, way, desk, now),
        previous=Receipt(*card) if card else None,
        actions=actions_of(tx, notice, digest, now),
        digest=digest,
        plan_list=list_of(tx, desk.rules, notice, now),
        matrix=matrix_clock.news_of(tx, notice, now),
        meeting=meeting_clock.news_of(tx, notice),
    )


def _help(notice: Notice, way: Way, desk: Desk, now: datetime) -> Message | None:
    """What Signpost does, or the way into its guided route."""
    if notice.kind == "guide":
        return invitation(urgent_lines(desk.knowledge, desk.home_area, now))
    return help_message(desk.knowledge, way.channel) if notice.kind == "help" else None


def _names_others(notice: Notice) -> bool:
    """Whether the message names people: who is told of own actions alone reads no names, and most notices are those."""
    return notice.kind != "reminder" and notice.data.get("role") != "lead"


def _urgent(notice: Notice, item: Escalation | None, desk: Desk, now: datetime) -> tuple[str, ...]:
    """999 and who is there now, of an escalation only where it tells of danger; over a list of actions 999 alone."""
    if notice.kind == PLAN_LIST:
        return (desk.knowledge.settings.danger_line.say,)
    if notice.kind != "home" and not (item and tells_of_danger(desk.knowledge, item.raised)):
        return ()
    return urgent_lines(desk.knowledge, Area(item.raised.area) if item else desk.home_area, now)
