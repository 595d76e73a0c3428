"""The reports: what is asked of the database, and the plain objects that come of it. For the business team."""

from collections import Counter
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.exceptions import exceptions
from bot.partnership.figures import months, questions
from bot.partnership.period import ExceptionReport, PerformanceReport, Period, PlanReport
from bot.partnership.plan import Plan, Progress
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.plan_standing import by_aim
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.partnership.tally import NO_MODEL, Tally
from bot.store import actions, events, people, plan_lists, question_counts, reporting
from bot.workflows.keeping import keeper, local_day
from bot.workflows.report_numbers import escalation_numbers, meetings_of, raised_in, referral_numbers
from knowledge.hours import LONDON
from knowledge.knowledge import Knowledge


def exception_report(
    tx: Connection, rules: Rules, now: datetime, who: str, on: date, plan: str | None = None
) -> ExceptionReport:
    """What was due before that day and is still open, of one plan or of all. Raises Refused for an unknown plan."""
    keeper(tx, who)
    plans = _plans(tx, (plan,) if plan else ())
    wanted, listed = {one.id for one in plans}, {one.id for one in plans if one.listed_overdue}
    interesting = plan_lists.of_interest(tx, plan_lists.Scope(everything=True), on)
    found = exceptions((one for one in interesting if one.plan in wanted), on, listed)
    leads = {one.id: one.name for one in people.everyone(tx)}
    return ExceptionReport(found, plans, on, local_day(now), leads)


def performance(
    tx: Connection, rules: Rules, now: datetime, who: str, period: Period, knowledge: Knowledge, *plans: str
) -> PerformanceReport:
    """Everything about the period, of these plans or of all. Raises Refused for an unknown plan."""
    keeper(tx, who)
    plan_rules, made_on = load_plan_rules(), local_day(now)
    overdue_on, least = min(period.last, made_on), plan_rules.smallest_number_shown
    asked = question_counts.between(tx, period.first, period.last)
    held = events.between(tx, period.first, period.last)
    raised = raised_in(tx, period)
    days = Counter(one.raised_at.astimezone(LONDON).date() for one in raised)
    return PerformanceReport(
        period=period,
        made_on=made_on,
        overdue_on=overdue_on,
        knowledge_version=knowledge.version,
        least=least,
        plans=tuple(_plan(tx, one, overdue_on) for one in _plans(tx, plans)),
        questions=questions(asked, held, _topics(knowledge), least),
        escalations=escalation_numbers(raised, rules, least),
        months=months(period, _by_day(asked), days, held, least),
        referrals=referral_numbers(tx, period, least),
        happenings=tuple(held),
        meetings=meetings_of(tx, period, min(period.last, made_on), plan_rules),
        rag_means=plan_rules.rag.model_dump(exclude={"source"}),
        rag_source=plan_rules.rag.source.words,
    )


def _plans(tx: Connection, ids: tuple[str, ...]) -> tuple[Plan, ...]:
    """The plans of these ids, or all. Raises Refused for an unknown one."""
    known = {one.id: one for one in actions.all_plans(tx)}
    if unknown := next((id for id in ids if id not in known), None):
        there = f"Known are: {', '.join(known)}." if known else "None has been imported."
        raise Refused(f"There is no plan {unknown!r}. {there}")
    return tuple(known[id] for id in dict.fromkeys(ids or known))


def _plan(tx: Connection, plan: Plan, on: date) -> PlanReport:
    every = reporting.of_plan(tx, plan.id)
    listed = {plan.id} if plan.listed_overdue else set[str]()
    dropped = sum(one.progress is Progress.DROPPED for one in every)
    return PlanReport(plan, by_aim(every, on, listed), exceptions(every, on, listed), dropped)


def _topics(knowledge: Knowledge) -> dict[str, tuple[str, int | None]]:
    """The name and the threshold level of each topic."""
    topics = {id: (pathway.title, pathway.level) for id, pathway in knowledge.pathways.items()}
    return {**topics, NO_MODEL: ("Answered from the rules alone: the language model was away", None)}


def _by_day(asked: list[Tally]) -> Counter[date]:
    days: Counter[date] = Counter()
    for one in asked:
        days[one.day] += one.asked
    return days
