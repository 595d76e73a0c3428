"""Confirms that a pathway was looked at after a new edition of a document it rests on."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from bot.library.faults import DocumentFileError
from bot.library.store import keep_confirmation
from knowledge.documents.library import Confirmation, Shelf, Waiting


def confirm(
    folder: Path, shelf: Shelf, pathways: Collection[str], pathway: str, by: str, document: str | None, now: datetime
) -> list[Waiting]:
    """Keep who confirmed the pathway and when; what waited for it. Raises DocumentFileError when nothing does."""
    if pathway not in pathways:
        raise DocumentFileError(f"No pathway is called {pathway!r}. `signpost knowledge changes` lists what waits.")
    if not by.strip():
        raise DocumentFileError("Say who confirms it: --by NAME.")
    waits = [one for one in shelf.waiting if one.pathway == pathway and document in {None, one.document}]
    if not waits:
        where = f" because of {document}" if document else ""
        raise DocumentFileError(f"Nothing waits for {pathway}{where}. `signpost knowledge changes` lists what does.")
    new = [
        Confirmation(pathway=pathway, document=one.document, edition=shelf.newest[one.document].edition, by=by, at=now)
        for one in waits
    ]
    keep_confirmation(folder, shelf, *new)
    return waits
