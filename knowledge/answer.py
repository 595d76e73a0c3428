"""The answer that every channel shows, and its JSON.

The fields are the public contract (docs/answer-contract.md). `sections` holds the same sentences as `text`, taken
apart for cards and pages; `text` is made from them, so the two can never say different things.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from knowledge.lines import AnswerError, Line, Section, check_sources

__all__ = ["Answer", "AnswerContact", "AnswerError", "AnswerSource", "Line", "Question", "Redaction", "Section"]


@dataclass(frozen=True)
class AnswerContact:
    """A contact as shown. `caution` is the plain warning beside a number that may be out of date."""

    name: str
    phone: str | None
    email: str | None
    url: str | None
    hours: str
    area: str
    checked_on: str
    stale: bool
    caution: str | None = None


@dataclass(frozen=True)
class AnswerSource:
    """Where sentences of the answer come from. `date` is the day the document was last looked at (ISO)."""

    document: str
    edition: str
    section: str | None
    page: int | None
    url: str | None
    date: str


@dataclass(frozen=True)
class Question:
    """The one thing asked back, with the replies offered."""

    text: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Redaction:
    """A span of personal data in the text given, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Answer:
    """A whole answer. `elapsed_ms` and the masking fields are filled in by the bot, the rest by `advise`.

    One that states something without a source cannot be built: that raises AnswerError.
    """

    kind: str
    primary: str
    also: tuple[str, ...]
    urgent: bool
    level: int | None
    text: str
    contacts: tuple[AnswerContact, ...]
    timescale: str | None
    consent: str | None
    why: str
    sources: tuple[AnswerSource, ...]
    question: Question | None
    confidence: float
    knowledge_version: str
    title: str
    sections: tuple[Section, ...]
    id: str | None = None
    masked: str = ""
    redactions: tuple[Redaction, ...] = ()
    elapsed_ms: int = 0

    def __post_init__(self) -> None:
        """No source, no sentence."""
        check_sources(self.kind, self.sections, len(self.sources))

    def with_request(self, id: str | None, masked: str, redactions: tuple[Redaction, ...], elapsed_ms: int) -> "Answer":
        """The same answer with what only the bot knows about the request."""
        return replace(self, id=id, masked=masked, redactions=redactions, elapsed_ms=elapsed_ms)

    def to_json(self) -> str:
        """One line of JSON, fields in a fixed order."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain lists and dictionaries."""
        shown = asdict(self)
        return {name: shown[name] for name in _ORDER}

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read an answer back from its JSON. Raises AnswerError for anything that is not one."""
        try:
            return cls.from_dict(json.loads(text))
        except ValueError as error:
            raise AnswerError("an answer is JSON") from error

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read an answer back. Raises AnswerError, in one sentence, for anything that is not one."""
        if not isinstance(data, dict):
            raise AnswerError("an answer is a JSON object")
        known = {f.name for f in fields(cls)}
        if unknown := sorted(set(data) - known):
            raise AnswerError(f"an answer has no field {unknown[0]!r}")
        try:
            return cls(
                **{
                    **data,
                    "also": tuple(data["also"]),
                    "contacts": tuple(AnswerContact(**c) for c in data["contacts"]),
                    "sources": tuple(AnswerSource(**s) for s in data["sources"]),
                    "question": _question(data["question"]),
                    "redactions": tuple(Redaction(**r) for r in data.get("redactions", ())),
                    "sections": tuple(_section(s) for s in data["sections"]),
                }
            )
        except (KeyError, TypeError) as error:
            raise AnswerError(f"an answer lacks or misuses a field: {error}") from error


def _question(data: dict[str, Any] | None) -> Question | None:
    return None if data is None else Question(data["text"], tuple(data["options"]))


def _section(data: dict[str, Any]) -> Section:
    return Section(data["key"], data["heading"], tuple(Line(**line) for line in data["lines"]))


_ORDER = (
    "id",
    *(
        f.name
        for f in fields(Answer)
        if f.name not in {"id", "masked", "redactions", "elapsed_ms", "title", "sections"}
    ),
    "masked",
    "redactions",
    "elapsed_ms",
    "title",
    "sections",
)
