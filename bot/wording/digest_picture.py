"""How the plan stands in numbers: bars that are words too."""

from bot.wording.message import Fact

_BAR = 20


def picture(counts: tuple[tuple[str, int], ...]) -> tuple[Fact, ...]:
    """Such as `Red: 4 of 20` with a bar of that length. What is overdue has a colour as well."""
    every = sum(number for label, number in counts if label != "overdue")
    shown = (Fact(_label(label), f"{number} of {every} {_bar(number, every)}") for label, number in counts if every)
    return tuple(shown)


def _label(label: str) -> str:
    return label[:1].upper() + label[1:]


def _bar(number: int, every: int) -> str:
    filled = max(round(_BAR * number / every), 1)
    return "▓" * filled + "░" * (_BAR - filled)
