"""The shape of the rules in `knowledge/data`: red flags, follow-up questions, places, glossary, levels, settings."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge.model import Area, Entry, Identifier, Level, Sentence, Text


class RedFlag(Entry):
    """A sign of danger that must never wait for the classifier.

    The flag is raised when each name in `all_of` (a list of vocabulary names, any of which will do) stands in the
    same `within`, not negated and not in the past, and no name in `unless` stands there.
    """

    id: Identifier
    pathway: Identifier
    act: Literal["999", "front_door"]
    leads: bool = True  # takes the first place; otherwise it only makes the answer urgent
    all_of: Annotated[tuple[tuple[Identifier, ...], ...], Field(min_length=1)]
    unless: tuple[Identifier, ...] = ()
    within: Literal["sentence", "message"] = "sentence"
    in_the_past: bool = False  # still raised when the message says that it was long ago
    even_negated: bool = False  # "not breathing" is danger although it holds a "not"
    say: Sentence


class FollowUp(Entry):
    """A question about the answer before it, such as "and out of hours?"."""

    section: Literal["contacts", "timescale", "consent", "tools", "next", "no_answer", "refused", "why", "steps"]
    alone: Identifier  # the pathway it is about when there was no answer before it
    becomes: dict[Identifier, Identifier] = Field(default_factory=dict)  # topic -> the pathway that now leads


Share = Annotated[float, Field(ge=0, le=1)]


class Place(Entry):
    """A town or borough and whose front door it has; `elsewhere` for places outside SET."""

    area: Area | Literal["elsewhere"]
    names: tuple[Text, ...]


class GlossaryEntry(Entry):
    """An abbreviation or a changed name of the field."""

    term: Text
    means: Text
    say: Text
    also: tuple[Text, ...] = ()
    former: bool = False
    now: Text | None = None
    pathway: Identifier | None = None
    source: Identifier


class Indicator(Entry):
    """A sign of need at one level."""

    say: Text
    domain: Literal["child_development", "parenting_capacity", "family_and_environment"]
    source: Identifier


class ThresholdLevel(Entry):
    """One level of the threshold document with its indicators."""

    level: Level
    name: Text
    means: Sentence
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]


class Settings(Entry):
    """Sentences and figures that belong to no single pathway."""

    danger_line: Sentence  # stands first in every answer
    danger_now: Sentence  # stands first where a red flag says 999
    duty_line: Sentence
    unsure: Sentence
    judgement: Sentence
    advice_off: Sentence  # first below the danger line while free-text advice is switched off
    stale_warning: Text
    changed_source: Text  # with {title}, {sections} and {edition}
    past_review: Text  # with {title} and {date}
    confirm_mark: Text
    front_door: dict[Area, Identifier]
    duty_team: dict[Area, Identifier]
    emergency: Identifier
    protective_order: tuple[Identifier, ...]
    smalltalk: dict[Identifier, Text]
    out_of_scope: Identifier
    front_door_pathway: Identifier
    out_of_hours: dict[Identifier, Identifier] = Field(default_factory=dict)  # what takes its place while it is closed
    unsure_below: float  # chance of being right below which the answer says that it is unsure
    sharpness: float  # power that the classifier's shares are raised to before the choice
    concern_from: float  # share in one clause from which the clause tells of a concern of its own
    concern_share: float  # and the share in the whole message that the concern must have
    concern_routes: tuple[Identifier, ...]  # routes that can apply beside another
    questions_in_a_row: int  # questions asked back one after another at most
    out_of_scope_at: float  # share of "out of scope" against the likeliest pathway from which it leads
    out_of_scope_least: float  # share of "out of scope" without which it never leads
    alone_above: float  # urgency from which a short message does not continue the topic before
    maybe_outside_from: float  # share of "out of scope" from which it may stand beside a route that can wait
    never_outside_above: float  # urgency above which a message is never out of scope
    urgent_share: float
    flag_leads_from: float  # urgency from which a red flag chooses the route
    flag_denied_below: float  # urgency below which the language part overrules a red flag
    urgent_by_nature: dict[Identifier, float]  # route -> how often its messages are urgent
    nature_weight: float
    emergency_pathway: Identifier
    topic_weight: float
