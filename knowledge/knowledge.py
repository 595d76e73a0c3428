"""All that the procedures say, as one read-only object."""

from dataclasses import dataclass
from functools import cached_property

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
    places: tuple[Place, ...]
    glossary: tuple[GlossaryEntry, ...]
    thresholds: tuple[ThresholdLevel, ...]
    settings: Settings

    @cached_property
    def protective_order(self) -> dict[str, int]:
        """Place of each pathway in the order "most protective first" (0 is the most protective)."""
        return {pathway: place for place, pathway in enumerate(self.settings.protective_order)}
