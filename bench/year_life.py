"""What people do in the simulated year, through the same workflows as everybody; the oracle hears what was accepted."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from random import Random

from bench.year_calendar import FIRST, local
from bench.year_meetings import Meeting, MeetingOracle, steps_of
from bench.year_oracle import Oracle
from bench.year_program import Program
from bench.year_world import Doing, World
from bot.partnership.people import Person
from bot.partnership.refusal import Refused
from bot.partnership.rules import load_rules
from bot.store import people
from bot.store.database import Store
from bot.workflows import meetings, plan_deeds
from bot.workflows.plan_import import Imported, import_plan

TEAM = "person:team-0"
type Hour = tuple[date, int]


class Life:
    """The people at work."""

    def __init__(self, world: World, oracle: Oracle) -> None:
        self._world = world
        self._oracle = oracle
        self.meetings = MeetingOracle([])
        self._steps: dict[Hour, list[tuple[Meeting, str]]] = defaultdict(list)
        self.done: Counter[str] = Counter()

    def begin(self, store: Store, chance: Random) -> Imported:
        """The people file, the plan and the meetings, on the evening before the year."""
        before = local(FIRST, 7)
        with store.begin() as tx:
            people.replace_all(tx, self._world.people)
            taken = import_plan(tx, self._world, before)
            for group, on in self._world.meetings:
                one = Meeting(meetings.plan(tx, load_rules(), before, TEAM, group, on).id, on)
                self.meetings.meetings[one.id] = one
                for day, hour, step in steps_of(chance, one):
                    self._steps[day, hour].append((one, step))
        return taken

    async def hour(self, program: Program, day: date, hour: int) -> None:
        """What people do in this hour."""
        program.now = local(day, hour)
        if hour == 7 and (gone := self._world.leavers.get(day)):
            await program.store.run(people.replace_all, self._without(gone))
            self._oracle.left(gone)
        for doing in self._world.doings.pop((day, hour), []):
            await self._do(program, doing)
        for one, step in self._steps.pop((day, hour), []):
            await self._step(program, one, step, day)

    def later(self, hour: Hour, next_hour: Hour) -> None:
        """Signpost is down: people come back in the next hour."""
        if waiting := self._world.doings.pop(hour, []):
            self._world.doings[next_hour] = [*waiting, *self._world.doings.get(next_hour, [])]
        if steps := self._steps.pop(hour, []):
            self._steps[next_hour] = [*steps, *self._steps.get(next_hour, [])]

    async def _do(self, program: Program, doing: Doing) -> None:
        lead = self._oracle.actions[doing.action].lead
        try:
            match doing.what:
                case "done" | "comment":
                    work = plan_deeds.done if doing.what == "done" else plan_deeds.comment
                    await program.desk.do(work, f"person:{lead}", doing.action, f"Invented words of {doing.action}.")
                case "ask_new_date" | "snooze":
                    assert doing.day is not None, "the world gives a day"
                    work_until = plan_deeds.snooze if doing.what == "snooze" else plan_deeds.ask_new_date
                    await program.desk.do(work_until, f"person:{lead}", doing.action, doing.day, "An invented reason.")
                case "approve_new_date":
                    await program.desk.do(plan_deeds.approve_new_date, f"person:{doing.who}", doing.action)
                case "refuse_new_date":
                    await program.desk.do(plan_deeds.refuse_new_date, f"person:{doing.who}", doing.action, "Not now.")
                case "not_mine":
                    await program.desk.do(plan_deeds.not_mine, f"person:{lead}", doing.action)
                case "assign_lead":
                    await program.desk.do(plan_deeds.assign_lead, TEAM, doing.action, f"person:{doing.who}")
        except Refused:
            self.done["refused"] += 1
        else:
            self.done[doing.what] += 1
            self._oracle.did(doing)

    async def _step(self, program: Program, one: Meeting, step: str, day: date) -> None:
        try:
            if step == "papers":
                await program.desk.do(meetings.papers, TEAM, one.id, day)
            else:
                await program.desk.do(meetings.minutes, TEAM, one.id, step, day)
        except Refused:
            self.done["refused"] += 1
        else:
            self.done["meeting step"] += 1
            one.done[step] = day

    def _without(self, gone: str) -> list[Person]:
        self._world.people[:] = [replace(one, active=one.active and one.id != gone) for one in self._world.people]
        return self._world.people
