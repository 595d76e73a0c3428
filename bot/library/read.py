"""A file of the partnership's own, read into sections."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.library.blocks import Block, Printed
from bot.library.contents import without_contents
from bot.library.faults import DocumentFileError
from bot.library.headings import marked, plain
from bot.library.html import read_html
from bot.library.kinds import kind_of
from bot.library.pdf import read_pdf
from bot.library.plain import read_plain
from bot.library.reflow import reflowed
from bot.library.running import without_running
from bot.library.sections import sections_of
from bot.library.word import read_word
from knowledge.documents.passages import SectionCopy

_FEWEST_WORDS = 5


@dataclass(frozen=True)
class ReadDocument:
    """What a file holds. `pages` is None where the file does not tell; `fingerprint` is the SHA-256 of the file."""

    sections: tuple[SectionCopy, ...]
    pages: int | None
    fingerprint: str

    @property
    def words(self) -> int:
        """How many words its sections hold."""
        return sum(len(paragraph.text.split()) for section in self.sections for paragraph in section.paragraphs)


def read_document_file(path: Path) -> ReadDocument:
    """The sections of the file. Raises DocumentFileError when it is unsafe or unreadable, OSError when not there."""
    kind = kind_of(path)
    fingerprint = sha256(path.read_bytes()).hexdigest()
    contents: tuple[tuple[str, int], ...] = ()
    if kind in {"pdf", "txt"}:
        lines, pages = read_pdf(path) if kind == "pdf" else read_plain(path)
        blocks, contents = _from_lines(lines)
    else:
        found = read_word(path) if kind == "docx" else read_html(path)
        blocks, pages = list(found.blocks), found.pages
    known = {plain(words) for words, _ in contents}
    sections = sections_of(marked(blocks, known), contents)
    read = ReadDocument(sections, pages, fingerprint)
    if read.words < _FEWEST_WORDS:
        raise DocumentFileError(f"{path.name} holds no text.")
    return read


def _from_lines(lines: list[Printed]) -> tuple[list[Block], tuple[tuple[str, int], ...]]:
    contents = without_contents(without_running(lines))
    return reflowed(contents.lines), contents.pages
