"""Meetings and attendance as tables."""

from collections.abc import Sequence

from bot.commands.acting import today
from bot.commands.shown import table
from bot.partnership.attendance import Presence
from bot.partnership.meetings import Duty, Meeting, tasks
from bot.partnership.plan_rules import load_plan_rules
from bot.workflows.attendance import Noted, Shares

_MEETINGS = ("id", "group", "day", "next", "last day")
_SHARES = ("agency", "member", "seats", *(presence.value for presence in Presence), "there")
_DUTIES = {
    Duty.CALL: "choose a day",
    Duty.PAPERS: "circulate the papers",
    Duty.MINUTES: "minutes to the chair",
    Duty.AGREE: "the chair agrees the minutes",
    Duty.CIRCULATE: "circulate the minutes",
}


def show_meeting(meeting: Meeting) -> None:
    """One meeting with everything that is still to be done for it."""
    print(f"{meeting.id}: {_day(meeting)}.")
    for task in tasks(meeting, load_plan_rules().meetings):
        print(f"  {_DUTIES[task.duty]}: by {task.due}")


def show_meetings(found: Sequence[Meeting], *, everything: bool) -> None:
    """The meetings with what is to be done next; without `everything` only those that need something."""
    rows = [_row(meeting) for meeting in found]
    shown = [row for row in rows if everything or row[3]]
    print(table(_MEETINGS, shown) if shown else "No meeting needs anything. With --all you see every meeting.")


def show_noted(noted: Noted) -> None:
    """The attendance of one meeting, and whom it leaves out."""
    if noted.rows:
        rows = [(row.member, row.agency, row.presence.value, row.deputy or "") for row in noted.rows]
        print(table(("member", "agency", "there", "deputy"), rows))
    if noted.left_out:
        print(f"Nothing is noted for: {', '.join(f'{one.id} ({one.name})' for one in noted.left_out)}.")


def show_shares(shares: Shares) -> None:
    """Attendance by agency, then by member."""
    print(f"Attendance from {shares.first} to {shares.last}.")
    rows = [
        (
            share.agency,
            share.member,
            str(share.meetings),
            *(str(count) for _, count in share.counts),
            f"{share.percent}%",
        )
        for share in (*shares.agencies, *shares.members)
    ]
    print(table(_SHARES, rows) if rows else "Nobody's attendance is noted in these days.")
    rules = load_plan_rules()
    print(rules.ours(rules.meetings.readings.apologies))


def _row(meeting: Meeting) -> tuple[str, ...]:
    open_tasks = tasks(meeting, load_plan_rules().meetings)
    still = [task for task in open_tasks if not task.is_over(today())]
    following = min(still, key=lambda task: task.due, default=None)
    late = " (late)" if following and today() > following.due else ""
    what, by = (_DUTIES[following.duty], f"{following.due}{late}") if following else ("", "")
    return meeting.id, meeting.group, _day(meeting), what, by


def _day(meeting: Meeting) -> str:
    kind = ", extraordinary" if meeting.extraordinary else ""
    if meeting.cancelled_on:
        return f"cancelled on {meeting.cancelled_on}{kind}"
    return f"{meeting.on or f'no day yet, to be held by {meeting.hold_by}'}{kind}"
