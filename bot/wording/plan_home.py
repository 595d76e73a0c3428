"""What a person sees of the plan on opening the app: own open actions, and for the business team how all stands."""

from collections.abc import Sequence
from datetime import datetime

from bot.partnership.plan import Action
from bot.partnership.plan_asked import PlanCounts
from bot.wording.message import Fact, Message
from bot.wording.reminder import own_parts
from knowledge.hours import LONDON

_WHY = "You see this because you lead these actions, or stand in today for somebody who does."
_TEAM = "You see this because you belong to the business team."


def plan_home(actions: Sequence[Action], counts: PlanCounts | None, now: datetime) -> tuple[Message, ...]:
    """The overdue ones first, each with its buttons; nothing for somebody who has none."""
    whole = (_counts(counts),) if counts is not None and counts.open + counts.done else ()
    return (*whole, *((_own(actions, now),) if actions else ()))


def _own(actions: Sequence[Action], now: datetime) -> Message:
    today = now.astimezone(LONDON).date()
    late = sum(one.is_overdue(today) for one in actions)
    title = f"Your actions: {len(actions)} open" + (f", {late} overdue" if late else "")
    return Message(title, parts=own_parts(actions, today), small=(_WHY,))


def _counts(counts: PlanCounts) -> Message:
    facts = (Fact("Open", str(counts.open)), Fact("Overdue", str(counts.overdue)), Fact("Done", str(counts.done)))
    how = "Ask “what is overdue?” or “what is overdue for MACE?” in Messages to see which."
    return Message("The plan today", lines=(how,), facts=facts, small=(_TEAM,))
