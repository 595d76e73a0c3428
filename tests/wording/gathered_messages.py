"""Every message about matrix and meetings, with typed words that can be told by how they begin."""

from dataclasses import replace
from datetime import date, datetime

from bot.partnership.letters_due import draft
from bot.partnership.matrix import MatrixItem, MatrixNews
from bot.partnership.matrix_deeds import acknowledge, respond
from bot.partnership.meeting_deeds import minutes_agreed, minutes_to_chair, move, request
from bot.partnership.meetings import Meeting, MeetingNews, tasks
from bot.partnership.notices import TEAM
from bot.wording.matrix_told import matrix_message
from bot.wording.meeting_told import ABSENCE, meeting_message
from bot.wording.message import Message
from tests.partnership.gathered import EVERYONE, LATER, LENA, MET, NADIA, PLAN, PRIYA, STELLA, item, meeting
from tests.partnership.samples import clock

SENT = date(2026, 12, 7)
MOMENTS = tuple(clock(2026, month, day, 9) for month, day in ((11, 30), (12, 7), (12, 21)))
GROUPS = {one.id: one.name for one in PLAN.groups}


def name(key: str) -> str:
    return {f"person:{one.id}": f"{one.name} ({one.agency})" for one in EVERYONE}.get(key, "somebody")


def typed(number: int = 1, agency: str = "Police") -> MatrixItem:
    return replace(item(number=number, agency=agency), words="typed-action")


def matrix_news(*items: MatrixItem) -> MatrixNews:
    """The news of these items, with the letter that two failures lead to."""
    return MatrixNews(items, GROUPS, draft([typed(1), typed(2)], LATER, PLAN, EVERYONE))


def matrix_told(news: MatrixNews, deed: str, now: datetime, to: str = f"person:{PRIYA.id}") -> Message:
    found = matrix_message(news, deed, now, PLAN, name, to)
    assert found is not None
    return found


def meetings_told(now: datetime) -> dict[str, Message]:
    """The message of every task that is open for any of these meetings."""
    sent = minutes_to_chair(meeting(), SENT, LATER, PLAN.meetings)
    asked = request("x", "meb", NADIA, [LENA, STELLA], MET, "typed-reason", LATER, PLAN, in_writing=True)
    known = [meeting(date(2027, 1, 13)), sent, minutes_agreed(sent, SENT, LATER, PLAN.meetings), asked]
    return {
        f"{one.id}, {task.duty}, {to}": found
        for one in (*known, move(asked, date(2026, 12, 14), MET, PLAN.meetings))
        for task in tasks(one, PLAN.meetings)
        for to in (TEAM, "person:carys")
        if (found := meeting_message(meeting_news(one), task.duty, str(task.due), now, PLAN, name, to))
    }


def meeting_news(one: Meeting) -> MeetingNews:
    return MeetingNews(one, GROUPS[one.group], "person:nadia", (MET, SENT))


def every_gathered_message() -> dict[str, Message]:
    """Each kind, before and after the last day, to a person and to the business team."""
    seen = acknowledge(typed(), MET)
    answer = respond(typed(), "typed-answer", SENT, "person:priya", LATER)
    found: dict[str, Message] = {}
    for now in MOMENTS:
        for to in ("person:priya", TEAM):
            found[f"one, {now}, {to}"] = matrix_told(matrix_news(seen), "remind", now, to)
            several = matrix_news(typed(1), typed(2), typed(3, "Health"))
            found[f"several, {now}, {to}"] = matrix_told(several, "remind", now, to)
            found[f"inform, {now}, {to}"] = matrix_told(matrix_news(seen), "inform", now, to)
        found[f"letter, {now}"] = matrix_told(matrix_news(seen), "letter", now)
        found[f"answered, {now}"] = matrix_told(matrix_news(answer), "answered", now)
        found |= {f"{where}, {now}": one for where, one in meetings_told(now).items()}
        absent = meeting_message(meeting_news(meeting()), ABSENCE, "", now, PLAN, name)
        assert absent is not None
        found[f"absence, {now}"] = absent
    return found
