"""A draft: new sentences, new words for sentences that are there, new messages, for somebody to edit and approve."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.model import Identifier, Pathway, Sentence, Text

TODO = "TODO"
_NAME = re.compile(r"[0-9a-z][0-9a-z_-]*")


class DraftError(ValueError):
    """A draft cannot be used; the message is one sentence that says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MoreAsks(_Part):
    """Words that bring out a sentence which is there already, found by what it says."""

    say: Text
    add: tuple[Text, ...] = Field(min_length=1)


class Message(_Part):
    """One message for the language model."""

    text: Text
    urgent: bool = False


class Draft(_Part):
    """What somebody approves."""

    group: Text
    pathway: Identifier
    questions: tuple[Text, ...] = ()
    notes: tuple[Sentence, ...] = ()
    asks: tuple[MoreAsks, ...] = ()
    messages: tuple[Message, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.notes or self.asks or self.messages)

    def words(self) -> list[str]:
        """All that would be written, text by text."""
        asks = [word for one in self.asks for word in one.add]
        notes = [word for one in self.notes for word in (one.say, *one.asks)]
        return [*notes, *asks, *(one.text for one in self.messages)]


def require_name(name: str) -> str:
    """The name of a draft. Raises DraftError for one that would be a path or no name."""
    if not _NAME.fullmatch(name):
        raise DraftError(f"No draft is called {name!r}. The names stand in: signpost knowledge drafts")
    return name


def read_draft(text: str) -> Draft:
    """The edited draft. Raises DraftError with the first thing that must change."""
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DraftError(f"The draft is not YAML{f', line {mark.line + 1}' if mark else ''}.") from error
    if TODO in str(raw):
        raise DraftError("The draft still holds a TODO. Fill it in or delete that part.")
    try:
        draft = Draft.model_validate(raw)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(part) for part in fault["loc"]) or "the draft"
        raise DraftError(f"The draft has a fault: {where}: {fault['msg']}.") from error
    if draft.is_empty:
        raise DraftError("The draft changes nothing: it needs a note, words for a sentence, or a message.")
    return draft


@dataclass(frozen=True)
class Material:
    """What a draft is made from. `near` are sentences of the pathway that may answer the questions already."""

    name: str
    group: str
    questions: Sequence[str]
    words: Sequence[str]
    near: Sequence[Sentence]
    messages: Sequence[str]  # short ones may stay as they are, the others must be put in one's own words


def written(pathway: Pathway, given: Material) -> str:
    """The text of a new draft, with what somebody must fill in."""
    asks = [
        f"  - say: {_quoted(one.say)}\n    add: {_flow([TODO, *_not_yet(one, given.words)])}\n" for one in given.near
    ]
    messages = [f"  - {{text: {_quoted(_to_do(one))}, urgent: false}}\n" for one in given.messages]
    return "".join(
        (
            f"# A draft for: {pathway.title}\n",
            "# Fill in or delete every TODO, delete each part that you do not need, then run\n",
            f'# signpost knowledge approve {given.name} --by NAME --why "..."\n',
            "# Nothing here is advice until somebody approves it.\n",
            f"group: {_quoted(given.group)}\npathway: {pathway.id}\n",
            f"questions: {_flow(given.questions)}\n",
            '# A new sentence for "Good to know". Its source is an id of documents.yaml; page and section may follow\n',
            f"notes:\n  - say: {_quoted(TODO + ': one sentence that answers these questions')}\n    source: {TODO}\n",
            f"    asks: {_flow(given.words)}\n",
            *(("# Or: words that bring out a sentence which is there already.\nasks:\n", *asks) if asks else ()),
            *(("# Messages that teach the language model this pathway.\nmessages:\n", *messages) if messages else ()),
        )
    )


SHORT = 8  # words of a message that points to nobody by its circumstances


def _to_do(message: str) -> str:
    return message if len(message.split()) <= SHORT else f"{TODO} in your own words, without the details: {message}"


def _not_yet(sentence: Sentence, words: Sequence[str]) -> list[str]:
    return [one for one in words if not any(one.startswith(ask) for ask in sentence.asks)]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _flow(words: Sequence[str]) -> str:
    return f"[{', '.join(_quoted(one) for one in words)}]"
