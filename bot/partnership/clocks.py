"""What time alone brings about: a limit that nears or has passed, and an escalation that nobody acknowledged."""

from datetime import datetime

from bot.partnership.escalation import Escalation, Kind, State
from bot.partnership.notices import TEAM, TEAM_MAIL, Notice
from bot.partnership.people import Person, business_team, cover
from bot.partnership.rules import Chase, Rules
from knowledge.hours import LONDON


def deadline(item: Escalation, rules: Rules) -> datetime | None:
    """When the limit of the stage, or of a concern, passes (UTC). None once it is closed."""
    if item.is_closed or item.stage_since is None:
        return None
    return rules.hours.deadline(item.stage_since, _days(item, rules))


def _days(item: Escalation, rules: Rules) -> int:
    if item.raised.danger_now:
        return rules.danger_days
    if item.raised.kind is Kind.CONCERN:
        return rules.concern_days
    stage = rules.stage(item.stage or 1)
    return stage.days if stage else rules.concern_days


def due_notices(item: Escalation, now: datetime, rules: Rules, people: list[Person]) -> list[Notice]:
    """Every notice that is due at `now`. Asking again gives the same keys, so the store sends each once."""
    return [*_limit_notices(item, now, rules, people), *_chases(item, now, rules, people)]


def _limit_notices(item: Escalation, now: datetime, rules: Rules, people: list[Person]) -> list[Notice]:
    due = deadline(item, rules)
    if due is None or item.stage_since is None:
        return []
    since = item.stage_since.isoformat()
    if now >= due:
        to = [TEAM, item.raised_by, *_owner(item, now, people)]
        return [
            *(Notice(f"passed:{item.ref}:{since}:{one}", "limit_passed", one, item.ref, urgent=True) for one in to),
            Notice(f"card:{item.ref}:passed:{since}", "card", TEAM, item.ref),
        ]
    if now >= rules.hours.before(due, rules.warn_before_minutes):
        to = [TEAM, *_owner(item, now, people)]
        return [Notice(f"near:{item.ref}:{since}:{one}", "limit_near", one, item.ref) for one in to]
    return []


def _owner(item: Escalation, now: datetime, people: list[Person]) -> list[str]:
    """The address of whom it is assigned to, or of the deputy while that person is away."""
    owner = next((one for one in people if one.id == item.owner), None)
    there = cover(people, owner, now.astimezone(LONDON).date()) if owner else None
    return [f"person:{there.id}"] if there else []


def _chases(item: Escalation, now: datetime, rules: Rules, people: list[Person]) -> list[Notice]:
    """The next person of the team for each step without an acknowledgement; e-mail when none is left."""
    if item.state is not State.OPEN or item.waiting_since is None:
        return []
    team = business_team(people, now.astimezone(LONDON).date())
    steps = rules.acknowledge_danger if item.raised.danger_now else rules.acknowledge
    since, found = item.waiting_since, []
    for number, step in enumerate(steps):
        if now >= rules.hours.after(since, step.after_minutes):
            to = _chased(step, number, team)
            key = f"unacknowledged:{item.ref}:{since.isoformat()}:{number}"
            found.append(Notice(key, "unacknowledged", to, item.ref, urgent=True))
    return found


def _chased(step: Chase, number: int, team: list[Person]) -> str:
    if step.tell == "e-mail" or number >= len(team):
        return TEAM_MAIL
    return f"person:{team[number].id}"
