"""The lines of an answer in mrkdwn: sentences with their sources, contacts, and the sources themselves."""

from collections.abc import Collection, Sequence

from bot.slack.render.escape import escaped, link, own, tel
from bot.slack.render.measure import fit, letters
from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section

STAR = "\u2217"
CONFIRM = f"{STAR} after a line: not yet read in a SET source, confirm with the partnership."
_MAY_BE_OLD = "This contact may be out of date. If it does not answer at once, use the next one, or 999 in danger."
_QUOTING = {"why"}  # holds the asker's words: nothing in them becomes a link
_NUMBERED, _BARE = {"steps"}, {"danger", "lead"}


def line_words(line: Line, key: str = "") -> str:
    """One sentence, the number of its source, and the star where it is still to be confirmed."""
    words = escaped(line.text) if key in _QUOTING else own(line.text)
    return f"{words}{f' [{line.source}]' if line.source else ''}{STAR if line.confirm else ''}"


def listed(section: Section) -> list[str]:
    """The lines of a part: steps numbered, a single line as it is, others with bullets."""
    words = [line_words(line, section.key) for line in section.lines]
    if section.key in _NUMBERED:
        return [f"{number}. {line}" for number, line in enumerate(words, 1)]
    return words if len(words) == 1 or section.key in _BARE else [f"• {line}" for line in words]


def contact_words(contact: AnswerContact) -> str:
    """A contact: the number to ring first, who answers and when, other ways, and any caution in words."""
    name = escaped(contact.name)
    first = f"*{tel(contact.phone)}*  {name}" if contact.phone else f"*{name}*"
    ways = [link(f"mailto:{contact.email}", contact.email)] if contact.email else []
    ways += [link(contact.url, contact.url)] if contact.url else []
    hours = f"{first}: {'; '.join([*ways, escaped(contact.hours)])}"
    caution = contact.caution or (_MAY_BE_OLD if contact.stale else "")
    return f"{hours}. {own(caution)}" if caution else hours


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
    parts = [name, f"edition: {escaped(source.edition)}"]
    if source.section:
        parts.append(escaped(source.section))
    if source.page is not None:
        parts.append(f"page {source.page}")
    return f"[{number}] {', '.join(parts)}{f' (checked {escaped(source.date)})' if dated else ''}"


def _length(lines: Sequence[str]) -> int:
    return sum(letters(line) + 1 for line in lines)
