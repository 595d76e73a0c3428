"""Which buttons fit an escalation's state. The rules check again when one is pressed."""

from bot.partnership.escalation import Escalation, Kind, State
from bot.wording.message import Button


def team_buttons(item: Escalation) -> tuple[Button, ...]:
    """What the business team may do now."""
    return (*(_closed(item) if item.is_closed else _open(item)), *_redaction(item))


def owner_buttons(item: Escalation) -> tuple[Button, ...]:
    """What the person it is assigned to may do now."""
    if item.is_closed:
        return (note_button(item),)
    return tuple(one for one in _open(item) if one.action != "escalation.assign" and not one.more)


def own_buttons(item: Escalation, allowed: frozenset[str] = frozenset({"note", "withdraw"})) -> tuple[Button, ...]:
    """What the person who raised it may do now; `allowed` names the deeds."""
    found = [note_button(item)] if "note" in allowed else []
    if "withdraw" in allowed and not item.is_closed:
        found.append(Button("escalation.withdraw", "Withdraw", item.ref))
    return tuple(found)


def note_button(item: Escalation) -> Button:
    """Opens the form for a note."""
    return Button("escalation.note", "Add note", item.ref)


def redact_buttons(item: Escalation, more: bool = False) -> tuple[Button, ...]:
    """One for each redaction that somebody has asked for: the second person agrees."""
    return tuple(
        Button("escalation.redact", f"Agree to redact line {line}", f"{item.ref}:{line}", more=more)
        for line, _ in item.redactions_asked
    )


def escalate_button(subject: str = "new") -> Button:
    """Opens the form for an escalation; `subject` says what it comes from."""
    return Button("escalate.open", "Log an escalation", subject)


def _open(item: Escalation) -> tuple[Button, ...]:
    found = [
        Button("escalation.assign", "Assign", item.ref),
        note_button(item),
        Button("escalation.resolve", "Resolve", item.ref),
        Button("escalation.link_duplicate", "Link duplicate", item.ref, more=True),
    ]
    if item.raised.kind is Kind.DISAGREEMENT:
        found.insert(2, Button("escalation.move_stage", "Move stage", item.ref))
    if item.state is State.OPEN:
        found.insert(0, Button("escalation.acknowledge", "Acknowledge", item.ref, "primary"))
    return tuple(found)


def _closed(item: Escalation) -> tuple[Button, ...]:
    return (Button("escalation.reopen", "Reopen", item.ref),)


def _redaction(item: Escalation) -> tuple[Button, ...]:
    """Personal data may be found at any time, so this stays possible after closing."""
    left = set(item.lines) - {line for line, _ in item.redactions_asked}
    ask = (Button("escalation.ask_redaction", "Redact words", item.ref, more=True),) if left else ()
    return (*ask, *redact_buttons(item, more=True))
