"""Parts that several forms share: what to choose from, and the values that came back."""

from collections.abc import Iterable, Mapping

from bot.partnership.rules import Rules
from bot.wording.form import Option
from bot.wording.times import days_words, marked

LABEL = 75  # Slack's limit for the label of an option
HINT = 2000  # and for a hint
NO_NAMES = "Leave out names, dates of birth, addresses and NHS numbers."


class FormError(ValueError):
    """A form cannot be used. `faults` has a sentence for each field that must be changed."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(", ".join(sorted(faults)))
        self.faults = dict(faults)


def shortened(words: str, longest: int) -> str:
    """The words, or their beginning with an ellipsis."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def option(value: str, label: str) -> Option:
    """One thing to choose, its label inside every channel's limit."""
    return Option(value, shortened(label, LABEL))


def same(values: Iterable[str]) -> tuple[Option, ...]:
    """Things to choose whose value is what is read."""
    return tuple(option(value, value) for value in values)


def stage_options(rules: Rules) -> tuple[Option, ...]:
    """The stages by number and name."""
    return tuple(option(str(stage.number), f"{stage.number}. {stage.name}") for stage in rules.stages)


def stage_limits(rules: Rules) -> str:
    """How long each stage may take, with the mark of what is not confirmed."""
    lengths = [(f"stage {stage.number}: {days_words(stage.days)}", stage.verified) for stage in rules.stages]
    if not any(verified for _, verified in lengths):
        return marked(f"Limits: {'; '.join(words for words, _ in lengths)}", False, rules) + "."
    return f"Limits: {'; '.join(marked(words, verified, rules) for words, verified in lengths)}."
