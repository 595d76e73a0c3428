"""All that the procedures say, as one read-only object."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.choice.questions import DecidingQuestion
from knowledge.documents.asking import DocumentQuestions
from knowledge.documents.library import Library
from knowledge.drill import Drill
from knowledge.guides.shape import Guide
from knowledge.model import Contact, Document, Pathway
from knowledge.rules import FollowUp, GlossaryEntry, Place, RedFlag, Settings, ThresholdLevel


@dataclass(frozen=True)
class Knowledge:
    """All that the procedures say, with the hash of the files it was read from."""

    version: str
    documents: dict[str, Document]
    contacts: dict[str, Contact]
    pathways: dict[str, Pathway]
    red_flags: tuple[RedFlag, ...]
    vocabulary: dict[str, tuple[str, ...]]
    follow_ups: dict[str, FollowUp]
    also_right: dict[str, dict[str, float]]  # route -> other routes that are right too, and how often
    step_acts: dict[str, tuple[str, ...]]  # what a step makes people do -> the words that say so
    questions: tuple[DecidingQuestion, ...]
    places: tuple[Place, ...]
    glossary: tuple[GlossaryEntry, ...]
    thresholds: tuple[ThresholdLevel, ...]
    settings: Settings
    guides: dict[str, Guide]
    drill: Drill
    document_questions: DocumentQuestions
    library: Library  # the partnership's own copies, as the folder holds them now

    @cached_property
    def protective_order(self) -> dict[str, int]:
        """Place of each pathway in the order "most protective first" (0 is the most protective)."""
        return {pathway: place for place, pathway in enumerate(self.settings.protective_order)}
