"""Which pathways a new edition of a document touches: those that cite a section which is not the same any more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.documents.citations import sections_cited
from knowledge.documents.editions import Change, added, changes
from knowledge.documents.passages import Edition
from knowledge.model import Sentence

type Cited = tuple[Sentence, Change]


@dataclass(frozen=True)
class Impact:
    """What a new edition changes for the answers. Pathways in the order of their ids."""

    pathways: dict[str, tuple[Cited, ...]]  # those whose cited section changed, moved or vanished
    sections: tuple[Change, ...]  # all sections that did


def impact(cites: Mapping[str, Sequence[Sentence]], older: Edition, newer: Edition) -> Impact:
    """What the newer edition changes for these pathways' sentences."""
    changed = changes(older, newer)
    found: dict[str, tuple[Cited, ...]] = {}
    for pathway, sentences in sorted(cites.items()):
        touched = tuple(
            (sentence, change)
            for sentence in sentences
            if sentence.source == older.document and sentence.section
            for change in _touching(sentence.section, older, newer, changed)
        )
        if touched:
            found[pathway] = touched
    return Impact(found, tuple(changed[at] for at in sorted(changed)))


def not_found(cites: Mapping[str, Sequence[Sentence]], edition: Edition) -> dict[str, tuple[str, ...]]:
    """The sections that the pathways cite and that the copy does not have: citation -> pathways."""
    found: dict[str, set[str]] = {}
    for pathway, sentences in cites.items():
        for sentence in sentences:
            citation = sentence.section if sentence.source == edition.document else None
            if citation and not sections_cited(edition, citation):
                found.setdefault(citation, set()).add(pathway)
    return {citation: tuple(sorted(pathways)) for citation, pathways in sorted(found.items())}


def _touching(citation: str, older: Edition, newer: Edition, changed: Mapping[int, Change]) -> list[Change]:
    """What changed in the sections that a citation means; nothing where the older copy has no such section."""
    meant = sections_cited(older, citation)
    if not meant:
        return []
    return [*(changed[at] for at in meant if at in changed), *added(older, newer, sections_cited(newer, citation))]
