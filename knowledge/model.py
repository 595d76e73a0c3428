"""The shape of everything in `knowledge/data`: one class for each kind of entry.

Every sentence that a practitioner may read is a `Sentence`, and a `Sentence` cannot be built without the
document it rests on. Entries refuse unknown keys, so a misspelt field is an error and not a silent gap.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def _finished(text: str) -> str:
    """Refuse the mark of a draft: what nobody has filled in yet must never be an answer."""
    if "TODO" in text:
        raise ValueError("it still holds a TODO")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_finished)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Level = Annotated[int, Field(ge=1, le=4)]


class Area(StrEnum):
    """The three partnerships that share the SET procedures."""

    THURROCK = "thurrock"
    SOUTHEND = "southend"
    ESSEX = "essex"

    @property
    def label(self) -> str:
        """The name as people write it: `Thurrock`."""
        return self.value.capitalize()


class Entry(BaseModel):
    """Base of all entries: read only, and strict about what it is given."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Standing(StrEnum):
    """How far a document may be relied on for SET."""

    LOCAL = "local"  # published by a SET body
    NATIONAL = "national"  # government or a national body
    SECONDARY = "secondary"  # a school, former NHS body or charity repeating a SET publisher
    ANALOGUE = "analogue"  # another area's procedure: shows the usual rule, not the SET one
    MIRROR = "mirror"  # a copy of a publisher's page found on somebody else's domain
    UNREAD = "unread"  # the document exists but its text was not read: recalled only


class Document(Entry):
    """One edition of one document that answers rest on."""

    title: Text
    edition: Text
    standing: Standing
    url: Text | None = None
    checked_on: date
    old: bool = False
    review_by: date | None = None  # after this day answers that rest on it say that its review is due
    called: tuple[Text, ...] = ()  # what people call it in a question

    @property
    def confirm(self) -> bool:
        """Whether a sentence that rests on this alone must be marked "confirm with the partnership"."""
        return self.standing in {Standing.ANALOGUE, Standing.MIRROR, Standing.UNREAD}


class Sentence(Entry):
    """One thing that an answer may say, with the place it comes from."""

    say: Text
    source: Identifier
    section: Text | None = None
    page: int | None = None
    areas: tuple[Area, ...] = ()
    asks: tuple[Text, ...] = ()  # words of a question that this sentence answers directly

    def holds_in(self, area: Area) -> bool:
        """Whether the sentence is meant for this area (no areas named: all of them)."""
        return not self.areas or area in self.areas


def _clock(value: object) -> object:
    """Read `09:00` the way YAML 1.1 hands it over: as a number of minutes."""
    return time(value // 60, value % 60) if isinstance(value, int) else value


Clock = Annotated[time, BeforeValidator(_clock)]


class Opening(Entry):
    """Office hours on some days of the week, Europe/London; bank holidays are closed."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
    opens: Clock
    closes: Clock


class Contact(Entry):
    """A place to ring or write to, and how sure we are that it still answers."""

    name: Text
    phone: Text | None = None
    email: Text | None = None
    url: Text | None = None
    hours: Text
    area: Area | Literal["set", "england"]
    open: tuple[Opening, ...] = ()
    source: Identifier
    checked_on: date
    stale: bool
    caution: Text | None = None  # said beside the contact, such as why it may be stale


class Consent(Entry):
    """Whether the parents' or the child's agreement is needed, in one word and in sentences."""

    need: Literal["needed", "seek_unless_risk", "not_needed", "not_applicable"]
    sentences: tuple[Sentence, ...]


class Tool(Entry):
    """A form, checklist or assessment tool named by the procedures."""

    name: Text
    use: Text
    url: Text | None = None
    source: Identifier
    areas: tuple[Area, ...] = ()

    def holds_in(self, area: Area) -> bool:
        """Whether the tool is the one used in this area."""
        return not self.areas or area in self.areas


class Option(Entry):
    """One reply to a clarifying question and the pathway that it leads to."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    pathway: Identifier


class Clarification(Entry):
    """A question worth asking because its reply changes the route."""

    text: Text
    known_by: tuple[Identifier, ...] = ()  # vocabulary: not asked when a word of any name stands in the message
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]


class ContactPlan(Entry):
    """Who to contact for one area, by contact id, in the order to try."""

    in_hours: tuple[Identifier, ...]
    out_of_hours: tuple[Identifier, ...]


class Pathway(Entry):
    """One route through the procedures: everything that an answer about it says."""

    id: Identifier
    title: Text
    offer: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    lead: Sentence  # the route in one sentence
    level: Level | None
    urgent: bool
    applies: tuple[Sentence, ...] = Field(min_length=1)
    steps: tuple[Sentence, ...] = Field(min_length=1)
    contacts: dict[Area, ContactPlan]
    timescale: tuple[Sentence, ...] = Field(min_length=1)
    consent: Consent
    tools: tuple[Tool, ...] = ()
    next: tuple[Sentence, ...] = Field(min_length=1)
    no_answer: tuple[Sentence, ...] = Field(min_length=1)
    refused: tuple[Sentence, ...] = Field(min_length=1)
    careful: tuple[Sentence, ...] = ()  # what is easy to get wrong
    notes: tuple[Sentence, ...] = ()  # replies to questions people ask about this pathway
    question: Clarification | None = None
    related: tuple[Identifier, ...] = ()

    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the pathway, in reading order."""
        return (
            self.lead,
            *self.applies,
            *self.steps,
            *self.timescale,
            *self.consent.sentences,
            *self.next,
            *self.no_answer,
            *self.refused,
            *self.careful,
            *self.notes,
        )
