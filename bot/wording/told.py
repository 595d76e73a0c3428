"""Every notice of an escalation beside its card, in one place for the channels."""

from bot.wording.limits import limit_near, limit_passed
from bot.wording.steps import told
from bot.wording.team import assigned, changed, question_for_team, unacknowledged, undelivered

__all__ = [
    "assigned",
    "changed",
    "limit_near",
    "limit_passed",
    "question_for_team",
    "told",
    "unacknowledged",
    "undelivered",
]
