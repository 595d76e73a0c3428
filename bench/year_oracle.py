"""What should be sent, worked out in the slowest and simplest way, from what people did and from nothing else."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bench.year_calendar import LONDON, digest_monday, forward, occasions, works
from bench.year_world import Doing, World
from bot.partnership.people import Person, Role
from bot.workflows.sending import Letter


@dataclass
class State:
    """An action as the oracle knows it."""

    lead: str | None
    group: str
    due: date | None
    days: list[date]  # on which somebody is to be reminded
    open: bool = True
    snoozed: date | None = None
    asked: date | None = None
    told: date = date.min  # somebody was told of it on that day
    unsure: bool = False  # the program does not know whether it was told

    def is_owed(self, today: date) -> bool:
        """Whether somebody is to be reminded and was not."""
        awake = self.snoozed is None or self.snoozed <= today
        return self.open and awake and any(self.told < day <= today for day in self.days)


class Oracle:
    """Follows what people do, checks each message when it goes out, and says what did not go out."""

    def __init__(self, world: World) -> None:
        ids = {one.name: one.id for one in world.people}
        self.people = {one.id: one for one in world.people}
        self.actions = {
            one.id: State(ids.get(one.lead_words), one.group, one.due, occasions(one.due) if one.due else [])
            for one in world.actions
        }
        self.faults: list[str] = []
        self.per_day: Counter[tuple[str, date]] = Counter()  # reminders and digests for one reader and local date
        self.refused: set[tuple[str, date]] = set()  # the channel said no
        self.team_told: set[date] = set()  # the Mondays of whose week the team heard of what nobody leads
        self.kinds: Counter[str] = Counter()

    def did(self, doing: Doing) -> None:
        """Somebody did this and it was accepted."""
        one = self.actions[doing.action]
        match doing.what:
            case "done":
                one.open = False
            case "ask_new_date":
                one.asked = doing.day
            case "approve_new_date":
                one.due, one.asked = one.asked, None
                one.days = occasions(one.due) if one.due else []
            case "refuse_new_date":
                one.asked = None
            case "snooze":
                one.snoozed = doing.day
            case "not_mine":
                one.lead = None
            case "assign_lead":
                one.lead, one.told, one.snoozed = doing.who, date.min, None

    def there(self, lead: str | None, today: date) -> str | None:
        """Who is told in the lead's place."""
        seen: set[str] = set()
        while lead is not None and lead not in seen:
            person = self.people[lead]
            if person.active and not any(spell.first <= today <= spell.last for spell in person.away):
                return lead
            seen.add(lead)
            lead = person.deputy
        return None

    def owed(self, today: date, to: str | None) -> set[str]:
        """The actions of which this person, or nobody, is to be reminded today."""
        due = [(id, one) for id, one in self.actions.items() if one.is_owed(today)]
        return {id for id, one in due if self.there(one.lead, today) == to}

    def shown(self, today: date, reader: str, role: str) -> set[str]:
        """The actions that a digest must show as overdue or soon due."""
        until = max(digest_monday(today) + timedelta(days=14), forward(today, 10))
        chaired = {group for one in self.people.values() for group in self._chaired(one, reader, today)}
        found = set()
        for id, one in self.actions.items():
            if not one.open or one.due is None or one.due > until:
                continue
            own = self.there(one.lead, today) == reader
            awake = one.snoozed is None or one.snoozed <= today
            if role == "business team" or (awake if own else role == "chair" and one.group in chaired):
                found.add(id)
        return found

    def _chaired(self, one: Person, reader: str, today: date) -> tuple[str, ...]:
        return one.groups if one.role is Role.CHAIR and self.there(one.id, today) == reader else ()

    def told(self, ids: set[str], today: date) -> None:
        """Somebody has been told of these."""
        for id in ids:
            self.actions[id].told, self.actions[id].unsure = today, False

    def lost_track(self, letter: Letter) -> None:
        """The message went out, but the program ended before it noted that: it may say the same another day."""
        for action in letter.actions:
            self.actions[action.id].unsure = True

    def check_nothing_left(self, now: datetime, burnt: set[str]) -> None:
        """After a round without a fault of the world: everything that is due has gone out, to each who may be told."""
        today = now.astimezone(LONDON).date()
        for id, one in self.actions.items():
            if not one.is_owed(today):
                continue
            to = self.there(one.lead, today)
            if to is None:
                heard = digest_monday(today) in self.team_told
            else:
                heard = bool(self.per_day[f"person:{to}", today]) or (to, today) in self.refused or to in burnt
            if not heard:
                self.faults.append(f"{today}: {id} was due and nobody was told ({to or 'nobody leads it'})")

    def is_day_and_hour(self, now: datetime) -> bool:
        """Whether something may be said now."""
        local = now.astimezone(LONDON)
        return works(local.date()) and 9 <= local.hour < 17
