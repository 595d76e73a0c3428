"""What a notice about the plan speaks of, read when it is sent; and whether anything is left to say."""

from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.digest import Digest
from bot.partnership.notices import Notice
from bot.partnership.plan import Action
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.store import actions
from bot.workflows.digest_parts import TEAM_ROLE, digest_for
from bot.workflows.plan_reading import led_for, to_remind
from bot.workflows.reminding import FIND_LEADS, nobody_leads
from knowledge.hours import LONDON

KINDS = frozenset({"reminder", "digest", "plan_task", "plan_told"})


def digest_of(tx: Connection, notice: Notice, now: datetime) -> Digest | None:
    """The digest as it stands now; None for every other notice."""
    if notice.kind != "digest":
        return None
    return digest_for(tx, load_plan_rules(), now, notice.data["reader"], notice.data["role"])


def actions_of(tx: Connection, notice: Notice, digest: Digest | None, now: datetime) -> tuple[Action, ...]:
    """The actions that the notice speaks of. Beside a digest: those that its reader hears of in a reminder's place."""
    rules, today = load_plan_rules(), now.astimezone(LONDON).date()
    match notice.kind:
        case "reminder":
            return tuple(to_remind(tx, rules, notice.to.removeprefix("person:"), today))
        case "digest":
            return tuple(_told_by(tx, rules, digest, today)) if digest else ()
        case "plan_task" if notice.data["deed"] == FIND_LEADS:
            return tuple(nobody_leads(tx, rules, today))
        case "plan_task" | "plan_told":
            action = actions.load(tx, notice.subject)
            return (action,) if action and _still_holds(action, notice) else ()
    return ()


def is_moot(notice: Notice, spoken_of: tuple[Action, ...], digest: Digest | None) -> bool:
    """Whether a notice about the plan has nothing left to say."""
    if notice.kind == "digest":
        return digest is None or digest.is_empty
    return notice.kind in KINDS and not spoken_of


def _told_by(tx: Connection, rules: PlanRules, digest: Digest, today: date) -> list[Action]:
    """What a reminder would tell stands in the digest too: its date is never beyond what counts as soon."""
    if digest.role == TEAM_ROLE:
        return nobody_leads(tx, rules, today)
    if digest.role == "group":
        return []
    told = [one for one in (*digest.overdue, *digest.due_soon) if one.remind_on and one.remind_on <= today]
    return told if digest.role == "lead" else led_for(tx, rules, told, digest.reader, today)


def _still_holds(action: Action, notice: Notice) -> bool:
    """Whether the task is still to be done; what was decided is always told."""
    if notice.kind == "plan_told":
        return True
    if notice.data["deed"] == "approve_new_date":
        return action.is_open and action.asked_due is not None
    return action.is_open and action.not_mine
