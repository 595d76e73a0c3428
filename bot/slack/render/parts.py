"""The parts of an answer as blocks, each with the lines it shows, so that their sources can be shown too."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.slack.render.blocks import Json, button, context, rows, section, sections
from bot.slack.render.escape import bold, escaped, tel
from bot.slack.render.lines import contact_words, line_words, listed
from bot.slack.render.measure import fit, letters
from bot.wording import answer_words
from bot.wording.answer_layout import CAPTIONS, Layout
from bot.wording.answer_words import CUT, FEEDBACK, LINES, QUOTED, RINGABLE, level_words
from bot.wording.message import Button
from knowledge.answer import Answer, AnswerContact, Line, Question, Section

# Letters of a part, of one that is always shown, of a line and of a title: the knowledge's answers stay far below.
_PART, _ALWAYS, _LINE, _TITLE = 1_600, 1_000, 500, 150
_OPTION, _QUOTES = 100, 2_900


@dataclass(frozen=True)
class Drawn:
    """A block and the lines that it shows."""

    block: Json
    lines: tuple[Line, ...] = ()


def danger(layout: Layout) -> list[Drawn]:
    """999 in words, bold when it is for now."""
    found = layout.section("danger")
    return [_paragraph(found, (), _ALWAYS, layout.answer.urgent)] if found else []


def banner(layout: Layout) -> list[Drawn]:
    """What to beware of before relying on the answer: a source that changed, or is past its review."""
    found = layout.section("banner")
    return [_paragraph(found, (f":warning: {_heading(found)}",), _ALWAYS)] if found else []


def lead(layout: Layout) -> list[Drawn]:
    """The route and what to do in one sentence."""
    found = layout.section("lead") or Section("lead", "", ())
    return [_paragraph(found, () if layout.is_talk else _title(layout.answer), _ALWAYS)]


def ring(layout: Layout) -> list[Drawn]:
    """Who to contact now, with the numbers to press."""
    found = layout.section("contacts")
    if found is None or not layout.ring:
        return []
    contacts = [fit(contact_words(contact), _LINE) for contact in layout.ring]
    return [Drawn(block) for block in sections([_heading(found), *contacts])]


def part(found: Section) -> Drawn:
    """A part under its heading."""
    return _paragraph(found, (_heading(found),), _QUOTES if found.key == "passages" else _PART)


def duty(layout: Layout) -> list[Drawn]:
    """The duty line, with which every answer ends."""
    found = layout.section("duty")
    return [_paragraph(found, (_heading(found),), _ALWAYS)] if found else []


def question(asked: Question | None, asked_id: str) -> list[Drawn]:
    """The one thing asked back. Replies that a telephone would cut are written out above their buttons."""
    if asked is None:
        return []
    offered = answer_words.replies(asked, asked_id)
    words = [bold(fit(escaped(asked.text), _TITLE)), *(fit(escaped(line), _OPTION) for line in offered.written)]
    pressed = [button(f"{one.action}:{at}", one.label, one.value) for at, one in enumerate(offered.buttons)]
    return [Drawn(section("\n".join(words))), *(Drawn(block) for block in rows(pressed))]


def buttons(layout: Layout, asked_id: str) -> list[Drawn]:
    """What can be done with the answer; after talk and explanations only what makes sense there."""
    feedback = answer_words.feedback_buttons(layout, asked_id)
    asked = [Drawn(block) for block in context([FEEDBACK])] if feedback else []
    return [*_rows(answer_words.next_buttons(layout, asked_id)), *asked, *_rows(feedback)]


def once_more(layout: Layout) -> list[Drawn]:
    """999 and the numbers again at the very end: of a long new message Slack shows the end first."""
    found = layout.section("danger")
    if layout.is_small or found is None:
        return []
    first = found.lines[:1]
    again = [fit(line_words(line), _LINE) for line in first]
    numbers = [_number(contact) for contact in layout.ring if contact.phone][:RINGABLE]
    text = "\n".join([*(map(bold, again) if layout.answer.urgent else again), *numbers])
    return [Drawn(section(text), first)]


def _rows(pressed: Sequence[Button]) -> list[Drawn]:
    return [Drawn(block) for block in rows([button(one.action, one.label, one.value) for one in pressed])]


def _number(contact: AnswerContact) -> str:
    """Who answers at a number, and whether it may be out of date."""
    doubt = " (may be out of date)" if contact.stale else ""
    return fit(f"*{tel(contact.phone or '')}*  {escaped(contact.name)}", _LINE // 2) + doubt


def _title(answer: Answer) -> tuple[str, ...]:
    """What kind of answer it is where that is not plain, and the name of the route."""
    level = level_words(answer)
    name = bold(f"Route: {fit(escaped(answer.title), _TITLE)}")
    caption = CAPTIONS.get(answer.kind)
    return (f"{caption}{level}", name) if caption else (name + level,)


def _heading(found: Section) -> str:
    return bold(fit(escaped(found.heading), _TITLE))


def _paragraph(found: Section, before: Sequence[str], most: int, is_now: bool = False) -> Drawn:
    """The lines of a part below those `before` them, as many as a message has room for."""
    words: list[str] = []
    for line in listed(found)[:LINES]:
        line = fit(line, QUOTED if found.key == "passages" else _LINE)
        if words and letters("\n".join([*words, line])) > most:
            break
        words.append(line)
    cut = [CUT] if len(words) < len(found.lines) else []
    text = "\n".join([*before, *(map(bold, words) if is_now else words), *cut])
    return Drawn(section(text), found.lines[: len(words)])
