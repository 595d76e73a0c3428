"""The weekly digest: what one reader must know of the plan, as plain objects."""

from dataclasses import dataclass, field, replace
from datetime import date

from bot.partnership.advice_week import AdviceWeek
from bot.partnership.plan import Action
from bot.partnership.settled import OpenQuestions


@dataclass(frozen=True)
class Change:
    """What happened to an action since the last digest, such as done, new date, comment."""

    action: Action
    deed: str
    words: str = ""


@dataclass(frozen=True)
class Digest:
    """One reader's week. Empty parts are left out; a digest without any part is not sent."""

    reader: str  # a person's id, or a group's
    role: str  # "lead", "chair", "group" or "business team"
    week_of: date  # the Monday
    overdue: tuple[Action, ...] = ()  # their date has passed
    due_soon: tuple[Action, ...] = ()  # until the next digest but one
    undated: tuple[Action, ...] = ()  # listed as overdue by their plan's file, without a date
    waiting: tuple[Action, ...] = ()  # new dates to approve, and actions whose lead said "not mine"
    changes: tuple[Change, ...] = ()
    silent: tuple[str, ...] = ()  # people who were reminded and did not answer
    escalations: tuple[str, ...] = ()  # references that wait
    undelivered: int = 0
    unreachable: tuple[str, ...] = ()  # agencies without a live owner
    questions: OpenQuestions = field(default_factory=OpenQuestions)  # of the week before, without a good answer
    advice: AdviceWeek = field(default_factory=AdviceWeek)  # when automatic advice was off, and the drills
    counts: tuple[tuple[str, int], ...] = ()  # RAG and progress in words, for the picture

    def without_reasons(self, instead: str) -> "Digest":
        """The same without the reasons that people typed for switching advice."""
        return replace(self, advice=self.advice.without_reasons(instead))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        if self.advice.is_news:
            return False
        listed = (self.overdue, self.due_soon, self.undated, self.waiting, self.changes, self.questions.largest)
        return not any((*listed, self.silent, self.escalations)) and not self.undelivered and not self.unreachable
