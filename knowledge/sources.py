"""Collects the lines of an answer and numbers the documents they rest on."""

from dataclasses import replace

from knowledge.answer import AnswerSource, Line
from knowledge.documents.passages import Passage
from knowledge.knowledge import Knowledge
from knowledge.model import Sentence


class Sourced:
    """Turns sentences into lines; the same document and section always get the same number."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._numbers: dict[tuple[str, str | None, int | None, Passage | None], int] = {}

    def line(self, sentence: Sentence) -> Line:
        """The sentence as a line with the number of its source, marked when it is still to be confirmed."""
        number = self.number(sentence.source, sentence.section, sentence.page)
        return Line(sentence.say, number, self._knowledge.documents[sentence.source].confirm)

    def number(self, document: str, section: str | None = None, page: int | None = None) -> int:
        """The number of a document and section in this answer, starting at 1."""
        return self._numbers.setdefault((document, section, page, None), len(self._numbers) + 1)

    def copied(self, passage: Passage) -> int:
        """The number of a passage's place in the partnership's own copy."""
        place = replace(passage, text="")
        return self._numbers.setdefault(
            (passage.document, passage.section, passage.page, place), len(self._numbers) + 1
        )

    def sources(self) -> tuple[AnswerSource, ...]:
        """All sources used so far, in the order of their numbers."""
        return tuple(self._source(*key) for key in self._numbers)

    def _source(self, document: str, section: str | None, page: int | None, copy: Passage | None) -> AnswerSource:
        entry = self._knowledge.documents[document]
        if copy:
            day = copy.imported_on.isoformat()
            return AnswerSource(entry.title, copy.edition.isoformat(), section, page, entry.url, day)
        edition = f"{entry.edition}, old" if entry.old else entry.edition
        return AnswerSource(entry.title, edition, section, page, entry.url, entry.checked_on.isoformat())
