"""The shape of a question about one fact that decides between routes (`questions.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge.model import Entry, Identifier, Option, Text


class DecidingQuestion(Entry):
    """A question about one fact: asked when the fact is not in the message and the reply would change the route."""

    id: Identifier
    fact: Literal["age", "mobile", "when", "who", "area"]
    between: Annotated[tuple[Identifier, ...], Field(min_length=1)]  # asked when one of these leads ...
    against: Annotated[tuple[Identifier, ...], Field(min_length=1)]  # ... and one of these is likely too
    needs: tuple[Identifier, ...] = ()  # vocabulary: asked only when a word of each name stands in the message
    known_by: tuple[Identifier, ...] = ()  # vocabulary: not asked when a word of any name stands in the message
    text: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]
