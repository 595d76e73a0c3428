"""`signpost knowledge import`, `changes` and `confirm`: the partnership's own copies of its documents."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.acting import day, today
from bot.commands.documents_shown import show_changes, show_confirmed, show_taken
from bot.commands.shown import failed
from bot.library.confirming import confirm
from bot.library.faults import DocumentFileError
from bot.library.taking import take
from bot.settings import Settings
from knowledge.knowledge import Knowledge
from knowledge.load import load


def add(commands: Any) -> None:  # noqa: ANN401 - argparse does not name the type
    """Add the commands to the parser of `signpost knowledge`."""
    taken = commands.add_parser("import", help="take over a document, whole or not at all")
    taken.add_argument("file", type=Path, metavar="FILE", help="PDF, DOCX, HTML or text")
    taken.add_argument("--document", required=True, metavar="ID", help="which document of documents.yaml it is")
    taken.add_argument("--edition", required=True, type=day, metavar="DATE", help="the date on it, such as 2026-04-01")
    taken.set_defaults(run=_import)
    waits = commands.add_parser("changes", help="list the pathways that wait for a confirmation after a new edition")
    waits.set_defaults(run=_changes)
    sure = commands.add_parser("confirm", help="say that a pathway was looked at after a new edition")
    sure.add_argument("pathway", metavar="PATHWAY")
    sure.add_argument("--by", required=True, metavar="NAME", help="who looked at it")
    sure.add_argument("--document", metavar="ID", help="only what changed in this document (default: all)")
    sure.set_defaults(run=_confirm)


def _import(options: argparse.Namespace, settings: Settings) -> int:
    """Take the file over and say what was understood, or say in one sentence why not."""

    def work(knowledge: Knowledge, folder: Path) -> None:
        asked = (options.file, options.document, options.edition)
        try:
            taken = take(*asked, today(), folder, knowledge.documents, knowledge.library.shelf())
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise DocumentFileError(f"{error.filename or options.file} cannot be used: {why}.") from error
        show_taken(knowledge, taken, options.file)

    return _done(settings, work)


def _changes(options: argparse.Namespace, settings: Settings) -> int:
    return _done(settings, lambda knowledge, folder: show_changes(knowledge, knowledge.library.shelf()))


def _confirm(options: argparse.Namespace, settings: Settings) -> int:
    def work(knowledge: Knowledge, folder: Path) -> None:
        shelf, now = knowledge.library.shelf(), datetime.now(UTC)
        known, asked = knowledge.pathways, (options.pathway, options.by.strip(), options.document)
        show_confirmed(knowledge, confirm(folder, shelf, known, *asked, now), options.by.strip())

    return _done(settings, work)


def _done(settings: Settings, work: Callable[[Knowledge, Path], None]) -> int:
    folder = settings.signpost_documents
    try:
        work(load(documents=folder), folder)
    except DocumentFileError as error:
        return failed(str(error))
    return 0
