"""The folder with the partnership's own copies, read again whenever something in it changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from knowledge.documents.editions import Change
from knowledge.documents.passages import Edition
from knowledge.documents.search import Index
from knowledge.documents.upgrades import Impact, impact
from knowledge.model import Entry, Identifier, Pathway, Sentence, Text
from knowledge.rules import GlossaryEntry

CONFIRMED = "confirmed.json"


class Confirmation(Entry):
    """Somebody looked at a pathway after an edition of a document came, and put it right or found it right."""

    pathway: Identifier
    document: Identifier
    edition: date  # the newest edition at that moment
    by: Text
    at: AwareDatetime


CONFIRMATIONS = TypeAdapter(tuple[Confirmation, ...])
type Cites = Mapping[str, Sequence[Sentence]]  # pathway -> its sentences


@dataclass(frozen=True)
class Waiting:
    """A pathway that rests on a section which changed, and that nobody has confirmed since."""

    pathway: str
    document: str
    edition: date  # the newest one that changed something
    changes: tuple[tuple[Sentence, Change], ...]


@dataclass(frozen=True)
class Shelf:
    """What the folder held at one moment: the editions of each document, oldest first."""

    editions: dict[str, tuple[Edition, ...]] = field(default_factory=dict)
    confirmations: tuple[Confirmation, ...] = ()
    faults: tuple[str, ...] = ()
    cites: Cites = field(default_factory=dict)
    same: tuple[tuple[str, ...], ...] = ()

    @property
    def newest(self) -> dict[str, Edition]:
        """The newest edition of each document."""
        return {document: editions[-1] for document, editions in self.editions.items()}

    @cached_property
    def index(self) -> Index:
        """The newest editions, ready to be searched. Made when the first question is asked."""
        return Index(list(self.newest.values()), self.same)

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """The pathways that wait for somebody to confirm them, in the order of their ids."""
        found: dict[tuple[str, str], Waiting] = {}
        for document, editions in sorted(self.editions.items()):
            for older, newer in pairwise(editions):
                for pathway, changed in impact(self.cites, older, newer).pathways.items():
                    if not self._is_confirmed(pathway, document, newer.edition):
                        before = found[pathway, document].changes if (pathway, document) in found else ()
                        waiting = Waiting(pathway, document, newer.edition, (*before, *changed))
                        found[pathway, document] = waiting
        return tuple(found[key] for key in sorted(found))

    def impact_of(self, edition: Edition) -> Impact | None:
        """What an edition changes against the newest one before it; None when it is the first."""
        before = [one for one in self.editions.get(edition.document, ()) if one.edition < edition.edition]
        return impact(self.cites, before[-1], edition) if before else None

    def _is_confirmed(self, pathway: str, document: str, edition: date) -> bool:
        return any(
            (one.pathway, one.document) == (pathway, document) and one.edition >= edition for one in self.confirmations
        )


class Library:
    """Hands out what the folder holds now. Looking whether it changed costs one look at its list of files."""

    def __init__(
        self, folder: Path | None = None, cites: Cites | None = None, same: Iterable[Sequence[str]] = ()
    ) -> None:
        self._folder, self._cites, self._same = folder, cites or {}, tuple(tuple(group) for group in same)
        self._seen: object = None
        self._shelf = Shelf(cites=self._cites, same=self._same)

    def shelf(self) -> Shelf:
        """What the folder holds now; an empty shelf where there is no folder."""
        seen = self._look()
        if seen != self._seen:
            self._shelf, self._seen = self._read(), seen
        return self._shelf

    def make_ready(self) -> None:
        """Read the folder and make its index now, so that nobody's question waits for it."""
        _ = self.shelf().index

    def _look(self) -> object:
        if self._folder is None or not self._folder.is_dir():
            return ()
        stats = ((path.name, path.stat()) for path in self._folder.glob("*.json"))
        try:
            return sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
        except OSError:  # a file was replaced while we looked: read anew
            return object()

    def _read(self) -> Shelf:
        editions: dict[str, list[Edition]] = {}
        faults: list[str] = []
        confirmations: tuple[Confirmation, ...] = ()
        for path in sorted(self._folder.glob("*.json")) if self._folder and self._folder.is_dir() else ():
            try:
                if path.name == CONFIRMED:
                    confirmations = CONFIRMATIONS.validate_json(path.read_bytes())
                    continue
                edition = Edition.model_validate_json(path.read_bytes())
            except (OSError, ValidationError) as error:
                faults.append(f"{path.name} is no copy that can be read ({type(error).__name__})")
                continue
            editions.setdefault(edition.document, []).append(edition)
        ordered = {key: tuple(sorted(found, key=lambda one: one.edition)) for key, found in editions.items()}
        return Shelf(ordered, confirmations, tuple(faults), self._cites, self._same)


def library_of(
    folder: Path | None,
    pathways: Mapping[str, Pathway],
    glossary: Iterable[GlossaryEntry],
    same: Iterable[Sequence[str]] = (),
) -> Library:
    """The library of a folder, for these pathways; what the glossary and `same` hold means the same in a search."""
    cites = {key: pathway.sentences() for key, pathway in pathways.items()}
    terms = [(entry.term, entry.means, *entry.also) for entry in glossary]
    return Library(folder, cites, [*terms, *same])
