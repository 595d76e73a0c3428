"""What should be sent, worked out in the slowest and simplest way, from what people did and from nothing else."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta

from bench.year_calendar import LONDON, digest_monday, forward, occasions, works
from bench.year_state import State
from bench.year_world import Doing, World
from bot.partnership.people import Role
from bot.workflows.sending import Letter


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
        self.team_weeks: set[date] = set()  # the Mondays of whose week the team heard of what nobody leads
        self.kinds, self._late = Counter[str](), set[str]()
        self._unreachable = [one.id for one in world.people if one.slack_id is None and one.email is None]
        self._day = self._late_on = date.min  # on which these leads are told by whom, and these actions may be owed
        self._behind: dict[str | None, list[str | None]] = {}
        self._open: dict[str | None, set[str]] = defaultdict(set)  # the open actions of each lead
        for id, one in self.actions.items():
            self._open[one.lead].add(id)

    def left(self, id: str) -> None:
        """Somebody works there no more."""
        self.people[id] = replace(self.people[id], active=False)
        self._day = date.min

    def did(self, doing: Doing) -> None:
        """Somebody did this and it was accepted."""
        one = self.actions[doing.action]
        self._late.add(doing.action)
        self._open[one.lead].discard(doing.action)
        match doing.what:
            case "done":
                one.open = False
            case "ask_new_date":
                one.asked = doing.day
            case "approve_new_date":
                one.move(one.asked, occasions(one.asked) if one.asked else [])
                one.asked = None
            case "refuse_new_date":
                one.asked = None
            case "snooze":
                one.snoozed = doing.day
            case "not_mine":
                one.lead = None
            case "assign_lead":  # what others were told of it, the new lead was not
                one.lead, one.team_told, one.snoozed = doing.who, date.min, None
                one.tell(date.min)
        if one.open:
            self._open[one.lead].add(doing.action)

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
        return {id for id in self._led_by(today, to) if self.actions[id].is_owed(today)}

    def shown(self, today: date, reader: str, role: str) -> set[str]:
        """The actions that a digest must show as overdue or soon due."""
        until = max(digest_monday(today) + timedelta(days=14), forward(today, 10))
        own = self._led_by(today, reader)
        chairs = [one for one in self.people.values() if one.role is Role.CHAIR]
        chaired = {group for one in chairs if self.there(one.id, today) == reader for group in one.groups}
        found = set()
        for id in own if role == "lead" else self.actions:
            one = self.actions[id]
            awake = id not in own or one.snoozed is None or one.snoozed <= today
            mine = id in own or role == "business team" or one.group in chaired
            if one.open and one.due is not None and one.due <= until and awake and mine:
                found.add(id)
        return found

    def the_clock_looked(self, now: datetime) -> None:
        """Nobody hears again what the team was told of this week already."""
        if self.is_day_and_hour(now):
            today = now.astimezone(LONDON).date()
            week = digest_monday(today)
            self.told({id for id in self.owed(today, None) if self.actions[id].team_told >= week}, today)

    def a_round_passed(self, now: datetime) -> None:
        """Nobody hears what is owed to somebody to whom no way leads."""
        today = now.astimezone(LONDON).date()
        for id in self._unreachable:
            self.told(self.owed(today, id), today)

    def _led_by(self, today: date, to: str | None) -> set[str]:
        """The open actions that are this person's on that day."""
        return {id for lead in self._stood_for(today).get(to, ()) for id in self._open[lead]}

    def _stood_for(self, today: date) -> dict[str | None, list[str | None]]:
        """The leads by who is told in their place on that day, kept until the people change."""
        if self._day != today:
            self._day, self._behind = today, defaultdict(list)
            for lead in (None, *self.people):
                self._behind[self.there(lead, today)].append(lead)
        return self._behind

    def told(self, ids: set[str], today: date) -> None:
        """Somebody has been told of these."""
        for id in ids:
            self.actions[id].tell(today)
            self.actions[id].unsure = False

    def lost_track(self, letter: Letter) -> None:
        """The message went out, but the program ended before it noted that: it may say the same another day."""
        for action in letter.actions:
            self.actions[action.id].unsure = True

    def check_nothing_left(self, now: datetime, burnt: set[str]) -> None:
        """After a round without a fault of the world: everything that is due has gone out, to each who may be told."""
        today = now.astimezone(LONDON).date()
        if self._late_on != today:  # within a day only a deed can make more of them late
            self._late_on, self._late = today, {id for id, one in self.actions.items() if one.is_late(today)}
        self._late = {id for id in self._late if self.actions[id].is_late(today)}  # the others have been told since
        for id in (id for id in self._late if self.actions[id].is_owed(today)):
            if not self._has_heard(self.there(self.actions[id].lead, today), today, burnt):
                self.faults.append(f"{today}: {id} was due and nobody was told")

    def _has_heard(self, to: str | None, today: date, burnt: set[str]) -> bool:
        """Whether the reader was told something today, or could not be."""
        if to is None:
            return digest_monday(today) in self.team_weeks or ("team", today) in self.refused or "team" in burnt
        name = f"person:{to}"
        return self.per_day[name, today] > 0 or (to, today) in self.refused or name in burnt

    def is_day_and_hour(self, now: datetime) -> bool:
        """Whether something may be said now."""
        return works((local := now.astimezone(LONDON)).date()) and 9 <= local.hour < 17
