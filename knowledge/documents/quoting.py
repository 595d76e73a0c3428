"""The parts of an answer that come from the partnership's own copies: passages, and what to beware of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from knowledge.answer import Line, Section
from knowledge.choice.decide import Decision
from knowledge.documents.asking import AskedDocument, asked_document
from knowledge.documents.passages import Passage
from knowledge.hours import LONDON
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Pathway, Sentence
from knowledge.sources import Sourced

MOST = 3


def asks_for_a_document(knowledge: Knowledge, text: str) -> AskedDocument | None:
    """What is asked about a document; None for any other message."""
    return asked_document(knowledge.document_questions, knowledge.documents, text)


def passages(knowledge: Knowledge, asked: AskedDocument) -> list[Passage]:
    """The best passages for a question, at most three; none when the document named is not here."""
    shelf = knowledge.library.shelf()
    here = [document for document in asked.documents if document in shelf.editions]
    if not shelf.editions or (asked.documents and not here):
        return []
    return shelf.index.search(asked.topic, here, MOST)


def inside_when_quoted(knowledge: Knowledge, decision: Decision, text: str) -> Decision:
    """The decision, with the front door in place of "out of scope" where a passage answers the question."""
    settings = knowledge.settings
    if decision.primary != settings.out_of_scope:
        return decision
    asked = asks_for_a_document(knowledge, text)
    if asked is None or not passages(knowledge, asked):
        return decision
    door = settings.front_door_pathway
    return replace(decision, primary=door, also=tuple(key for key in decision.also if key != door))


def passages_section(knowledge: Knowledge, text: str, sourced: Sourced) -> Section:
    """The passages that answer a question about a document, word for word; without lines for any other message."""
    questions = knowledge.document_questions
    asked = asks_for_a_document(knowledge, text)
    if asked is None:
        return Section("passages", questions.heading, ())
    found = passages(knowledge, asked)
    if not found:
        return Section("passages", questions.heading, (sourced.line(_why_not(knowledge, asked)),))
    lines = tuple(Line(quoted(knowledge, one), sourced.copied(one)) for one in found)
    return Section("passages", questions.heading, lines)


def quoted(knowledge: Knowledge, passage: Passage) -> str:
    """A passage in quotation marks behind the place where it stands."""
    page = f", page {passage.page}" if passage.page else ""
    title = knowledge.documents[passage.document].title
    return f"{title}, {passage.section}{page}: \u201c{passage.text}\u201d"


def banner_lines(knowledge: Knowledge, pathway: Pathway, area: Area, at: datetime, sourced: Sourced) -> Iterator[Line]:
    """What to beware of: sections that changed since the pathway was written, and documents past their review."""
    shown = [sentence for sentence in pathway.sentences() if sentence.holds_in(area)]
    settings = knowledge.settings
    for waiting in knowledge.library.shelf().waiting:
        cited = [sentence for sentence, _ in waiting.changes if sentence in shown]
        if waiting.pathway == pathway.id and cited:
            said = settings.changed_source.format(
                title=knowledge.documents[waiting.document].title,
                sections="; ".join(dict.fromkeys(str(sentence.section) for sentence in cited)),
                edition=waiting.edition.isoformat(),
            )
            yield Line(said, sourced.number(waiting.document, cited[0].section, cited[0].page))
    yield from _past_review(knowledge, shown, at, sourced)


def _past_review(knowledge: Knowledge, shown: list[Sentence], at: datetime, sourced: Sourced) -> Iterator[Line]:
    today = at.astimezone(LONDON).date()
    for document in dict.fromkeys(sentence.source for sentence in shown):
        entry = knowledge.documents[document]
        if entry.review_by and entry.review_by < today:
            said = knowledge.settings.past_review.format(title=entry.title, date=entry.review_by.isoformat())
            yield Line(said, sourced.number(document))


def _why_not(knowledge: Knowledge, asked: AskedDocument) -> Sentence:
    shelf, questions = knowledge.library.shelf(), knowledge.document_questions
    if not shelf.editions:
        return questions.no_copies
    is_here = not asked.documents or any(document in shelf.editions for document in asked.documents)
    return questions.nothing_found if is_here else questions.no_copy
