"""The shape of the daily drill: invented questions whose answers are known (docs/advice-off.md)."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge.model import Entry, Identifier, Text


class DrillQuestion(Entry):
    """An invented question whose answer is known. With `flag` or `urgent` it tells of danger."""

    id: Identifier
    text: Text
    voice: Literal["practitioner", "other"]
    pathway: Identifier  # must lead the answer or stand beside what leads
    also_right: tuple[Identifier, ...] = ()  # or one of these
    flag: Identifier | None = None  # the red flag that the words raise
    urgent: bool = False
    says: tuple[Text, ...] = ("999",)  # words that the answer must hold

    @property
    def is_danger(self) -> bool:
        """Whether the answer must be urgent."""
        return self.urgent or self.flag is not None


class Drill(Entry):
    """The fixed questions of the daily drill, and which part of the ordinary answers may be wrong."""

    ordinary_misses: Annotated[float, Field(ge=0, lt=1)]
    questions: Annotated[tuple[DrillQuestion, ...], Field(min_length=1)]
