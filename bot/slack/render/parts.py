"""The parts of an answer as blocks, each with the lines it shows, so that their sources can be shown too."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.slack.render.blocks import Json, button, context, rows, section, sections
from bot.slack.render.escape import bold, escaped, tel
from bot.slack.render.layout import CAPTIONS, Layout
from bot.slack.render.lines import contact_words, line_words, listed
from bot.slack.render.measure import fit, letters
from knowledge.answer import Answer, AnswerContact, Line, Question, Section

# Letters of a part, of one that is always shown, of a line and of a title: the knowledge's answers stay far below.
_PART, _ALWAYS, _LINE, _TITLE = 1_600, 1_000, 500, 150
_LINES, _OPTIONS, _OPTION, _RINGABLE = 12, 6, 100, 2
_LABEL_SHOWN = 30  # letters of a button that a telephone is sure to show
_FEEDBACK = "Was this right? Your word goes to the partnership's business team. It is not a duty line: to refer, ring."
_CUT = "… The rest is under “Show everything”."


@dataclass(frozen=True)
class Drawn:
    """A block and the lines that it shows."""

    block: Json
    lines: tuple[Line, ...] = ()


def danger(layout: Layout) -> list[Drawn]:
    """999 in words, bold when it is for now."""
    found = layout.section("danger")
    return [_paragraph(found, (), _ALWAYS, layout.answer.urgent)] if found else []


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
    return _paragraph(found, (_heading(found),), _PART)


def duty(layout: Layout) -> list[Drawn]:
    """The duty line, with which every answer ends."""
    found = layout.section("duty")
    return [_paragraph(found, (_heading(found),), _ALWAYS)] if found else []


def question(asked: Question | None, asked_id: str) -> list[Drawn]:
    """The one thing asked back. Replies that a telephone would cut are written out above their buttons."""
    if asked is None:
        return []
    options = [" ".join(option.split()) for option in asked.options[:_OPTIONS]]
    numbered = [f"{number}. {option}" for number, option in enumerate(options, 1)]
    cut = any(letters(option) > _LABEL_SHOWN for option in options)
    words = [bold(fit(escaped(asked.text), _TITLE)), *(fit(escaped(line), _OPTION) for line in numbered if cut)]
    labels = numbered if cut else options
    pressed = [button(f"question.option:{index}", label, f"{asked_id}:{index}") for index, label in enumerate(labels)]
    return [Drawn(section("\n".join(words))), *(Drawn(block) for block in rows(pressed))]


def buttons(layout: Layout, asked_id: str) -> list[Drawn]:
    """What can be done with the answer; after talk and explanations only what makes sense there."""
    first = [button("question.more", "Show everything", asked_id)]
    if not layout.is_small:
        first.append(button("referral.open", "I referred today", asked_id))
        first.append(button("escalate.open", "Record a disagreement", asked_id))
    second = [
        button("question.right", "Yes, it was right", asked_id),
        button("question.wrong", "No, it was not right", asked_id),
        button("question.tell_team", "Tell the business team", asked_id),
    ]
    feedback = [] if layout.is_talk else [*context([_FEEDBACK]), *rows(second)]
    return [Drawn(block) for block in (*rows(first), *feedback)]


def once_more(layout: Layout) -> list[Drawn]:
    """999 and the numbers again at the very end: of a long new message Slack shows the end first."""
    found = layout.section("danger")
    if layout.is_small or found is None:
        return []
    first = found.lines[:1]
    again = [fit(line_words(line), _LINE) for line in first]
    numbers = [_number(contact) for contact in layout.ring if contact.phone][:_RINGABLE]
    text = "\n".join([*(map(bold, again) if layout.answer.urgent else again), *numbers])
    return [Drawn(section(text), first)]


def _number(contact: AnswerContact) -> str:
    """Who answers at a number, and whether it may be out of date."""
    doubt = " (may be out of date)" if contact.stale else ""
    return fit(f"*{tel(contact.phone or '')}*  {escaped(contact.name)}", _LINE // 2) + doubt


def _title(answer: Answer) -> tuple[str, ...]:
    """What kind of answer it is where that is not plain, and the name of the route."""
    level = f" (threshold level {answer.level})" if answer.level is not None else ""
    name = bold(f"Route: {fit(escaped(answer.title), _TITLE)}")
    caption = CAPTIONS.get(answer.kind)
    return (f"{caption}{level}", name) if caption else (name + level,)


def _heading(found: Section) -> str:
    return bold(fit(escaped(found.heading), _TITLE))


def _paragraph(found: Section, before: Sequence[str], most: int, is_now: bool = False) -> Drawn:
    """The lines of a part below those `before` them, as many as a message has room for."""
    words: list[str] = []
    for line in listed(found)[:_LINES]:
        line = fit(line, _LINE)
        if words and letters("\n".join([*words, line])) > most:
            break
        words.append(line)
    cut = [_CUT] if len(words) < len(found.lines) else []
    text = "\n".join([*before, *(map(bold, words) if is_now else words), *cut])
    return Drawn(section(text), found.lines[: len(words)])
