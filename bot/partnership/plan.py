"""The delivery plan and other action plans: what must be done by whom until when, and how it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rag(StrEnum):
    """How an action is going. Green is not completed."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    COMPLETED = "completed"


class Progress(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"  # no longer in the plan file


@dataclass(frozen=True)
class Action:
    """One action. `id` is made of the plan, the number and the place in it; `number` is a text: 1.1 is not 1.10.

    Words ending in `_words` stand as they were written. `lead` is a person's id once the lead is known.
    """

    id: str
    plan: str
    number: str
    title: str
    aim: str = ""  # strategic aim or finding
    question: str = ""
    group: str = ""
    agency: str = ""
    response: str = ""
    lead: str | None = None
    lead_words: str = ""
    due: date | None = None
    due_words: str = ""
    meeting: str = ""
    rag: Rag | None = None
    rag_words: str = ""
    comment: str = ""
    constraints: str = ""
    evidence: str = ""
    outcome: str = ""
    progress: Progress = Progress.OPEN
    order: int = 0  # its place in the file
    # what people did since
    snoozed_until: date | None = None
    snooze_reason: str = ""
    extensions: int = 0
    asked_due: date | None = None  # a new date that waits for approval
    asked_reason: str = ""
    asked_by: str = ""
    not_mine: bool = False  # the lead said so; the business team must find another
    reminded_on: date | None = None
    remind_on: date | None = None  # the next day on which to look
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.progress is Progress.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether the date has passed."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True)
class Plan:
    """One plan that was imported. `listed_overdue`: its file is a list of what is overdue, without dates."""

    id: str
    title: str
    year: str  # such as 2026/27
    source: str  # the file's name and hash
    listed_overdue: bool = False
