"""The numbers of a performance report that are taken apart in several ways: escalations, referrals, seats taken."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection

from bot.partnership.attendance import Presence
from bot.partnership.escalation import Escalation, Kind, State
from bot.partnership.figures import population
from bot.partnership.period import GroupMeetings, Period, Population
from bot.partnership.plan_rules import PlanRules
from bot.partnership.referral import ReferralState
from bot.partnership.rules import Rules
from bot.store import meetings, reporting
from bot.store.question_counts import midnight
from bot.wording.standing import area_words
from bot.wording.times import marked

_STATES = {
    State.OPEN: "Open, not acknowledged",
    State.ACKNOWLEDGED: "Open, acknowledged",
    State.RESOLVED: "Resolved",
    State.WITHDRAWN: "Withdrawn",
    State.DUPLICATE: "Closed as a duplicate",
}
_FOLLOWED = {
    ReferralState.ANSWERED: "Outcome known",
    ReferralState.WAITING: "Outcome not known yet",
    ReferralState.STOPPED: "Asked several times without an answer",
}
_SEATS = {
    Presence.YES: "Member came",
    Presence.DEPUTY: "Deputy came",
    Presence.APOLOGIES: "Apologies",
    Presence.NO: "Absent without apologies",
}
_CONCERN = "Concern, which has no stage"


def raised_in(tx: Connection, period: Period) -> list[Escalation]:
    """The escalations raised in the period, as they stood at its end."""
    return reporting.raised_between(tx, midnight(period.first), midnight(period.last + timedelta(days=1)))


def escalation_numbers(raised: list[Escalation], rules: Rules, least: int) -> Population:
    """By agency, stage, area and how they stood."""
    confirmed = all(stage.verified for stage in rules.stages)
    stages = [*(_stage(stage.number, rules) for stage in rules.stages), _CONCERN]
    outcomes = [f"Resolved: {outcome}" for outcome in rules.outcomes.values()]
    ways = {
        "Agency that raised it": _counts((one.raised.agency for one in raised), rules.agencies),
        "Agency it was about": _counts((one.raised.other_agency or "None named" for one in raised), rules.agencies),
        marked("Stage reached", confirmed, rules): _counts((_reached(one, rules) for one in raised), stages),
        "Area": _counts((area_words(one.raised.area) for one in raised), ()),
        "How it stood": _counts((_stood(one, rules) for one in raised), [*_STATES.values(), *outcomes]),
    }
    return population(len(raised), ways, least)


def referral_numbers(tx: Connection, period: Period, least: int) -> Population:
    """By whether the outcome is known, and by front door."""
    rows = reporting.followed_up(tx, period.first, period.last)
    outcomes, doors = dict.fromkeys(_FOLLOWED.values(), 0), Counter[str]()
    for state, front_door, count in rows:
        outcomes[_FOLLOWED[ReferralState(state)]] += count
        doors[front_door] += count
    return population(sum(outcomes.values()), {"Outcome": outcomes, "Front door": doors}, least)


def meetings_of(tx: Connection, period: Period, until: date, rules: PlanRules) -> tuple[GroupMeetings, ...]:
    """The meetings that each group held in the period up to `until`, and how many of its seats were taken."""
    found = []
    for group in rules.groups:
        days = tuple(day for one in meetings.listed(tx, group.id) if (day := one.held_on(until)) and day in period)
        if days:
            rows = meetings.attended(tx, group.id, period.first, until)
            seats = _counts((_SEATS[row.presence] for row in rows), _SEATS.values())
            taken = population(len(rows), {"Seat": seats}, rules.smallest_number_shown)
            found.append(GroupMeetings(group.name, days, taken))
    return tuple(found)


def _counts(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    """How often there is each value: those of the list in its order, then the rest by name."""
    counts = Counter(values)
    known = [one for one in order if one in counts]
    return {one: counts[one] for one in [*known, *sorted(set(counts) - set(known))]}


def _reached(one: Escalation, rules: Rules) -> str:
    return _CONCERN if one.raised.kind is Kind.CONCERN else _stage(one.stage or 1, rules)


def _stage(number: int, rules: Rules) -> str:
    stage = rules.stage(number)
    return f"{number}. {stage.name}" if stage else f"{number}, which is no longer in the list"


def _stood(one: Escalation, rules: Rules) -> str:
    if one.state is State.RESOLVED and one.outcome:
        return f"Resolved: {rules.outcomes.get(one.outcome, one.outcome)}"
    return _STATES[one.state]
