"""What is said about a meeting: papers, minutes, a meeting that must be called, and absences in a row."""

from datetime import date, datetime

from bot.partnership.meetings import Duty, MeetingNews, Task, tasks
from bot.partnership.notices import TEAM
from bot.partnership.plan_rules import PlanRules
from bot.wording.message import Fact, Message
from bot.wording.standing import Name
from bot.wording.times import day_words
from knowledge.hours import LONDON

ABSENCE = "absence"
_TITLES = {
    Duty.CALL: "an extraordinary meeting must be held",
    Duty.PAPERS: "the papers go out",
    Duty.MINUTES: "the minutes go to the chair",
    Duty.AGREE: "the chair agrees the minutes",
    Duty.CIRCULATE: "the agreed minutes are circulated",
}
_DO = {
    Duty.CALL: "Choose a day and record it: signpost meeting move {id} --on DATE",
    Duty.PAPERS: "Circulate them, then record it: signpost meeting papers {id}",
    Duty.MINUTES: "Send them to the chair, then record it: signpost meeting minutes {id} chair",
    Duty.AGREE: "Tell the business team that you agree the minutes, or what must change.",
    Duty.CIRCULATE: "The chair agreed them. Circulate them, then record it: signpost meeting minutes {id} circulated",
}
_CHAIR = "The chair has not agreed them, or cannot be reached. Ring the chair, or find out who agrees them instead."


def meeting_message(
    news: MeetingNews, task: str, due: str, now: datetime, rules: PlanRules, name: Name, to: str = TEAM
) -> Message | None:
    """The notice as things stand now; None when the task was done, moved, or the meeting cancelled meanwhile."""
    if news.meeting.cancelled_on is not None:
        return None
    if task == ABSENCE:
        return absences(news, now, rules, name) if len(news.absent_on) >= rules.meetings.absences_in_a_row else None
    today, open_tasks = now.astimezone(LONDON).date(), tasks(news.meeting, rules.meetings)
    found = (one for one in open_tasks if one.duty == task and one.due.isoformat() == due and not one.is_over(today))
    return next((reminder(news, one, now, rules, name, to) for one in found), None)


def reminder(news: MeetingNews, task: Task, now: datetime, rules: PlanRules, name: Name, to: str = TEAM) -> Message:
    """To whoever must act."""
    meeting, today = news.meeting, now.astimezone(LONDON).date()
    do = _CHAIR if task.duty is Duty.AGREE and to == TEAM else _DO[task.duty].format(id=meeting.id)
    return Message(
        title=f"{news.group}: {_TITLES[task.duty]} {_when(task.due, today, now)}",
        lines=(do,),
        facts=(
            Fact("Meeting", meeting.id),
            *((Fact("Day of the meeting", day_words(meeting.on, now)),) if meeting.on else ()),
            Fact("Last day", day_words(task.due, now)),
            *_request(news, now, name),
        ),
        small=(*_rule(task.duty, rules), _why(task.duty, to)),
    )


def absences(news: MeetingNews, now: datetime, rules: PlanRules, name: Name) -> Message:
    """To the business team, which puts it before the group that decides."""
    rule, days = rules.meetings, news.absent_on
    group = rules.group(rule.absences_go_to)
    return Message(
        title=f"{name(news.member)} missed {len(days)} meetings in a row of {news.group}",
        lines=(
            "Neither the member nor the designated deputy was there.",
            f"Put this before the {group.name if group else rule.absences_go_to}, which decides what to do.",
        ),
        facts=(Fact("Meetings missed", "; ".join(day_words(day, now) for day in days)),),
        small=(
            f"Rule: {rule.source.words}. {rules.ours(rule.readings.apologies)}",
            "You get this because the business team reports attendance.",
        ),
    )


def _when(due: date, today: date, now: datetime) -> str:
    if today > due:
        return f"(late: the last day was {day_words(due, now)})"
    return "today at the latest" if today == due else f"by {day_words(due, now)}"


def _request(news: MeetingNews, now: datetime, name: Name) -> tuple[Fact, ...]:
    meeting = news.meeting
    if meeting.on is not None or meeting.requested_by is None or meeting.request_received_on is None:
        return ()
    supporters = ", ".join(name(f"person:{one}") for one in meeting.supporters)
    received = day_words(meeting.request_received_on, now)
    return (
        Fact("Asked for by", f"{name(f'person:{meeting.requested_by}')}, received {received}"),
        Fact("Supported by", supporters),
        Fact("Reason (their words)", meeting.reason),
    )


def _rule(duty: Duty, rules: PlanRules) -> tuple[str, ...]:
    rule = rules.meetings
    limits = {
        Duty.CALL: f"held within {rule.extraordinary_within_working_days} working days of receiving the request.",
        Duty.PAPERS: f"papers out {rule.papers_before_days} days before. {rules.ours(rule.readings.week)}",
        Duty.MINUTES: f"minutes to the chair within {rule.minutes_to_chair_working_days} working days.",
    }
    further = f"agreed minutes circulated within {rule.circulated_further_working_days} further working days"
    words = limits.get(duty, f"{further}. {rules.ours(rule.readings.further)}")
    return (f"Rule: {words} Source: {rule.source.words}.",)


def _why(duty: Duty, to: str) -> str:
    if duty is Duty.AGREE and to != TEAM:
        return "You get this because you chair this group, or stand in for its chair."
    return "You get this because the business team looks after the meetings."
