"""The lines of an answer in mrkdwn: sentences with their sources, contacts, and the sources themselves."""

from collections.abc import Collection, Sequence

from bot.slack.render.escape import escaped, link, own, tel
from bot.slack.render.measure import fit, letters
from bot.wording.answer_words import QUOTING, caution, mark, signs, source_facts
from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section


def line_words(line: Line, key: str = "") -> str:
    """One sentence, the number of its source, and the star where it is still to be confirmed."""
    return (escaped(line.text) if key in QUOTING else own(line.text)) + signs(line)


def listed(section: Section) -> list[str]:
    """The lines of a part: steps numbered, a single line as it is, others with bullets."""
    return [mark(section, number, "• ") + line_words(line, section.key) for number, line in enumerate(section.lines, 1)]


def contact_words(contact: AnswerContact) -> str:
    """A contact: the number to ring first, who answers and when, other ways, and any caution in words."""
    name = escaped(contact.name)
    first = f"*{tel(contact.phone)}*  {name}" if contact.phone else f"*{name}*"
    ways = [link(f"mailto:{contact.email}", contact.email)] if contact.email else []
    ways += [link(contact.url, contact.url)] if contact.url else []
    hours = f"{first}: {'; '.join([*ways, escaped(contact.hours)])}"
    warning = caution(contact)
    return f"{hours}. {own(warning)}" if warning else hours


def source_lines(answer: Answer, numbers: Collection[int], room: int) -> list[str]:
    """The sources with these numbers under a heading; shorter where there is no room, but never left out."""
    known = {number: answer.sources[number - 1] for number in sorted(numbers) if 0 < number <= len(answer.sources)}
    if not known:
        return []
    days = sorted({source.date for source in known.values()})
    dated = len(days) > 1
    heading = "*Sources*" if dated else f"*Sources* (checked {escaped(days[0])})"
    full = [_source_words(number, source, dated, linked=True) for number, source in known.items()]
    if _length(full) <= room:
        return [heading, *full]
    bare = [_source_words(number, source, dated, linked=False) for number, source in known.items()]
    return [heading, *(bare if _length(bare) <= room else [fit(line, max(room // len(bare) - 1, 12)) for line in bare])]


def _source_words(number: int, source: AnswerSource, dated: bool, linked: bool) -> str:
    name = link(source.url, source.document) if source.url and linked else escaped(source.document)
    return f"[{number}] {', '.join([name, *map(escaped, source_facts(source, dated))])}"


def _length(lines: Sequence[str]) -> int:
    return sum(letters(line) + 1 for line in lines)
