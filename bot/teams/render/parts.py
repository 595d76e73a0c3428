"""The parts of an answer as elements of a card, each with the lines it shows, so that their sources can be shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.teams.render.elements import Json, bold, box, heading, part_box, rows, small, title, words
from bot.teams.render.escape import inline, tel
from bot.teams.render.lines import contact_box, line_words, listed, paragraphs
from bot.wording import answer_words
from bot.wording.answer_layout import CAPTIONS, Layout
from bot.wording.answer_words import CUT, FEEDBACK, LINES, QUOTED, RINGABLE, level_words
from bot.wording.typed import fit, letters
from knowledge.answer import AnswerContact, Line, Question, Section

# Letters of a part, of one that is always shown, and of a title.
_PART, _ALWAYS, _TITLE, _OPTION, _QUOTES = 1_600, 1_000, 150, 100, 3_000


@dataclass(frozen=True)
class Drawn:
    """An element, the lines that it shows, and whether it must stay whatever else is left out."""

    element: Json
    lines: tuple[Line, ...] = ()
    stays: bool = True


@dataclass(frozen=True)
class Parts:
    """Draws one answer. `most` is how many letters a line may have."""

    layout: Layout
    most: int

    def danger(self) -> list[Drawn]:
        """999 in words, bold and in a box of its own colour when it is for now."""
        found = self.layout.section("danger")
        if found is None:
            return []
        lines = self._shown(found, _ALWAYS)
        if self.layout.answer.urgent:
            return [Drawn(box([bold(line) for line in lines], style="attention"), found.lines[: len(lines)])]
        return [Drawn(box([words(line) for line in lines], style="emphasis"), found.lines[: len(lines)])]

    def banner(self) -> list[Drawn]:
        """What to beware of before relying on the answer: a source that changed, or is past its review."""
        found = self.layout.section("banner")
        if found is None:
            return []
        lines = self._shown(found, _ALWAYS)
        return [Drawn(box([_heading(found), *map(words, lines)], style="warning"), found.lines[: len(lines)])]

    def lead(self) -> list[Drawn]:
        """The route and what to do in one sentence."""
        found = self.layout.section("lead") or Section("lead", "", ())
        name = [] if self.layout.is_talk else self._title()
        lines = self._shown(found, _ALWAYS)
        return [Drawn(box([*name, *map(words, lines)]), found.lines[: len(lines)])]

    def ring(self) -> list[Drawn]:
        """Who to contact now, with the numbers to press."""
        found = self.layout.section("contacts")
        if found is None or not self.layout.ring:
            return []
        contacts = [contact_box(contact, self.most) for contact in self.layout.ring]
        return [Drawn(part_box([_heading(found), *contacts]))]

    def part(self, found: Section) -> Drawn:
        """A part under its heading. It may be left out."""
        lines = self._shown(found, _QUOTES if found.key == "passages" else _PART)
        cut = [small(CUT)] if len(lines) < len(found.lines) else []
        shown = [_heading(found), *paragraphs(found, lines, spacing="Small"), *cut]
        return Drawn(part_box(shown), found.lines[: len(lines)], stays=False)

    def duty(self) -> list[Drawn]:
        """The duty line, with which every answer ends."""
        found = self.layout.section("duty")
        return [replace(self.part(found), stays=True)] if found else []

    def once_more(self) -> list[Drawn]:
        """999 and the numbers again at the very end: of a long new message a chat shows the end first."""
        found = self.layout.section("danger")
        if self.layout.is_small or found is None:
            return []
        first = found.lines[:1]
        again = [bold(line_words(line, "danger", self.most)) for line in first]
        ringable = [contact for contact in self.layout.ring if contact.phone][:RINGABLE]
        numbers = [bold(_number(contact, self.most), spacing="None") for contact in ringable]
        style = "attention" if self.layout.answer.urgent else "emphasis"
        return [Drawn(box([*again, *numbers], style=style), first)]

    def _title(self) -> list[Json]:
        """What kind of answer it is where that is not plain, and the name of the route."""
        answer = self.layout.answer
        name = f"Route: {inline(fit(answer.title, _TITLE))}"
        caption = CAPTIONS.get(answer.kind)
        if caption:
            return [small(caption + level_words(answer)), title(name, spacing="None")]
        return [title(name + level_words(answer))]

    def _shown(self, found: Section, most: int) -> list[str]:
        """The lines of a part for which there is room; the first one always. Shorter lines leave room for less."""
        a_line = min(2 * self.most, QUOTED) if found.key == "passages" else self.most
        most = min(most, 4 * a_line)
        lines: list[str] = []
        for line in listed(found, a_line)[:LINES]:
            if lines and letters("\n".join([*lines, line])) > most:
                break
            lines.append(line)
        return lines


def question(asked: Question | None, asked_id: str) -> list[Drawn]:
    """The one thing asked back. Replies that a telephone would cut are written out above their buttons."""
    if asked is None:
        return []
    offered = answer_words.replies(asked, asked_id)
    written = [words(inline(fit(line, _OPTION)), spacing="None") for line in offered.written]
    asking = heading(inline(fit(asked.text, _TITLE)))
    return [Drawn(part_box([asking, *written, *rows(offered.buttons)]))]


def buttons(layout: Layout, asked_id: str) -> list[Drawn]:
    """What can be done with the answer; after talk and explanations only what makes sense there."""
    feedback = answer_words.feedback_buttons(layout, asked_id)
    asked = [small(FEEDBACK)] if feedback else []
    return [Drawn(element) for element in (*rows(answer_words.next_buttons(layout, asked_id)), *asked, *rows(feedback))]


def fine_print(lines: Sequence[str]) -> list[Drawn]:
    """Lines in small letters below one another, in one element. They may be left out."""
    drawn = [small(line, **({"spacing": "None"} if at else {})) for at, line in enumerate(lines)]
    return [Drawn(part_box(drawn), stays=False)] if drawn else []


def _number(contact: AnswerContact, most: int) -> str:
    """Who answers at a number, and whether it may be out of date."""
    doubt = " (may be out of date)" if contact.stale else ""
    return f"{tel(fit(contact.phone or '', 60))} {inline(fit(contact.name, most // 2))}{doubt}"


def _heading(found: Section) -> Json:
    return heading(inline(fit(found.heading, _TITLE)))
