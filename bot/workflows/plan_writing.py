"""The messages about the plan, as things stand when they are sent."""

from bot.wording import digest as digests
from bot.wording import plan_told as tasks
from bot.wording.message import Message
from bot.wording.reminder import reminder
from bot.workflows.reminding import FIND_LEADS
from bot.workflows.sending import Letter
from knowledge.hours import LONDON

KINDS = frozenset({"reminder", "digest", "plan_task", "plan_told"})


def plan_message(letter: Letter) -> Message | None:
    """What a notice about the plan says; None when nothing is left to say."""
    notice, today = letter.notice, letter.now.astimezone(LONDON).date()
    if notice.kind == "digest":
        return digests.digest(letter.digest, today, letter.name) if letter.digest else None
    if not letter.actions:
        return None
    deed, who = notice.data.get("deed", ""), notice.data.get("who", "")
    match notice.kind:
        case "reminder":
            return reminder(letter.actions, today)
        case "plan_told":
            return tasks.plan_told(letter.actions[0], deed, who, today, letter.name)
    if deed == FIND_LEADS:
        return tasks.leads_needed(letter.actions, today)
    return tasks.plan_task(letter.actions[0], deed, today, letter.name)
