"""The lines of an answer for a card: sentences with their sources, contacts, and the sources themselves."""

from collections.abc import Collection

from bot.teams.render.elements import Json, bold, box, small, words
from bot.teams.render.escape import inline, link, own, tel
from bot.wording.answer_words import QUOTING, caution, mark, signs, source_facts
from bot.wording.typed import fit
from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section

_ROW_END = "\r"  # between the rows of a list, as Teams asks for it


def line_words(line: Line, key: str, most: int) -> str:
    """One sentence, the number of its source, and the star where it is still to be confirmed."""
    text = " ".join(fit(line.text, most).split())
    return (inline(text) if key in QUOTING else own(text)) + signs(line)


def listed(section: Section, most: int) -> list[str]:
    """The lines of a part: steps numbered, a single line as it is, others with bullets."""
    return [
        mark(section, number, "- ") + line_words(line, section.key, most)
        for number, line in enumerate(section.lines, 1)
    ]


def paragraphs(section: Section, lines: list[str], **looks: object) -> list[Json]:
    """The lines as a list of the card where they have numbers or bullets, otherwise below one another."""
    if section.lines and mark(section, 1, "- "):
        return [words(_ROW_END.join(lines), **looks)]
    return [words(line, **looks) for line in lines]


def contact_box(contact: AnswerContact, most: int) -> Json:
    """A contact: the number to ring first, who answers and when, other ways, and any caution in words."""
    name = inline(fit(contact.name, most))
    phone = [bold(tel(fit(contact.phone, 60)), size="Large")] if contact.phone else []
    ways = [link(f"mailto:{contact.email}", contact.email)] if contact.email else []
    ways += [link(contact.url, fit(contact.url, most))] if contact.url else []
    warning = fit(caution(contact), most)
    doubt = [small(own(warning), isSubtle=False, spacing="None")] if warning else []  # no colour: some are too pale
    hours = small("; ".join([*ways, inline(fit(contact.hours, most))]), spacing="None")
    return box([*phone, bold(name, **({"spacing": "None"} if phone else {})), hours, *doubt], spacing="Small")


def source_lines(answer: Answer, numbers: Collection[int]) -> list[str]:
    """The sources with these numbers under a heading."""
    known = {number: answer.sources[number - 1] for number in sorted(numbers) if 0 < number <= len(answer.sources)}
    if not known:
        return []
    days = sorted({source.date for source in known.values()})
    dated = len(days) > 1
    heading = "Sources" if dated else f"Sources (checked {inline(days[0])})"
    return [heading, *(_source_words(number, source, dated) for number, source in known.items())]


def _source_words(number: int, source: AnswerSource, dated: bool) -> str:
    name = link(source.url, source.document) if source.url else inline(source.document)
    return f"[{number}] {', '.join([name, *map(inline, source_facts(source, dated))])}"
