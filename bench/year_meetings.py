"""The meetings of the simulated year: what the business team does around each, and what it must be reminded of."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from bench.year_calendar import FIRST, LAST, LONDON, back, forward
from bot.workflows.sending import Letter

STEPS = ("papers", "chair", "agreed", "circulated")


@dataclass
class Meeting:
    """One meeting and the days on which each step was recorded."""

    id: str
    on: date
    done: dict[str, date] = field(default_factory=dict)
    heard: dict[str, date] = field(default_factory=dict)  # task -> when somebody was reminded last

    def tasks(self) -> list[tuple[str, date, set[date]]]:
        """What is still to be done: its name, its last day, and the days on which to remind."""
        found = []
        if "papers" not in self.done:
            due = back(self.on - timedelta(days=7), 0)
            found.append(("papers", due, {day for day in _days(due, 10, 2) if day <= self.on}))
        if "chair" not in self.done:
            due = forward(self.on, 10)
            return [*found, ("minutes", due, _days(due, 2))]
        if "circulated" not in self.done:
            due = forward(self.done["chair"], 5)
            found.append(("circulate" if "agreed" in self.done else "agree", due, _days(due, 2)))
        return found


class MeetingOracle:
    """Knows which reminders are due and which came."""

    def __init__(self, meetings: list[Meeting]) -> None:
        self.meetings = {one.id: one for one in meetings}
        self.faults: list[str] = []
        self.came: Counter[str] = Counter()

    def saw(self, letter: Letter) -> None:
        """A reminder went out."""
        if letter.notice.subject in self.meetings and "task" in letter.notice.data:
            task = letter.notice.data["task"]
            self.came[task] += 1
            self.meetings[letter.notice.subject].heard[task] = letter.now.astimezone(LONDON).date()

    def check_nothing_left(self, now: datetime) -> None:
        """After a round without a fault of the world: nobody is still to be reminded."""
        today = now.astimezone(LONDON).date()
        for one in self.meetings.values():
            for task, _, days in one.tasks():
                began = max((day for day in one.done.values()), default=FIRST)
                late = [day for day in days if max(one.heard.get(task, date.min), began) < day <= today]
                if late and (task != "papers" or today <= one.on):
                    self.faults.append(f"{today}: nobody was reminded of the {task} of {one.id}")


def steps_of(chance: Random, one: Meeting) -> list[tuple[date, int, str]]:
    """When the team records each step: mostly in time, sometimes late, now and then never."""
    sent = one.on - timedelta(days=chance.randrange(2, 16))
    to_chair = forward(one.on, chance.randrange(3, 14))
    agreed = forward(to_chair, chance.randrange(1, 6))
    days = (sent, to_chair, agreed, forward(agreed, chance.randrange(4)))
    return [
        (day, chance.randrange(9, 17), step)
        for day, step in zip(days, STEPS, strict=True)
        if FIRST <= day <= LAST and (step != "papers" or chance.random() < 0.9)
    ]


def _days(due: date, *before: int) -> set[date]:
    return {*(back(due, count) for count in before), back(due, 0), forward(due, 1)}
