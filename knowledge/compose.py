"""Builds the sections of an answer from one pathway. Nothing is worded here but headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.answer import Answer, AnswerContact, Line, Section
from knowledge.answer import Question as AskedBack
from knowledge.choice.combine import combined_steps
from knowledge.choice.decide import Decision
from knowledge.contacts import contact_words, contacts_for, is_office_time
from knowledge.documents.quoting import banner_lines, passages_section
from knowledge.flags import Raised
from knowledge.knowledge import Knowledge
from knowledge.lines import QUOTES
from knowledge.model import Area, Pathway, Sentence
from knowledge.reply import replies
from knowledge.sources import Sourced
from knowledge.text import plain_text

_CONSENT = {
    "needed": "Consent: needed",
    "seek_unless_risk": "Consent: seek it, unless that raises the risk",
    "not_needed": "Consent: not needed",
    "not_applicable": "Consent",
}


@dataclass(frozen=True)
class Occasion:
    """What an answer depends on besides the route: the words, whose area, when, what was found, what to show first."""

    text: str
    areas: tuple[Area, ...]
    at: datetime
    raised: Sequence[Raised] = ()
    evidence: Sequence[str] = ()
    first: str | None = None  # the section that a follow-up question asks for
    question: AskedBack | None = None
    kind: str = "advice"
    notices: tuple[Sentence, ...] = field(default=())
    asked: tuple[Sentence, ...] = ()  # the questions of a guide with the answers given


def compose(knowledge: Knowledge, decision: Decision, occasion: Occasion) -> Answer:
    """The whole answer for a decision."""
    pathway = knowledge.pathways[decision.primary]
    sourced = Sourced(knowledge)
    routes = (pathway, *(knowledge.pathways[p] for p in decision.concerns))
    contacts = contacts_for(knowledge, routes, occasion.areas, occasion.at, decision.urgent)
    sections = tuple(s for s in _sections(knowledge, pathway, decision, occasion, sourced, contacts) if s.lines)
    sections = _with_first(sections, occasion.first)
    sources = sourced.sources()
    return Answer(
        kind=occasion.kind,
        primary=decision.primary,
        also=decision.also,
        urgent=decision.urgent,
        level=pathway.level,
        text=plain_text(pathway.title, sections, sources, knowledge.settings.confirm_mark),
        contacts=contacts,
        timescale=_joined(sections, "timescale"),
        consent=_joined(sections, "consent"),
        why=_joined(sections, "why") or "",
        sources=sources,
        question=occasion.question,
        confidence=decision.confidence,
        knowledge_version=knowledge.version,
        title=pathway.title,
        sections=sections,
    )


def _sections(
    knowledge: Knowledge,
    pathway: Pathway,
    decision: Decision,
    occasion: Occasion,
    sourced: Sourced,
    contacts: Sequence[AnswerContact],
) -> Iterator[Section]:
    """The parts of the card in reading order."""
    area = occasion.areas[0]
    answered = replies(pathway, area, occasion.text)

    def part(key: str, heading: str, sentences: Sequence[Sentence]) -> Section:
        shown = [s for s in sentences if s.holds_in(area) and (key == "reply" or s not in answered or key == "steps")]
        return Section(key, heading, tuple(sourced.line(s) for s in shown))

    yield Section("danger", "In danger", tuple(_danger(knowledge, decision, occasion, sourced)))
    warnings = banner_lines(knowledge, pathway, area, occasion.at, sourced)
    yield Section("banner", "Check before you rely on this", tuple(warnings))
    yield part("lead", "Route", [*occasion.notices, pathway.lead])
    yield passages_section(knowledge, occasion.text, sourced)
    yield part("reply", "To your question", answered)
    others = [knowledge.pathways[p] for p in decision.concerns]
    yield Section("more", "It also tells of this: do both", tuple(_further(others, sourced)))
    yield part("steps", "What to do now", combined_steps(knowledge, [pathway, *others], area))
    yield Section("contacts", _contacts_heading(knowledge, occasion), _contact_lines(contacts))
    yield part("timescale", "By when", pathway.timescale)
    yield part("consent", _CONSENT[pathway.consent.need], pathway.consent.sentences)
    yield part("asked", "What you were asked", occasion.asked)
    yield Section("why", "Why this route", tuple(_why(knowledge, pathway, occasion, sourced)))
    yield part("next", "What happens next", pathway.next)
    yield part("no_answer", "If there is no answer", pathway.no_answer)
    yield part("refused", "If it is refused", pathway.refused)
    yield part("careful", "Take care", pathway.careful)
    yield part("notes", "Good to know", pathway.notes)
    yield Section("tools", "Forms and tools", tuple(_tools(pathway, area, sourced)))
    yield Section("also", "It could also be", tuple(_also(knowledge, decision, sourced)))
    yield part("duty", "If you are unsure", (knowledge.settings.duty_line, knowledge.settings.judgement))
    if occasion.question:
        options = tuple(Line(option) for option in occasion.question.options)
        yield Section("question", occasion.question.text, options)


def _danger(knowledge: Knowledge, decision: Decision, occasion: Occasion, sourced: Sourced) -> Iterator[Line]:
    settings = knowledge.settings
    now = any(r.flag.act == "999" for r in occasion.raised) or decision.primary == "emergency_999"
    yield sourced.line(settings.danger_now if now else settings.danger_line)
    for say in dict.fromkeys(r.flag.say for r in occasion.raised[:2]):
        yield sourced.line(say)


def _contacts_heading(knowledge: Knowledge, occasion: Occasion) -> str:
    area = occasion.areas[0]
    time = "office hours" if is_office_time(knowledge, area, occasion.at) else "out of hours"
    return f"Who to contact ({' or '.join(a.label for a in occasion.areas)}, it is {time} now)"


def _contact_lines(contacts: Sequence[AnswerContact]) -> tuple[Line, ...]:
    return tuple(Line(contact_words(contact)) for contact in contacts)


def _why(knowledge: Knowledge, pathway: Pathway, occasion: Occasion, sourced: Sourced) -> Iterator[Line]:
    words = list(dict.fromkeys([*(w for r in occasion.raised for w in r.words), *occasion.evidence]))
    if words:
        quoted = ", ".join(f"\u201c{word}\u201d" for word in words[:6])
        yield Line(f"{QUOTES}{quoted}.")
    for sentence in pathway.applies[:2]:
        if sentence.holds_in(occasion.areas[0]):
            yield sourced.line(sentence)
    for level in knowledge.thresholds:
        if level.level == pathway.level:
            yield sourced.line(level.means)


def _tools(pathway: Pathway, area: Area, sourced: Sourced) -> Iterator[Line]:
    for tool in pathway.tools:
        if tool.holds_in(area):
            link = f" {tool.url}" if tool.url else ""
            yield sourced.line(Sentence(say=f"{tool.name}: {tool.use}{link}", source=tool.source))


def _further(others: Sequence[Pathway], sourced: Sourced) -> Iterator[Line]:
    """The further routes that apply as well, each with its own sentence and source."""
    for other in others:
        lead = sourced.line(other.lead)
        yield replace(lead, text=f"{other.title}: {lead.text}")


def _also(knowledge: Knowledge, decision: Decision, sourced: Sourced) -> Iterator[Line]:
    for other in (p for p in decision.also if p not in decision.concerns):
        pathway = knowledge.pathways[other]
        yield Line(pathway.title, sourced.number(pathway.lead.source, pathway.lead.section, pathway.lead.page))


def _with_first(sections: tuple[Section, ...], first: str | None) -> tuple[Section, ...]:
    """The section a follow-up asks for right after the danger line and the route, the rest in their order."""
    wanted = [s for s in sections if s.key == first]
    if not wanted:
        return sections
    head = [s for s in sections if s.key in {"danger", "banner", "lead"}]
    return (*head, *wanted, *(s for s in sections if s not in head and s not in wanted))


def _joined(sections: Sequence[Section], key: str) -> str | None:
    return next((" ".join(line.text for line in s.lines) for s in sections if s.key == key), None)
