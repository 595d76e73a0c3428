"""The tables. The migrations build them; a test holds the two together."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table, Text

from bot.store.columns import Json, UtcDateTime, Words

metadata = MetaData()
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")  # only INTEGER counts up by itself on SQLite

inbox = Table(
    "inbox",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("key", String(255), nullable=False, unique=True),
    Column("channel", String(20), nullable=False),
    Column("kind", String(80), nullable=False),
    Column("body", Json),  # NULL once it is done: nothing needs the words any more
    Column("received_at", UtcDateTime, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("worker", String(80)),
    Column("lease_until", UtcDateTime),
    Column("error", Words),
    Column("done_at", UtcDateTime),
    Index("inbox_due", "state", "due_at"),
)

lanes = Table(
    "lanes",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("free_at", UtcDateTime, nullable=False),
    Column("in_flight", _NUMBER),  # the notice that is being sent
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("key", String(255), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("lane", String(255), ForeignKey("lanes.name"), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("data", Json, nullable=False),
    Column("not_before", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("route", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("worker", String(80)),
    Column("lease_until", UtcDateTime),
    Column("error", Words),
    Column("receipt", Json),
    Column("settled_at", UtcDateTime),
    Index("outbox_due", "state", "due_at"),
    Index("outbox_subject", "subject", "kind"),
)

history = Table(
    "history",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("subject", String(255), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", String(255), nullable=False),
    Column("deed", String(40), nullable=False),
    Column("facts", Json, nullable=False),
    Column("words", Json),
    Column("words_digest", String(64), nullable=False),
    Column("salt", String(64)),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("history_subject", "subject", "seq"),
)

# One row: the last line of the history, locked by whoever writes the next.
chain = Table(
    "chain",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)

numbers = Table(
    "numbers",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

# An index over the history for lists. It holds no words and can be built again from the history.
escalations = Table(
    "escalations",
    metadata,
    Column("ref", String(20), primary_key=True),
    Column("form_key", String(255), unique=True),
    Column("state", String(20), nullable=False),
    Column("raised_by", String(255), nullable=False),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("owner", String(255)),
    Column("version", Integer, nullable=False),
    Index("escalations_state", "state"),
    Index("escalations_raised_by", "raised_by"),
)

people = Table(
    "people",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("name", String(255), nullable=False),
    Column("agency", String(255), nullable=False),
    Column("role", String(40), nullable=False),
    Column("groups", Json, nullable=False),
    Column("email", String(255)),
    Column("slack_id", String(80)),
    Column("teams_id", String(255)),
    Column("prefers", String(20)),
    Column("deputy", String(80)),
    Column("away", Json, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    Column("subject", String(255), primary_key=True),
    Column("channel", String(20), primary_key=True),
    Column("conversation", String(255), nullable=False),
    Column("message", String(255), nullable=False),
)

asked = Table(
    "asked",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("asked_by", String(255), nullable=False),
    Column("conversation", String(255), nullable=False),
    Column("place", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("masked", Words, nullable=False),
    Column("answer", Words, nullable=False),
    Column("verdict", String(40)),
    Column("verdict_words", Words, nullable=False),
    Column("told_team", Boolean, nullable=False),
    Index("asked_conversation", "conversation", "at"),
)

referrals = Table(
    "referrals",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("form_key", String(255), unique=True),
    Column("noted_by", String(255), nullable=False),
    Column("front_door", String(255), nullable=False),
    Column("referred_on", Date, nullable=False),
    Column("reference", Words, nullable=False),
    Column("state", String(20), nullable=False),
    Column("asked", Integer, nullable=False),
    Column("ask_at", UtcDateTime),
    Index("referrals_due", "state", "ask_at"),
    Index("referrals_noted_by", "noted_by"),
)
