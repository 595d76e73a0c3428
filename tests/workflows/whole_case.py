"""One invented escalation from its first line to its last, with every kind of typed words in it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from bot.partnership.escalation import Kind, Raised
from bot.partnership.people import Person, Role
from bot.partnership.rules import Rules, load_rules
from bot.store import people
from bot.store.database import Store
from bot.workflows import escalations

RULES: Rules = load_rules()
RAISED_AT = datetime(2026, 10, 23, 15, 30, tzinfo=UTC)  # a Friday, 16:30 in London; the clocks change that weekend
SEEN_AT = datetime(2026, 10, 26, 10, 0, tzinfo=UTC)  # the Monday after, 10:00
MINUTE = timedelta(minutes=1)

AMIRA = Person(
    "bt-1", "Amira Example", "Partnership", Role.BUSINESS_TEAM, slack_id="U1", email="amira@partnership.example"
)
BEN = Person("bt-2", "Ben Sample", "Business office", Role.BUSINESS_TEAM, email="ben@partnership.example", order=1)
DILIP = Person("so-1", "=Dilip Invented", "Children's social care", Role.LEAD, slack_id="U4", order=2)
EVERYONE = [AMIRA, BEN, DILIP]

TYPED = {
    "disputed": "typed-disputed: the case was closed",
    "tried": "typed-tried: two calls",
    "wanted": "typed-wanted: a visit",
    "case_reference": "typed-reference-77",
}
NOTE, GONE_NOTE, REASON = "typed-note: they rang back", "typed-slip: a name", "typed-reason: a visit is booked"
RAISED = Raised(
    Kind.DISAGREEMENT, "thurrock", "School or college", "Children's social care", 1, danger_now=False, **TYPED
)


def tell(tx: Connection) -> str:
    """Raised by somebody unknown, seen, assigned, noted, one note redacted by two people, resolved; its reference."""
    people.replace_all(tx, EVERYONE)
    ref = escalations.raise_escalation(tx, RULES, RAISED_AT, "slack:U9", RAISED, "form-1").ref
    escalations.acknowledge(tx, RULES, SEEN_AT, "slack:U1", ref)
    escalations.assign(tx, RULES, SEEN_AT + MINUTE, "slack:U1", ref, "slack:U4")
    escalations.add_note(tx, RULES, SEEN_AT + 2 * MINUTE, "slack:U4", ref, NOTE)
    slip = escalations.add_note(tx, RULES, SEEN_AT + 3 * MINUTE, "slack:U4", ref, GONE_NOTE).lines[-1]
    escalations.ask_redaction(tx, RULES, SEEN_AT + 4 * MINUTE, "slack:U1", ref, slip)
    escalations.redact(tx, RULES, SEEN_AT + 5 * MINUTE, "person:bt-2", ref, slip)
    escalations.move_stage(tx, RULES, SEEN_AT + 6 * MINUTE, "slack:U4", ref, 2, REASON)
    escalations.resolve(tx, RULES, SEEN_AT + 7 * MINUTE, "slack:U4", ref, "changed", REASON)
    return ref


def tamper(store: Store, statement: str) -> None:
    """Change the database past the program, as somebody could who has the file."""
    with store.begin() as tx:
        if tx.dialect.name == "postgresql":
            tx.execute(text("ALTER TABLE history DISABLE TRIGGER USER"))
        else:
            for name in tx.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
                tx.execute(text(f"DROP TRIGGER {name}"))
        tx.execute(text(statement))
