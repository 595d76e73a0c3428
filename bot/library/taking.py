"""Takes a file over as an edition of a document, after everything that can be wrong was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bot.library.faults import DocumentFileError
from bot.library.read import ReadDocument, read_document_file
from bot.library.store import keep
from knowledge.documents.library import Shelf
from knowledge.documents.passages import Edition
from knowledge.documents.upgrades import Impact
from knowledge.model import Document

_HOW_TO_ADD = "Add an entry for it to knowledge/data/documents.yaml (docs/documents.md shows one) and try again."


@dataclass(frozen=True)
class Taken:
    """What came of an import. `impact` is None for the first edition of a document."""

    edition: Edition
    words: int
    is_new: bool
    impact: Impact | None


def take(
    path: Path, document: str, edition: date, today: date, folder: Path, documents: Mapping[str, Document], shelf: Shelf
) -> Taken:
    """Read the file and keep it. Raises DocumentFileError, and then nothing has changed; OSError when not there."""
    if document not in documents:
        near = get_close_matches(document, documents, n=1, cutoff=0.5)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise DocumentFileError(f"No document is called {document!r}.{meant} {_HOW_TO_ADD}")
    if edition > today:
        raise DocumentFileError(f"The edition {edition.isoformat()} is still to come. Give the date on the document.")
    if shelf.faults:
        raise DocumentFileError(
            f"{folder} holds a file that is damaged: {shelf.faults[0]}. Put it right or take it away."
        )
    read = read_document_file(path)
    earlier = shelf.editions.get(document, ())
    if same := next((one for one in earlier if one.fingerprint == read.fingerprint), None):
        return _again(path, same, edition, read)
    _require_newer(document, edition, earlier)
    new = Edition(
        document=document,
        edition=edition,
        imported_on=today,
        fingerprint=read.fingerprint,
        pages=read.pages,
        sections=read.sections,
    )
    impact = shelf.impact_of(new)
    keep(folder, new)
    return Taken(new, read.words, True, impact)


def _again(path: Path, same: Edition, edition: date, read: ReadDocument) -> Taken:
    """The same file once more: fine under its own date, a slip under another."""
    if same.edition != edition:
        raise DocumentFileError(
            f"{path.name} is here already as the edition {same.edition.isoformat()}. "
            "Give the newer file, or the same date."
        )
    return Taken(same, read.words, False, None)


def _require_newer(document: str, edition: date, earlier: tuple[Edition, ...]) -> None:
    newest = earlier[-1].edition if earlier else None
    if newest and edition == newest:
        raise DocumentFileError(
            f"The edition {edition.isoformat()} of {document} is here already from another file. "
            "If it was the wrong file, take its copy out of the folder first; if this one is newer, give its own date."
        )
    if newest and edition < newest:
        raise DocumentFileError(
            f"The edition {edition.isoformat()} is older than the newest one here, {newest.isoformat()}. "
            "Editions are imported from the oldest to the newest."
        )
