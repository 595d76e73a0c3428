"""An export of the log: recorded first when it holds words, then written."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.commands.shown import counted
from bot.partnership.rules import Rules
from bot.store import history
from bot.store.database import Store
from bot.workflows.log import export_rows, record_export, summary_rows
from bot.workflows.log_about import WITH_WORDS, WITHOUT_WORDS, about, unconfirmed
from bot.workflows.log_files import write_csv, write_xlsx
from bot.workflows.log_rows import event_columns


@dataclass(frozen=True)
class Export:
    """What is wanted."""

    form: str
    out: Path
    force: bool
    with_words: bool
    reason: str
    since: date | None
    until: date | None


def written(store: Store, wanted: Export, rules: Rules, now: datetime, who: str) -> list[str]:
    """Write the file; what to say about it. Raises FileError, LogError or OSError."""
    days = (wanted.since, wanted.until)
    with store.begin() as tx:
        if wanted.with_words:  # before the file exists: no export without its line
            record_export(tx, now, who, wanted.form, wanted.reason.strip())
        events = export_rows(tx, rules, wanted.with_words, *days)
        summary = summary_rows(tx, rules, wanted.with_words, *days)
        head = history.head(tx)
    columns = event_columns(wanted.with_words)
    if wanted.form == "csv":
        write_csv(columns, events, wanted.out, wanted.force)
    else:
        facts = about(rules, now, len(events), head, wanted.with_words, *days)
        write_xlsx(columns, events, summary, facts, wanted.out, wanted.force)
    recorded = [f"The log says that you took its words (line {head[0]})."] if wanted.with_words else []
    return [
        f"{counted(len(events), 'line')} written to {wanted.out}. Head {head[1]}",
        WITH_WORDS if wanted.with_words else WITHOUT_WORDS,
        unconfirmed(rules),
        *recorded,
    ]
