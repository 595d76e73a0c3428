"""What is in a digest, read at the moment when it is sent."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.digest import Change, Digest
from bot.partnership.digest_time import changes_between, digest_week
from bot.partnership.people import Person
from bot.partnership.plan import Action, Progress
from bot.partnership.plan_doing import SUBJECT
from bot.partnership.plan_rules import PlanRules
from bot.partnership.reminders import furthest
from bot.store import actions, history, plan_lists
from bot.store.plan_scopes import Scope
from bot.workflows.digest_team import with_the_teams
from bot.workflows.plan_reading import scope_of, seen_by
from knowledge.hours import LONDON

TEAM_READER, TEAM_ROLE = "business team", "business team"
_TWO_WEEKS = timedelta(days=14)
_COUNTED = ("overdue", "red", "amber", "green", "no colour", "completed")
_PART = 500  # subjects in one statement


@dataclass(frozen=True)
class Reader:
    """Who gets a digest. `id` is a person's or a group's id, or TEAM_READER; `role` as in Digest; `to` the address."""

    id: str
    role: str
    to: str

    @property
    def kind(self) -> str:
        """What the id names: a person may be a lead or a chair, which depends on what there is this week."""
        return "person" if self.role in {"lead", "chair"} else self.role


@dataclass(frozen=True)
class _View:
    """Whose plan is looked at, by whom, and when."""

    reader: str
    role: str
    now: datetime
    rules: PlanRules
    scope: Scope
    behind: list[Person]  # whom a person stands for; empty for a group and the team

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    def seen(self, found: list[Action]) -> list[Action]:
        """What of it the reader may see: a group and the team see their whole scope."""
        is_person = self.role in {"lead", "chair"}
        return seen_by(self.reader, found, self.behind, self.rules) if is_person else found


def horizon(now: datetime, rules: PlanRules) -> date:
    """Until when a date is soon: the digest after the next, and never nearer than what a reminder would tell."""
    return max(digest_week(now, rules) + _TWO_WEEKS, furthest(now.astimezone(LONDON).date(), rules))


def digest_for(tx: Connection, rules: PlanRules, now: datetime, reader: str, role: str) -> Digest:
    """What the reader would be told now. It may be empty; then nothing is sent."""
    view = _View(reader, role, now, rules, *_scope(tx, rules, now, reader, role))
    until = horizon(now, rules)
    since, _ = changes_between(digest_week(now, rules), rules)
    interesting, changed = plan_lists.in_digest(tx, view.scope, until, since)
    found = [one for one in view.seen(interesting) if _speaks(view, one)]
    dateless = any(one.due is None for one in found)
    listed = {one.id for one in actions.all_plans(tx) if one.listed_overdue} if dateless else set[str]()
    overdue = tuple(one for one in found if one.is_overdue(view.today))
    digest = Digest(
        reader=reader,
        role=role,
        week_of=digest_week(now, rules),
        overdue=overdue,
        undated=tuple(one for one in found if one.due is None and one.plan in listed),
        due_soon=tuple(one for one in found if one.due and view.today <= one.due <= until),
        waiting=tuple(one for one in found if _waits(view, one)),
        changes=_changes(tx, view, changed),
        counts=_counts(tx, view, len(overdue)),
    )
    return with_the_teams(tx, view.today, digest) if role == TEAM_ROLE else digest


def _scope(tx: Connection, rules: PlanRules, now: datetime, reader: str, role: str) -> tuple[Scope, list[Person]]:
    if role == TEAM_ROLE:
        return Scope(everything=True), []
    if role == "group":
        return Scope(groups=frozenset({reader})), []
    scope, behind = scope_of(tx, rules, reader, now.astimezone(LONDON).date())
    return (scope if role == "chair" else replace(scope, groups=frozenset())), behind


def _speaks(view: _View, one: Action) -> bool:
    """A lead hears nothing of an action that is snoozed; everybody else still sees that it is overdue."""
    own = one.lead in view.scope.leads and not one.not_mine
    return not own or one.snoozed_until is None or one.snoozed_until <= view.today


def _waits(view: _View, one: Action) -> bool:
    """Whether the reader must decide on a new date, or find a lead."""
    if view.role == TEAM_ROLE:
        return one.asked_due is not None or one.not_mine
    chairs = view.role == "chair" and one.group in view.scope.groups
    return chairs and one.asked_due is not None and one.asked_by != f"person:{view.reader}"


def _changes(tx: Connection, view: _View, found: list[Action]) -> tuple[Change, ...]:
    """What others did since the digest before with what was found to be changed, in order."""
    since, until = changes_between(digest_week(view.now, view.rules), view.rules)
    changed = {SUBJECT + one.id: one for one in view.seen(found)}
    subjects, lines = list(changed), list[tuple[int, Change]]()
    for first in range(0, len(subjects), _PART):
        for subject, entries in history.of_subjects(tx, subjects[first : first + _PART]).items():
            for one in entries:
                event = one.event
                if since <= event.at < until and event.who != f"person:{view.reader}":
                    words = "\n".join((event.words or {}).values())
                    lines.append((one.seq, Change(changed[subject], event.deed, words)))
    return tuple(change for _, change in sorted(lines, key=lambda line: line[0]))


def _counts(tx: Connection, view: _View, overdue: int) -> tuple[tuple[str, int], ...]:
    """How many are overdue, as the list says, and how many of each colour are open or completed; none is left out."""
    found = dict.fromkeys(_COUNTED, 0) | {"overdue": overdue}
    for progress, rag, _, count in plan_lists.counts(tx, view.scope, view.today):
        if progress == Progress.OPEN.value:
            found[rag or "no colour"] += count
        elif progress == Progress.DONE.value:
            found["completed"] += count
    return tuple((name, count) for name, count in found.items() if count)
