"""Read `knowledge/data` into one read-only object, or say exactly what is wrong in which file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from knowledge.choice.questions import DecidingQuestion
from knowledge.documents.asking import DocumentQuestions
from knowledge.documents.library import library_of
from knowledge.drill import Drill
from knowledge.guides.shape import Guide
from knowledge.knowledge import Knowledge
from knowledge.model import Contact, Document, Pathway
from knowledge.references import reference_faults
from knowledge.rules import (
    FollowUp,
    GlossaryEntry,
    Place,
    RedFlag,
    Settings,
    Share,
    ThresholdLevel,
)

DATA = Path(__file__).parent / "data"


class KnowledgeError(Exception):
    """The knowledge files cannot be used; `faults` says what is wrong where, one sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


_FILES: dict[str, TypeAdapter[Any]] = {
    "documents": TypeAdapter(dict[str, Document]),
    "contacts": TypeAdapter(dict[str, Contact]),
    "red_flags": TypeAdapter(tuple[RedFlag, ...]),
    "vocabulary": TypeAdapter(dict[str, tuple[str, ...]]),
    "follow_ups": TypeAdapter(dict[str, FollowUp]),
    "also_right": TypeAdapter(dict[str, dict[str, Share]]),
    "step_acts": TypeAdapter(dict[str, tuple[str, ...]]),
    "questions": TypeAdapter(tuple[DecidingQuestion, ...]),
    "places": TypeAdapter(tuple[Place, ...]),
    "glossary": TypeAdapter(tuple[GlossaryEntry, ...]),
    "thresholds": TypeAdapter(tuple[ThresholdLevel, ...]),
    "settings": TypeAdapter(Settings),
    "drill": TypeAdapter(Drill),
    "document_questions": TypeAdapter(DocumentQuestions),
}
_PATHWAY, _GUIDE = TypeAdapter(Pathway), TypeAdapter(Guide)


def load(folder: Path = DATA, documents: Path | None = None) -> Knowledge:
    """The knowledge in `folder`, with the partnership's own copies in `documents` where that is given.

    Raises KnowledgeError with every fault found, not only the first.
    """
    faults: list[str] = []
    parts = {name: _read(folder / f"{name}.yaml", shape, faults) for name, shape in _FILES.items()}
    paths = sorted((folder / "pathways").glob("*.yaml"))
    pathways = {path.stem: _read(path, _PATHWAY, faults) for path in paths}
    guides = {path.stem: _read(path, _GUIDE, faults) for path in sorted((folder / "guides").glob("*.yaml"))}
    if faults:
        raise KnowledgeError(faults)
    library = library_of(documents, pathways, parts["glossary"], parts["document_questions"].same)
    knowledge = Knowledge(version=_version(folder), pathways=pathways, guides=guides, library=library, **parts)
    if faults := list(reference_faults(knowledge)):
        raise KnowledgeError(faults)
    return knowledge


def _read(path: Path, shape: TypeAdapter[Any], faults: list[str]) -> Any:  # noqa: ANN401  the shape says which
    """One file in its shape; faults are added as `file: field: what is wrong`."""
    try:
        return shape.validate_python(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except FileNotFoundError:
        faults.append(f"{path.name}: the file is missing")
    except yaml.YAMLError as error:
        faults.append(f"{path.name}: not YAML: {' '.join(str(error).split())}")
    except ValidationError as error:
        faults.extend(_faults(path, error))
    return None


def _faults(path: Path, error: ValidationError) -> Iterator[str]:
    for fault in error.errors():
        where = ".".join(str(part) for part in fault["loc"])
        yield f"{path.name}: {where}: {fault['msg']}"


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
