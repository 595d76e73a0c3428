"""How groups of questions without a good answer stand on the screen."""

from collections import Counter
from collections.abc import Container

from bot.commands.shown import counted
from bot.upkeep.grouping import Group
from bot.upkeep.privacy import Mask, shown

_SHOWN, _LONGEST = 3, 300


def group_lines(group: Group, mask: Mask, known: Container[str]) -> list[str]:
    """The group's facts, and what was asked as far as it may be shown."""
    asked = f"{counted(len(group.questions), 'question')} of {_people(group.askers)}"
    titles = Counter(one.title for one in group.questions).most_common()
    reasons = Counter(one.why.value for one in group.questions).most_common()
    lines = [
        f"{group.id}  {asked}, {_days(group)}",
        f"  Answered with: {_counts(titles)}",
        f"  Why here: {_counts(reasons)}",
    ]
    if group.words:
        lines.append(f"  Words: {', '.join(group.words)}")
    return [*lines, *_typed(group, mask, known)]


def _typed(group: Group, mask: Mask, known: Container[str]) -> list[str]:
    typed = shown(group, mask, known, _SHOWN, with_said=True)
    if typed is None:
        return ["  What was typed is not shown: few people asked, and it may still point to somebody."]
    left = len(group.questions) - len(typed)
    return [*(f"  “{_short(words)}”" for words in typed), *([f"  and {left} more"] if left else [])]


def _days(group: Group) -> str:
    first, last = f"{group.first:%-d %B %Y}", f"{group.last:%-d %B %Y}"
    return f"on {first}" if first == last else f"{first} to {last}"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _counts(found: list[tuple[str, int]]) -> str:
    return "; ".join(f"{what} ({count})" for what, count in found)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"
