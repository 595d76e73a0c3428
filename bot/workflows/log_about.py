"""What an exported file says about itself."""

from datetime import UTC, date, datetime

from bot.partnership.rules import Rules
from bot.workflows.log_rows import Row, london

WITH_WORDS = "What people typed, their names and their case references are in this file. Keep it as you keep the log."
WITHOUT_WORDS = "No typed words, no names of people and no case references are in this file."


def about(
    rules: Rules,
    now: datetime,
    lines: int,
    head: tuple[int, str],
    with_words: bool,
    since: date | None,
    until: date | None,
) -> Row:
    """Each fact under its name. `head` is the last line of the log and its hash at the moment of the export."""
    last, hash = head
    return {
        "Exported (London)": london(now),
        "Exported (UTC)": now.astimezone(UTC).isoformat(timespec="seconds"),
        "Days": f"{since or 'the beginning'} to {until or 'now'}" if since or until else "all",
        "Lines in this file": str(lines),
        "Lines in the log": str(last),
        "Hash of the last line of the log": hash,
        "Words": WITH_WORDS if with_words else WITHOUT_WORDS,
        "Stages, limits and office hours": unconfirmed(rules),
    }


def unconfirmed(rules: Rules) -> str:
    """What stands beside every figure of this file that the partnership has not confirmed."""
    named = [f"stage {stage.number}" for stage in rules.stages if not stage.verified]
    kinds = ", ".join([*named, "the limits for danger and for concerns"])
    return f"{kinds}: {rules.unverified}."
