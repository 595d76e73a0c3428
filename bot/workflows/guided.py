"""The answer at the end of the guided route: kept like that to a question, and sent to the person alone."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.asked import Asked
from bot.partnership.notices import Notice
from bot.partnership.rules import Rules
from bot.store import outbox, questions
from bot.workflows.questions import question_id
from knowledge.answer import Answer


def keep(tx: Connection, rules: Rules, now: datetime, who: str, answer: Answer, conversation: str, key: str) -> Asked:
    """The answer as it is kept, with the notice that carries it. The same key again: the same one, sent once."""
    number = question_id(key)
    if known := questions.load(tx, number):
        return known
    asked = Asked(number, who, conversation, who, now, answer.masked, answer.to_json())
    questions.add(tx, asked)
    outbox.add(tx, [Notice(f"answer:{number}", "answer", who, number, answer.urgent)], now)
    return asked


def invite(tx: Connection, rules: Rules, now: datetime, to: str, key: str) -> None:
    """The button that opens the guided route, once, where somebody wrote “guide”."""
    outbox.add(tx, [Notice(f"guide:{key}", "guide", to, key, urgent=True)], now)
