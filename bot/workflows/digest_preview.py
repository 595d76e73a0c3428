"""Exactly what a reader's digest would say at a moment, and whether it would be sent at all."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.rules import Rules
from bot.wording import digest as digests
from bot.wording.message import Message
from bot.workflows.digests import digest_for, reader_named
from bot.workflows.people import names
from knowledge.hours import LONDON


@dataclass(frozen=True)
class Preview:
    """The digest, None when there is nothing to tell; and why it would not be sent, empty when it would be."""

    message: Message | None
    unsent: str = ""


def preview(tx: Connection, rules: Rules, now: datetime, who: str, words: str) -> Preview:
    """The digest of the reader whom the words name. Raises Refused when they name nobody. Nothing is changed."""
    plan_rules = load_plan_rules()
    reader, is_sent = reader_named(tx, plan_rules, now, words)
    week = digest_for(tx, plan_rules, now, reader.id, reader.role)
    if week.is_empty:
        return Preview(None, "There is nothing to tell, so no digest would be sent.")
    message = digests.digest(week, now.astimezone(LONDON).date(), names(tx))
    if is_sent:
        return Preview(message)
    if reader.role == "group":
        return Preview(message, f"The group {reader.id} has no channel in plan.yaml, so nobody would be sent this.")
    return Preview(None, "This reader leads and chairs nothing of it, so no digest would be sent.")
