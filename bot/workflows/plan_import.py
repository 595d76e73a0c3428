"""A plan file is taken over whole: new actions are added, what the file changed is changed, what left it is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Connection

from bot.partnership.history import Event
from bot.partnership.people import CLOCK
from bot.partnership.plan import Action, Plan, Progress
from bot.partnership.plan_doing import SUBJECT
from bot.partnership.plan_merge import Merged, known_groups, known_leads, merged, prepared, said
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.partnership.reminders import next_look
from bot.store import actions, history, people

PLAN_SUBJECT = "P:"  # what the history calls a plan, before its id


class ReadPlan(Protocol):
    """A plan file that was read without a fault."""

    @property
    def plan(self) -> Plan:
        """The plan's own facts."""
        ...

    @property
    def actions(self) -> tuple[Action, ...]:
        """Its actions in the file's order."""
        ...


@dataclass(frozen=True)
class Imported:
    """What became of each action of the file, and of those that left it."""

    added: tuple[Action, ...] = ()
    changed: tuple[Action, ...] = ()
    unchanged: tuple[Action, ...] = ()
    dropped: tuple[Action, ...] = ()


def import_plan(tx: Connection, read: ReadPlan, now: datetime, who: str = CLOCK.key) -> Imported:
    """Take the file over. The same file again changes nothing; what people did since it was read last is kept."""
    rules, plan = load_plan_rules(), read.plan
    leads, groups = known_leads(people.everyone(tx)), known_groups(rules)
    new = {one.id: one for one in (prepared(one, leads, groups) for one in read.actions)}
    both, unchanged, gone = list[tuple[Merged, Action]](), list[Action](), list[Action]()
    for action, before in actions.each_of_plan(tx, plan.id):  # only what changed is held until it is written
        if (file := new.pop(action.id, None)) is None:
            gone.append(action)
        elif (one := merged(action, before, file)).changed:
            both.append((one, file))
        else:
            unchanged.append(one.action)
    actions.keep_plan(tx, plan)
    added = _add(tx, list(new.values()), rules)
    changed = [_change(tx, one, file, rules, now, who) for one, file in sorted(both, key=lambda pair: pair[1].order)]
    dropped = [_drop(tx, one, now, who) for one in gone if one.is_open]
    done = Imported(tuple(added), tuple(changed), tuple(unchanged), tuple(dropped))
    _record(tx, plan, done, now, who)
    return done


def _add(tx: Connection, new: list[Action], rules: PlanRules) -> list[Action]:
    looked_at = [(replace(one, remind_on=next_look(one, rules)), said(one)) for one in new]
    actions.add(tx, looked_at)
    return [one for one, _ in looked_at]


def _change(tx: Connection, one: Merged, file: Action, rules: PlanRules, now: datetime, who: str) -> Action:
    """Only the names of what changed are kept in the history, and the dates: the words are in the file."""
    before = actions.some(tx, [one.action.id])[0]
    after = replace(one.action, version=before.version + 1)
    after = replace(after, remind_on=next_look(after, rules))
    facts = {"changed": ", ".join(one.changed)}
    if after.due != before.due:
        facts |= {"from": _iso(before.due), "to": _iso(after.due)}
    actions.save(tx, after, now, given=said(file))
    history.append(tx, Event(SUBJECT + after.id, now, who, "import", facts))
    return after


def _drop(tx: Connection, one: Action, now: datetime, who: str) -> Action:
    """It left the plan: nobody is reminded of it any more, and it stays to be seen."""
    after = replace(one, progress=Progress.DROPPED, remind_on=None, version=one.version + 1)
    actions.save(tx, after, now)
    history.append(tx, Event(SUBJECT + one.id, now, who, "drop"))
    return after


def _record(tx: Connection, plan: Plan, done: Imported, now: datetime, who: str) -> None:
    if done.added or done.changed or done.dropped:
        counts: Mapping[str, Any] = {name: str(len(getattr(done, name))) for name in ("added", "changed", "dropped")}
        history.append(tx, Event(PLAN_SUBJECT + plan.id, now, who, "import", {"source": plan.source, **counts}))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
