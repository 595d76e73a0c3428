"""What the asker says of an answer, and questions that the business team shall see."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.notices import TEAM, Notice
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import outbox, questions
from bot.workflows.questions import load


def verdict(tx: Connection, rules: Rules, now: datetime, who: str, number: str, said: str, words: str) -> None:
    """Whether the answer was right, or why not; `words` are masked. The last word counts."""
    load(tx, rules, now, who, number)
    questions.set_verdict(tx, number, said, words)


def tell_team(tx: Connection, rules: Rules, now: datetime, who: str, number: str) -> None:
    """The masked question goes to the business team, once. Raises Refused when it went already."""
    load(tx, rules, now, who, number)
    if not questions.set_told_team(tx, number):
        raise Refused("The business team has this question already.")
    outbox.add(tx, [Notice(f"unanswered:{number}", "question_for_team", TEAM, number)], now)
