"""The action matrix: what a group gave an agency to do, until when it must be answered, and what failed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.partnership.plan_rules import MatrixRule
from knowledge.hours import add_working_days


@dataclass(frozen=True)
class MatrixItem:
    """One action of a meeting's matrix. `id` is the meeting's with a number; `person` answers for the agency."""

    id: str
    meeting: str
    group: str
    met_on: date
    agency: str
    words: str
    received_on: date  # the agency got the matrix: the clock starts
    due_on: date
    person: str | None = None
    acknowledged_on: date | None = None  # stops nothing
    responded_on: date | None = None
    response: str = ""
    responded_by: str = ""
    struck_on: date | None = None  # taken off: given in error, or recorded wrongly
    struck_reason: str = ""
    letter_on: date | None = None  # a letter that lists it was put before the business manager
    looked_on: date | None = None  # the last day on which the clock looked
    remind_on: date | None = None  # the next day on which to look

    @property
    def waits(self) -> bool:
        """Whether a response is still to come."""
        return self.responded_on is None and self.struck_on is None


@dataclass(frozen=True)
class LetterItem:
    """One failure as the letter tells it."""

    number: str
    group: str
    met_on: date
    words: str
    received_on: date
    due_on: date
    responded_on: date | None


@dataclass(frozen=True)
class LetterDraft:
    """Everything that the letter to an agency's executive member says. The bot drafts it; a person sends it."""

    agency: str
    executive_member: str  # empty when the people file names nobody
    items: tuple[LetterItem, ...]
    sender: str  # the business manager; empty when nobody of the business team is there
    copied_to: tuple[str, ...]  # the strategic partners
    written_on: date
    rule: str  # with its source
    readings: tuple[str, ...]  # ours, to be checked before the letter goes


@dataclass(frozen=True)
class MatrixNews:
    """What a notice about the matrix speaks of, as it stands when it is written."""

    items: tuple[MatrixItem, ...]
    groups: Mapping[str, str]  # the name of each group by its id
    letter: LetterDraft | None = None  # while the agency's failures call for one

    def without_words(self, instead: str) -> "MatrixNews":
        """The same for a channel that may carry no typed words."""
        items = tuple(_bare(item, instead) for item in self.items)
        if self.letter is None:
            return replace(self, items=items)
        lines = tuple(replace(one, words=instead) for one in self.letter.items)
        return replace(self, items=items, letter=replace(self.letter, items=lines))


def due_on(received_on: date, rule: MatrixRule) -> date:
    """The last day for a response; the count starts on the day after receipt."""
    return add_working_days(received_on, rule.respond_working_days)


def failed(item: MatrixItem, today: date, rule: MatrixRule) -> bool:
    """Whether the item counts as a failure: no response in time."""
    if item.struck_on is not None:
        return False
    if item.responded_on is None:
        return today > item.due_on
    return rule.late_counts and item.responded_on > item.due_on


def failures(items: Iterable[MatrixItem], today: date, rule: MatrixRule) -> list[MatrixItem]:
    """What counts as a failure, the oldest first. There is no look-back, and they need not follow one another."""
    return sorted((one for one in items if failed(one, today, rule)), key=lambda one: (one.due_on, one.id))


def letter_due(items: Iterable[MatrixItem], today: date, rule: MatrixRule) -> list[MatrixItem]:
    """One agency's failures when they call for a letter, at the second and each further one; empty otherwise."""
    found = failures(items, today, rule)
    unwritten = any(one.letter_on is None for one in found)
    return found if unwritten and len(found) >= rule.failures else []


def _bare(item: MatrixItem, instead: str) -> MatrixItem:
    response, reason = (instead if said else "" for said in (item.response, item.struck_reason))
    return replace(item, words=instead, response=response, struck_reason=reason)
