"""Triggers: a line of the history can be added behind the last one, and its words can be taken out. Nothing else."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SQLITE = (
    """
    CREATE TRIGGER history_only_loses_words BEFORE UPDATE ON history
    WHEN NEW.seq IS NOT OLD.seq OR NEW.subject IS NOT OLD.subject OR NEW.at IS NOT OLD.at OR NEW.who IS NOT OLD.who
      OR NEW.deed IS NOT OLD.deed OR NEW.facts IS NOT OLD.facts OR NEW.words_digest IS NOT OLD.words_digest
      OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
      OR (NEW.words IS NOT NULL AND NEW.words IS NOT OLD.words)
      OR (NEW.salt IS NOT NULL AND NEW.salt IS NOT OLD.salt)
    BEGIN SELECT RAISE(ABORT, 'a line of the history cannot be changed'); END
    """,
    """
    CREATE TRIGGER history_keeps_lines BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'a line of the history cannot be deleted'); END
    """,
    # INSERT OR REPLACE deletes without firing the trigger above
    """
    CREATE TRIGGER history_grows_at_the_end BEFORE INSERT ON history
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM history)
    BEGIN SELECT RAISE(ABORT, 'a line of the history follows the last one'); END
    """,
)

_POSTGRESQL = (
    """
    CREATE FUNCTION history_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM history) THEN
          RAISE EXCEPTION 'a line of the history follows the last one';
        END IF;
        RETURN NEW;
      ELSIF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'a line of the history cannot be deleted';
      ELSIF (NEW.seq, NEW.subject, NEW.at, NEW.who, NEW.deed, NEW.facts, NEW.words_digest, NEW.previous, NEW.hash)
        IS DISTINCT FROM
        (OLD.seq, OLD.subject, OLD.at, OLD.who, OLD.deed, OLD.facts, OLD.words_digest, OLD.previous, OLD.hash)
        OR (NEW.words IS NOT NULL AND NEW.words IS DISTINCT FROM OLD.words)
        OR (NEW.salt IS NOT NULL AND NEW.salt IS DISTINCT FROM OLD.salt) THEN
        RAISE EXCEPTION 'a line of the history cannot be changed';
      END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER history_guards_lines BEFORE INSERT OR UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION history_guard()
    """,
    """
    CREATE TRIGGER history_keeps_lines BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION history_guard()
    """,
)


def upgrade() -> None:
    """Build the triggers."""
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(statement)
