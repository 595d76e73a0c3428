"""What must be told to whom. A notice is kept with the change that caused it and sent afterwards, once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.partnership.escalation import Escalation
from bot.partnership.history import Event

TEAM = "team"  # the business team's channel
TEAM_MAIL = "team-mail"  # the business team by e-mail


@dataclass(frozen=True)
class Notice:
    """One thing to send. `key` makes it unique for ever; `to` is TEAM, TEAM_MAIL, `person:ID` or an address."""

    key: str
    kind: str
    to: str
    subject: str
    urgent: bool = False
    data: Mapping[str, str] = field(default_factory=dict)
    not_before: datetime | None = None


def told(event: Event, item: Escalation) -> list[Notice]:
    """Who hears of a change; `item` is the escalation after it. The team's card always, others if it concerns them."""
    key = f"{item.ref}:{item.version}"
    urgent = item.raised.danger_now and not item.is_closed
    data = {"deed": event.deed, "who": event.who}
    if event.deed == "note":  # a notice that is sent late speaks of its own note, not of a later one
        data["notes"] = str(len(item.notes))
    notices = [Notice(f"card:{key}", "card", TEAM, item.ref, urgent)]
    if event.deed in _FOR_THREAD:
        notices.append(Notice(f"thread:{key}", "changed", TEAM, item.ref, urgent, data))
    if event.deed in _FOR_REQUESTER and (event.who != item.raised_by or event.deed == "raise"):
        notices.append(Notice(f"requester:{key}", "told", item.raised_by, item.ref, urgent, data))
    if event.deed == "assign" and event.facts["owner"] != event.who.removeprefix("person:"):
        notices.append(Notice(f"owner:{key}", "assigned", f"person:{event.facts['owner']}", item.ref, urgent))
    return notices


_FOR_REQUESTER = {"raise", "acknowledge", "assign", "note", "move_stage", "resolve", "reopen", "link_duplicate"}
# The card is changed in place, which is silent: what the team must hear is said below it as well.
_FOR_THREAD = {"note", "withdraw", "reopen", "move_stage", "ask_redaction"}
