"""A labelled message: what was asked, and what a right answer names, says, never says and masks."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.settings import ROOT

OWN = ROOT / "tests" / "eval" / "own.jsonl"


class LabelError(ValueError):
    """A file of labelled messages cannot be used; the message says which line and what is wrong with it."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Turn(_Entry):
    """One earlier message of the conversation."""

    role: Literal["user", "bot"]
    text: str


class Label(_Entry):
    """One message with its labels. In `must_say`, `a|b` means any of them and `word*` a beginning of a word."""

    id: str
    text: str
    pathway: str
    acceptable: tuple[str, ...]  # pathways that are right as well
    level: int | None
    must_say: tuple[str, ...]
    must_not_say: tuple[str, ...]
    urgent: bool
    kind: str
    label_basis: str
    tags: tuple[str, ...]
    voice: str = "plain"
    history: tuple[Turn, ...] = ()
    pii: tuple[str, ...] = ()  # must not be in the masked text
    pii_keep: tuple[str, ...] = ()  # must stay in it
    source: str | None = None
    gold: str | None = None

    @property
    def right(self) -> frozenset[str]:
        """The pathways of which any is a right answer."""
        return frozenset({self.pathway, *self.acceptable})

    def question(self) -> dict[str, object]:
        """What the assistant is given: the words and what came before, and nothing of the labels."""
        return {"id": self.id, "text": self.text, "history": [turn.model_dump() for turn in self.history]}


def read_labels(path: Path) -> list[Label]:
    """The labelled messages of a file. Raises LabelError for a line that is none, and for an id given twice."""
    labels: dict[str, Label] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            label = Label.model_validate_json(line)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"]) or "the line"
            raise LabelError(f"{path.name}, line {number}: {where}: {fault['msg']}.") from error
        if label.id in labels:
            raise LabelError(f"{path.name}, line {number}: the id {label.id!r} is there twice.")
        labels[label.id] = label
    return list(labels.values())
