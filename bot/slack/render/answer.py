"""An answer as a message: 999 and the number to ring first, then the rest in the order in which it is needed."""

from collections.abc import Sequence

from bot.slack.render import parts
from bot.slack.render.blocks import MESSAGE_LETTERS, MESSAGE_TEXT, Json, context, header, sections, total
from bot.slack.render.escape import escaped
from bot.slack.render.lines import contact_words, listed, source_lines
from bot.slack.render.measure import fit
from bot.slack.render.modal import modal
from bot.slack.render.parts import Drawn
from bot.wording.answer_layout import UNSURE, Layout
from bot.wording.answer_words import CONFIRM
from knowledge.answer import Answer, Section

_FOR_SOURCES, _FOR_NOTE = 1_500, 600  # letters kept free for the sources and for the note of what is left out
_SOURCES_HEADING = 60


def answer_message(answer: Answer, asked_id: str) -> Json:
    """`text`, the whole answer in plain words, and `blocks`. `asked_id` comes back with every button."""
    layout = Layout(answer)
    asked_back = parts.question(answer.question, asked_id)
    unsure = answer.kind in UNSURE
    top = [
        *parts.danger(layout),
        *parts.banner(layout),
        *parts.lead(layout),
        *parts.ring(layout),
        *(asked_back if unsure else []),
    ]
    end = [*([] if unsure else asked_back), *parts.duty(layout)]
    under, last = parts.buttons(layout, asked_id), parts.once_more(layout)
    used = total([one.block for one in (*top, *end, *under, *last)]) + _FOR_SOURCES + _FOR_NOTE
    middle, dropped = _that_fit((*layout.asked, *layout.parts), MESSAGE_LETTERS - used)
    shown = [*top, *middle, *end]
    note = _left_out((*dropped, *layout.left_out))
    blocks = [*(one.block for one in shown), *note, *(one.block for one in under)]
    final = [one.block for one in last]
    sources = _sources(answer, shown, MESSAGE_LETTERS - total([*blocks, *final]))
    return {"text": fit(escaped(answer.text), MESSAGE_TEXT), "blocks": [*blocks, *sources, *final]}


def more_view(answer: Answer, small: str = "") -> Json:
    """A modal with the whole answer: every part, every contact, every source. `small` stands below 999."""
    layout = Layout(answer)
    found = [*(one.block for one in parts.danger(layout)), *context([escaped(small)] if small else [])]
    for part in answer.sections:
        if part.key == "lead":
            found += [header(answer.title), *sections(listed(part))]
        elif part.key == "contacts" and answer.contacts:
            found += [header(part.heading), *sections(map(contact_words, answer.contacts), "\n\n")]
        elif part.key not in {"danger", "question"}:
            found += [header(part.heading), *sections(listed(part))]
    numbers = range(1, len(answer.sources) + 1)
    sources = sections([CONFIRM, *source_lines(answer, numbers, 200 * MESSAGE_LETTERS)])
    end = context([f"Knowledge version {escaped(answer.knowledge_version)}"])
    return modal("The whole answer", [*found, *sources, *end])


def _that_fit(sections_: Sequence[Section], room: int) -> tuple[list[Drawn], list[str]]:
    """The parts for which there is room, the steps before all others, and the headings of those that found none."""
    drawn = {section.key: parts.part(section) for section in sections_}
    kept: set[str] = set()
    for key in sorted(drawn, key=lambda key: key != "steps"):
        if (size := total(drawn[key].block)) <= room:
            room -= size
            kept.add(key)
    left = [section.heading for section in sections_ if section.key not in kept]
    return [drawn[section.key] for section in sections_ if section.key in kept], left


def _left_out(headings: Sequence[str]) -> list[Json]:
    if not headings:
        return []
    return context([fit(f"Not shown here: {escaped('; '.join(headings))}. Press “Show everything”.", _FOR_NOTE)])


def _sources(answer: Answer, shown: Sequence[Drawn], room: int) -> list[Json]:
    """The sources of the lines that are shown, and what the star means where one has it."""
    lines = [line for one in shown for line in one.lines]
    found = [CONFIRM] if any(line.confirm for line in lines) else []
    room -= len(CONFIRM) + _SOURCES_HEADING
    return context([*found, *source_lines(answer, {line.source for line in lines if line.source}, room)])
