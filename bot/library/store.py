"""Writes the folder with the partnership's own copies: one file for each edition, and who confirmed what."""

import os
from pathlib import Path

from knowledge.documents.library import CONFIRMATIONS, CONFIRMED, Confirmation, Shelf
from knowledge.documents.passages import Edition


def keep(folder: Path, edition: Edition) -> Path:
    """Write the copy of an edition, whole or not at all; the file."""
    return _write(folder, f"{edition.document}@{edition.edition.isoformat()}.json", edition.model_dump_json(indent=1))


def keep_confirmation(folder: Path, shelf: Shelf, *new: Confirmation) -> Path:
    """Write the confirmations with the new ones at their end; the file."""
    return _write(folder, CONFIRMED, CONFIRMATIONS.dump_json((*shelf.confirmations, *new), indent=1).decode())


def _write(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    unfinished = folder / f".{name}.{os.getpid()}.part"
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
