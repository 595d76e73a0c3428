"""An invented partnership's spring and summer: a plan, questions, escalations, referrals, events and meetings."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.asked import Asked
from bot.partnership.attendance import Attendance, Presence
from bot.partnership.escalation import Kind, Raised
from bot.partnership.meetings import Meeting
from bot.partnership.period import EventKind, Happening, PerformanceReport, Period
from bot.partnership.plan import Action, Plan, Progress, Rag
from bot.partnership.referral import Referral, ReferralState
from bot.partnership.rules import load_rules
from bot.store import actions, events, meetings, questions, referrals
from bot.store.database import Store
from bot.workflows import escalations
from bot.workflows.reports import performance
from knowledge.knowledge import Knowledge

RULES = load_rules()
MADE_AT = datetime(2026, 9, 7, 9, 30, tzinfo=UTC)
MADE_ON = MADE_AT.date()
SUMMER = Period(date(2026, 5, 1), date(2026, 8, 31))
CONSOLE = "console:zoe"
PLAN = Plan("delivery-2026", "Delivery plan", "2026/27", "delivery.csv 0a1b")
LISTED = Plan("overdue-2026", "Overdue list", "2026/27", "overdue.txt 2c3d", listed_overdue=True)
TYPED = "typed-words that no report may show"
AIMS = ("Help early", "Hear the child", "Serious youth violence")


def action(number: str, comment: str = "", plan: Plan = PLAN, **other: object) -> Action:
    """An open action that was due in June."""
    whole = Action(f"{plan.id}/{number}", plan.id, number, f"Title of {number}", aim=AIMS[0], comment=comment)
    return replace(whole, **{"due": date(2026, 6, 30), **other})  # type: ignore[arg-type]  # any field


DELIVERY = (
    action("1.1", "Training is booked for October.", rag=Rag.GREEN, order=1, lead_words="Head of learning"),
    action("1.10", "Waits for the new threshold document.", rag=Rag.AMBER, order=2),
    action("2.1", "", rag=Rag.RED, order=3, aim=AIMS[1]),
    action("2.2", "Done in May.", rag=Rag.GREEN, progress=Progress.DONE, order=4, aim=AIMS[1]),
    action("3.1", "Starts in autumn.", order=5, aim=AIMS[2], due=date(2026, 12, 1)),
    action("3.2", "No longer wanted.", progress=Progress.DROPPED, order=6, aim=AIMS[2]),
)


def keep_plan(tx: Connection, plan: Plan, every: Iterable[Action]) -> None:
    """Keep the plan with its actions."""
    actions.keep_plan(tx, plan)
    actions.add(tx, [(one, {}) for one in every])


def ask(
    tx: Connection,
    topic: str,
    day: date,
    count: int = 1,
    kind: str = "advice",
    verdict: str | None = None,
    told_team: bool = False,
) -> None:
    """So many questions about the topic on that day, at noon."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    for number in range(count):
        name = f"{topic}-{day}-{kind}-{verdict}-{told_team}-{number}"
        answer = json.dumps({"kind": kind, "primary": topic, "text": TYPED})
        known = {"verdict": verdict, "verdict_words": TYPED if verdict else "", "told_team": told_team}
        questions.add(tx, Asked(name, "slack:U9", "c", "p", at, TYPED, answer, **known))  # type: ignore[arg-type]


def escalate(tx: Connection, agency: str, other: str, day: date, count: int, stage: int | None = 1) -> None:
    """So many escalations of the agency about the other one, at noon."""
    kind = Kind.DISAGREEMENT if stage else Kind.CONCERN
    words = dict.fromkeys(("disputed", "tried", "wanted", "case_reference"), TYPED)
    raised = Raised(kind, "thurrock", agency, other, stage, danger_now=False, **words)
    for number in range(count):
        at = datetime(day.year, day.month, day.day, 12, number, tzinfo=UTC)
        escalations.raise_escalation(tx, RULES, at, "slack:U9", raised, f"{agency}-{other}-{day}-{stage}-{number}")


def meet(tx: Connection, group: str, day: date, seats: str) -> None:
    """A meeting with a seat for each letter: yes, deputy, apologies, no."""
    presences = {"y": Presence.YES, "d": Presence.DEPUTY, "a": Presence.APOLOGIES, "n": Presence.NO}
    name = f"{group}-{day}"
    meetings.add(tx, Meeting(name, group, day))
    rows = (Attendance(name, group, day, f"m{n}", f"Agency {n}", presences[s]) for n, s in enumerate(seats))
    meetings.note(tx, rows)


def refer(tx: Connection, front_door: str, count: int, state: ReferralState) -> None:
    """So many referrals in June."""
    for number in range(count):
        name = f"{front_door}-{state}-{number}"
        referrals.add(tx, Referral(name, "slack:U9", front_door, date(2026, 6, 2), TYPED, state))


def whole_summer(tx: Connection) -> None:
    """Everything of the period and a little before and after it."""
    keep_plan(tx, PLAN, DELIVERY)
    for day, number in ((date(2026, 4, 30), 3), (date(2026, 5, 4), 9), (date(2026, 6, 8), 14), (date(2026, 8, 31), 11)):
        ask(tx, "mash_referral", day, number)
    ask(tx, "neglect_gcp2", date(2026, 6, 9), 9, kind="clarify")
    ask(tx, "neglect_gcp2", date(2026, 7, 9), 12, verdict="wrong_route")
    ask(tx, "early_help", date(2026, 7, 13), 8, kind="handoff", told_team=True)
    ask(tx, "early_help", date(2026, 8, 3), 13, verdict="right")
    ask(tx, "fgm", date(2026, 7, 1), 2)
    ask(tx, "prevent_channel", date(2026, 5, 20), 3)
    ask(tx, "out_of_scope", date(2026, 5, 20), 6, kind="smalltalk")
    escalate(tx, "School or college", "Children's social care", date(2026, 5, 12), 7)
    escalate(tx, "School or college", "Children's social care", date(2026, 6, 17), 6, stage=2)
    escalate(tx, "Health (hospital or community)", "Children's social care", date(2026, 7, 6), 2, stage=2)
    escalate(tx, "Police", "Housing", date(2026, 8, 6), 3, stage=None)
    refer(tx, "Thurrock MASH", 12, ReferralState.ANSWERED)
    refer(tx, "Thurrock MASH", 6, ReferralState.STOPPED)
    training = Happening(date(2026, 6, 24), EventKind.TRAINING, "Safeguarding leads", topic="neglect_gcp2", attended=25)
    events.add(tx, replace(training, outcome="Leads know when to use the neglect tool.\nA second day is planned."))
    events.add(tx, Happening(date(2026, 8, 14), EventKind.EVENT, "Community day", attended=3))
    events.add(tx, Happening(date(2026, 9, 2), EventKind.EVENT, "After the period"))
    for day in (date(2026, 5, 14), date(2026, 7, 16)):
        meet(tx, "meb", day, "yyyyyyyydyan")
    meet(tx, "mace", SUMMER.last + timedelta(days=3), "yy")


def report_of(store: Store, knowledge: Knowledge, period: Period = SUMMER, who: str = CONSOLE) -> PerformanceReport:
    """The report of the period that this person gets."""
    with store.begin() as tx:
        return performance(tx, RULES, MADE_AT, who, period, knowledge)


def split(report: PerformanceReport, name: str) -> dict[str, object]:
    """One way in which the escalations are taken apart."""
    found = next(one for one in report.escalations.splits if one.name.startswith(name))
    assert found.parts is not None
    return dict(found.parts)
