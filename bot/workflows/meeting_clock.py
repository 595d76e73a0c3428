"""What the clock does with meetings: papers, minutes and meetings that must be called."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.attendance import missed_in_a_row
from bot.partnership.meetings import MeetingNews, next_look, reminders
from bot.partnership.notices import Notice
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.store import meetings, outbox, people
from bot.workflows.keeping import local_day


def look(tx: Connection, rules: PlanRules, now: datetime) -> int:
    """Add the reminders that are due at `now`, on working days in office hours; how many were new."""
    if not rules.hours.is_open(now) or not (due := meetings.due_to_look(tx, local_day(now))):
        return 0
    today, everyone, notices = local_day(now), people.everyone(tx), list[Notice]()
    for meeting in due:
        notices += reminders(meeting, today, rules, everyone)
        looked = replace(meeting, looked_on=today)
        meetings.save(tx, replace(looked, remind_on=next_look(looked, rules.meetings)))
    return outbox.add(tx, notices, now)


def news_of(tx: Connection, notice: Notice) -> MeetingNews | None:
    """What a notice about a meeting speaks of, as it stands now; None for another kind, or when it is not there."""
    meeting = meetings.load(tx, notice.subject) if notice.kind == "meeting" else None
    if meeting is None:
        return None
    group = load_plan_rules().group(meeting.group)
    news = MeetingNews(meeting, group.name if group else meeting.group)
    if not (member := notice.data.get("member")):
        return news
    run = missed_in_a_row(meetings.attended(tx, meeting.group), member, meeting.id)
    return replace(news, member=f"person:{member}", absent_on=tuple(row.on for row in run))
