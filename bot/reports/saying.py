"""Days and numbers as the reports write them."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.few import Count, Hidden

NOT_SHOWN = "not shown"


def day_words(day: date) -> str:
    """`3 May 2026`."""
    return f"{day.day} {day:%B %Y}"


def count_words(number: Count | None, least: int) -> str:
    """The number, `none`, `fewer than 5`, or that it is not shown."""
    if number is None or number is Hidden.WITHHELD:
        return NOT_SHOWN
    return f"fewer than {least}" if number is Hidden.FEW else str(number or "none")


def counted(number: int, what: str) -> str:
    """`1 action`, `2 actions`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
