"""Where each line of an answer may come from: every entry of the knowledge as a line, with the source it must name."""

from collections import defaultdict
from collections.abc import Iterator

from knowledge.answer import Answer, AnswerSource, Line, Section
from knowledge.documents.windows import cited
from knowledge.glossary import meaning
from knowledge.guides.shape import UNSURE, Guide
from knowledge.guides.steps import CONCERN
from knowledge.knowledge import Knowledge
from knowledge.lines import QUOTES
from knowledge.model import Contact, Pathway, Sentence
from knowledge.words import normal

Place = tuple[str, str | None, int | None]  # document, section, page


class Trace:
    """All that may be said, and by what source."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._said: dict[str, set[Place]] = defaultdict(set)
        for text, place in _all(knowledge):
            self._said[text].add(place)
        self._contacts = dict(_contacts(knowledge))
        self._options = set(_options(knowledge))

    def untraced(self, answer: Answer, asked: str) -> list[str]:
        """The lines of an answer that stand in no entry, or name another source than their entry does."""
        return [
            f"{section.key}: {line.text}"
            for section in answer.sections
            for line in section.lines
            if not self._traced(answer, section, line, asked)
        ]

    def _traced(self, answer: Answer, section: Section, line: Line, asked: str) -> bool:
        if section.key == "contacts":
            return line.text in self._contacts and self._contacts[line.text] in self._knowledge.documents
        if section.key == "question":
            return line.text in self._options
        if section.key == "why" and line.text.startswith(QUOTES):
            return all(normal(word) in normal(asked) for word in _quoted(line.text))
        if section.key == "lead" and answer.kind == "smalltalk":
            return line.text in self._knowledge.settings.smalltalk.values()
        if line.source is None:
            return False
        source = answer.sources[line.source - 1]
        if section.key == "passages" and line.text not in self._said:
            return self._is_passage(source, line)
        return source in {self._source(place) for place in self._said[line.text]}

    def _source(self, place: Place) -> AnswerSource:
        document, section, page = place
        entry = self._knowledge.documents[document]
        edition = f"{entry.edition}, old" if entry.old else entry.edition
        return AnswerSource(entry.title, edition, section, page, entry.url, entry.checked_on.isoformat())

    def _is_passage(self, source: AnswerSource, line: Line) -> bool:
        """Whether the line is quoted word for word from the copy that its source names."""
        words = line.text.partition("\u201c")[2].removesuffix("\u201d")
        for document, edition in self._knowledge.library.shelf().newest.items():
            entry = self._knowledge.documents[document]
            for section in edition.sections:
                held = " ".join(paragraph.text for paragraph in section.paragraphs)
                named = (entry.title, edition.edition.isoformat(), cited(section))
                if words in held and named == (source.document, source.edition, source.section):
                    return True
        return False


def everything_said(knowledge: Knowledge) -> list[str]:
    """Every sentence, title, contact and reply that an answer may hold."""
    said = {text for text, _ in _all(knowledge)} | {text for text, _ in _contacts(knowledge)}
    return sorted(said | set(_options(knowledge)) | set(knowledge.settings.smalltalk.values()))


def _all(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    settings, questions = knowledge.settings, knowledge.document_questions
    general = [settings.danger_line, settings.danger_now, settings.duty_line, settings.unsure, settings.judgement]
    general += [settings.advice_off, questions.nothing_found, questions.no_copy, questions.no_copies]
    general += [flag.say for flag in knowledge.red_flags]
    general += [level.means for level in knowledge.thresholds]
    yield from map(_sentence, general)
    for pathway in knowledge.pathways.values():
        yield from _of_pathway(pathway)
    for entry in knowledge.glossary:
        yield meaning(entry), (entry.source, None, None)
    for guide in knowledge.guides.values():
        yield from _of_guide(guide)
    yield from _warnings(knowledge)


def _sentence(sentence: Sentence) -> tuple[str, Place]:
    return sentence.say, (sentence.source, sentence.section, sentence.page)


def _of_pathway(pathway: Pathway) -> Iterator[tuple[str, Place]]:
    yield from map(_sentence, pathway.sentences())
    lead, place = _sentence(pathway.lead)
    yield f"{pathway.title}: {lead}", place
    yield pathway.title, place
    for tool in pathway.tools:
        yield f"{tool.name}: {tool.use}{f' {tool.url}' if tool.url else ''}", (tool.source, None, None)


def _of_guide(guide: Guide) -> Iterator[tuple[str, Place]]:
    first = guide.questions[guide.start]
    yield f"{CONCERN} {guide.title}.", (first.source, first.section, first.page)
    for step in guide.questions.values():
        for answer in (*(reply.id for reply in step.answers), UNSURE):
            yield f"{step.text} {step.words(answer)}.", (step.source, step.section, step.page)


def _warnings(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    for document, entry in knowledge.documents.items():
        if entry.review_by:
            said = knowledge.settings.past_review.format(title=entry.title, date=entry.review_by.isoformat())
            yield said, (document, None, None)
    for waiting in knowledge.library.shelf().waiting:
        changed = [sentence for sentence, _ in waiting.changes]
        said = knowledge.settings.changed_source.format(
            title=knowledge.documents[waiting.document].title,
            sections="; ".join(dict.fromkeys(str(sentence.section) for sentence in changed)),
            edition=waiting.edition.isoformat(),
        )
        yield from ((said, (waiting.document, sentence.section, sentence.page)) for sentence in changed)


def _contacts(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    warning = knowledge.settings.stale_warning
    for contact in knowledge.contacts.values():
        caution = " ".join(part for part in (warning if contact.stale else None, contact.caution) if part)
        yield _contact(contact) + (f". {caution}" if caution else ""), contact.source


def _contact(contact: Contact) -> str:
    ways = ", ".join(way for way in (contact.phone, contact.email, contact.url) if way)
    return f"{contact.name}: {ways} ({contact.hours})"


def _options(knowledge: Knowledge) -> Iterator[str]:
    for pathway in knowledge.pathways.values():
        yield pathway.offer
        yield from (option.text for option in (pathway.question.options if pathway.question else ()))
    for question in knowledge.questions:
        yield from (option.text for option in question.options)


def _quoted(line: str) -> list[str]:
    return [part.partition("\u201d")[0] for part in line.split("\u201c")[1:]]
