"""The tables. The migrations build them; a test holds the two together."""

from bot.store.tables.base import metadata
from bot.store.tables.chat import conversations
from bot.store.tables.drill import advice, drills
from bot.store.tables.log import cards, chain, escalations, history, numbers
from bot.store.tables.mail import inbox, lanes, outbox
from bot.store.tables.meeting import attendance, matrix, meetings
from bot.store.tables.plan import actions, plans, told_on
from bot.store.tables.report import events, question_counts, settled_questions
from bot.store.tables.talk import asked, people, referrals

__all__ = [
    "actions",
    "advice",
    "asked",
    "attendance",
    "cards",
    "chain",
    "conversations",
    "drills",
    "escalations",
    "events",
    "history",
    "inbox",
    "lanes",
    "matrix",
    "meetings",
    "metadata",
    "numbers",
    "outbox",
    "people",
    "plans",
    "question_counts",
    "referrals",
    "settled_questions",
    "told_on",
]
