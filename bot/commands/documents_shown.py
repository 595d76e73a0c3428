"""What the document commands print."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.commands.shown import counted
from bot.library.taking import Taken
from knowledge.documents.editions import Change
from knowledge.documents.library import Shelf, Waiting
from knowledge.documents.passages import SectionCopy
from knowledge.documents.upgrades import not_found
from knowledge.knowledge import Knowledge
from knowledge.model import Sentence

_MOST_SECTIONS, _MOST_LETTERS = 60, 300
_KINDS = {"changed": "changed", "moved": "has moved", "vanished": "is gone", "added": "is new"}


def show_taken(knowledge: Knowledge, taken: Taken, file: Path) -> None:
    """What the file was understood as, and what the new edition changes for the answers."""
    edition = taken.edition
    title, date = knowledge.documents[edition.document].title, edition.edition.isoformat()
    if not taken.is_new:
        print(f"{file.name} is here already: {title}, edition {date}. Nothing was changed.")
        return
    pages = counted(edition.pages, "page") if edition.pages else "pages not marked"
    print(f"{title}, edition {date}: {pages}, {counted(len(edition.sections), 'section')}, {taken.words:,} words.")
    _show_sections(edition.sections)
    if taken.impact is None:
        _show_first(knowledge, taken)
        return
    print(f"\nSince the edition before, {counted(len(taken.impact.sections), 'section')} changed:")
    print(*[f"  {_said(change)}" for change in taken.impact.sections] or ["  none"], sep="\n")
    _show_touched(taken.impact.pathways)
    _show_without_section(knowledge, edition.document)


def show_changes(knowledge: Knowledge, shelf: Shelf) -> None:
    """What waits for a confirmation, and which copies are here."""
    for document, edition in sorted(shelf.newest.items()):
        title = knowledge.documents[document].title if document in knowledge.documents else "not in documents.yaml"
        print(
            f"{document}: edition {edition.edition.isoformat()}, {counted(len(edition.sections), 'section')} ({title})"
        )
    print(*[f"Cannot be read: {fault}." for fault in shelf.faults], sep="\n", end="\n" if shelf.faults else "")
    if not shelf.newest:
        print("No copies are here yet. Take one over: signpost knowledge import FILE --document ID --edition DATE")
        return
    if not shelf.waiting:
        print("\nNothing waits for a confirmation.")
        return
    print(f"\n{counted(len(shelf.waiting), 'confirmation')} to give:")
    for waiting in shelf.waiting:
        print(f"\n{waiting.pathway}, because of {waiting.document}, edition {waiting.edition.isoformat()}")
        _show_cited(waiting.changes)
    print("\nWhen a pathway is right again: signpost knowledge confirm PATHWAY --by NAME")


def show_confirmed(knowledge: Knowledge, waits: Sequence[Waiting], by: str) -> None:
    """What was confirmed by whom."""
    for waiting in waits:
        title = knowledge.documents[waiting.document].title
        print(f"{waiting.pathway} is confirmed by {by} for {title}, edition {waiting.edition.isoformat()}.")


def _show_sections(sections: Sequence[SectionCopy]) -> None:
    for section in sections[:_MOST_SECTIONS]:
        first, last = section.page, section.last_page
        page = "" if not first else f"page {first}" if first == last else f"pages {first} to {last}"
        print(f"  {'  ' * len(section.under)}{section.name}{f' ({page})' if page else ''}")
    if len(sections) > _MOST_SECTIONS:
        print(f"  ... and {len(sections) - _MOST_SECTIONS} more")


def _show_first(knowledge: Knowledge, taken: Taken) -> None:
    """Of a first copy: the citations that it does not bear out."""
    cites = {key: pathway.sentences() for key, pathway in knowledge.pathways.items()}
    missing = not_found(cites, taken.edition)
    if missing:
        print("\nCited in the knowledge, but no section of this copy has that name (no banner is shown for these):")
        print(*[f"  {citation}: {', '.join(pathways)}" for citation, pathways in missing.items()], sep="\n")
    _show_without_section(knowledge, taken.edition.document)


def _show_touched(pathways: dict[str, tuple[tuple[Sentence, Change], ...]]) -> None:
    if not pathways:
        print("\nNo pathway cites a section that changed.")
        return
    print(f"\n{counted(len(pathways), 'pathway')} to look at. Their answers carry a banner until someone confirms:")
    for pathway, cited in pathways.items():
        print(f"\n{pathway}")
        _show_cited(cited)
    print("\nWhen a pathway is right again: signpost knowledge confirm PATHWAY --by NAME")


def _show_cited(cited: Iterable[tuple[Sentence, Change]]) -> None:
    for sentence, change in cited:
        print(f"  says: {_cut(sentence.say)}")
        print(f"    cites {sentence.section}: {_said(change)}")
        print(*[f"    before: {_cut(words)}" for words in change.before], sep="\n", end="\n" if change.before else "")
        print(*[f"    now: {_cut(words)}" for words in change.after], sep="\n", end="\n" if change.after else "")


def _show_without_section(knowledge: Knowledge, document: str) -> None:
    """What cites the document and no section of it: nobody can tell by machine whether it still holds."""
    found = {
        key: sum(sentence.source == document and not sentence.section for sentence in pathway.sentences())
        + sum(tool.source == document for tool in pathway.tools)
        for key, pathway in knowledge.pathways.items()
    }
    lines = [f"  {key}: {counted(times, 'sentence or form')}" for key, times in found.items() if times]
    lines += [f"  contact {key}" for key, contact in knowledge.contacts.items() if contact.source == document]
    lines += [f"  red flag {flag.id}" for flag in knowledge.red_flags if flag.say.source == document]
    lines += [f"  threshold level {one.level}" for one in knowledge.thresholds if one.means.source == document]
    if lines:
        print("\nCites the document without a section: look yourself (no banner is shown for these):")
        print(*lines, sep="\n")


def _said(change: Change) -> str:
    now = f" (now {change.now})" if change.now and change.now != change.section else ""
    return f"{change.section} {_KINDS[change.kind]}{now}"


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"
