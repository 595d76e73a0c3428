"""A question about the plan gets the list from the database that the asker may see: alone, or after advice."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.asked import Asked
from bot.partnership.notices import Notice
from bot.partnership.people import Actor
from bot.partnership.plan import Action, Progress
from bot.partnership.plan_asked import AskedPlan, PlanList, read_question
from bot.partnership.plan_permissions import is_lead
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.rules import Rules
from bot.store import actions, people, plan_lists
from bot.store.plan_scopes import Scope
from bot.workflows import plan
from bot.workflows.plan_reading import scope_of, seen_by
from knowledge.answer import Answer
from knowledge.hours import LONDON

KIND = "plan_list"
_PATHWAY = "delivery_plan"
_GIVES_WAY = {_PATHWAY, "out_of_scope"}  # such an answer says only whom to ask; the list itself is better


def replies(tx: Connection, asked: Asked, answer: Answer) -> list[Notice]:
    """What is sent to the place of the question: the answer, and the list that the question asks for.

    The list stands alone when the advice has nothing to say on the matter; while a child may be in danger the answer
    does. People whom nobody knows get no list.
    """
    told = Notice(f"answer:{asked.id}", "answer", asked.place, asked.id, answer.urgent)
    listed = [] if answer.urgent else _list_wanted(tx, asked, answer)
    return listed if listed and answer.primary in _GIVES_WAY else [told, *listed]


def _list_wanted(tx: Connection, asked: Asked, answer: Answer) -> list[Notice]:
    wish = read_question(asked.masked, answer.primary == _PATHWAY, load_plan_rules())
    person = people.by_address(tx, asked.by) if wish else None
    if wish is None or person is None or not person.active:
        return []
    return [Notice(f"{KIND}:{asked.id}", KIND, asked.place, asked.id, data={"who": asked.by, **wish.data})]


def list_of(tx: Connection, rules: Rules, notice: Notice, now: datetime) -> PlanList | None:
    """The list as it stands now, with what the asker may see now; None for every other notice."""
    if notice.kind != KIND:
        return None
    wish, actor, today = AskedPlan.of(notice.data), people.actor(tx, notice.data["who"]), now.astimezone(LONDON).date()
    listed = {one.id for one in actions.all_plans(tx) if one.listed_overdue}
    found = [one for one in _found(tx, rules, now, actor, wish) if _fits(one, wish, today, listed)]
    everyone = people.everyone(tx)
    return PlanList(wish, tuple(found), frozenset(one.id for one in found if is_lead(actor, one, everyone)))


def _found(tx: Connection, rules: Rules, now: datetime, actor: Actor, wish: AskedPlan) -> list[Action]:
    """What is asked for, before dates are looked at: numbers first, then groups, own ones, or all that may be seen."""
    given = (tx, rules, now, actor.key)
    if wish.numbers:
        return _once(one for number in wish.numbers for one in plan.numbered(*given, number))
    if wish.groups:
        of_groups = _once(one for group in wish.groups for one in plan.of_group(*given, group))
        own = {one.id for one in plan.mine(*given)} if wish.mine else set()
        return [one for one in of_groups if one.id in own] if wish.mine else of_groups
    return plan.mine(*given) if wish.mine else _all_seen(tx, now, actor)


def _all_seen(tx: Connection, now: datetime, actor: Actor) -> list[Action]:
    """Every open action with a date that the person may see; all of them for the business team."""
    if actor.person is None or not actor.person.active:
        return []
    if actor.is_business_team:
        return plan_lists.of_interest(tx, Scope(everything=True), date.max)
    rules, id = load_plan_rules(), actor.person.id
    scope, behind = scope_of(tx, rules, id, now.astimezone(LONDON).date())
    return seen_by(id, plan_lists.of_interest(tx, scope, date.max), behind, rules)


def _fits(one: Action, wish: AskedPlan, today: date, listed: set[str]) -> bool:
    """Whether the action has the state that is asked for."""
    if one.progress is Progress.DROPPED:
        return False
    if wish.numbers:
        return True
    if wish.overdue and not (one.is_overdue(today) or (one.is_open and one.due is None and one.plan in listed)):
        return False
    return not wish.within or (one.due is not None and _first(today, wish) <= one.due <= _last(today, wish))


def _first(today: date, wish: AskedPlan) -> date:
    return today.replace(day=1) if wish.within == "month" else today - timedelta(days=today.weekday())


def _last(today: date, wish: AskedPlan) -> date:
    first = _first(today, wish)
    if wish.within == "month":
        return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first + timedelta(days=6)


def _once(found: Iterable[Action]) -> list[Action]:
    return list({one.id: one for one in found}.values())
