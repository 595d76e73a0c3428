"""An answer as a card: 999 and the number to ring first, then the rest in the order in which it is needed."""

from collections.abc import Iterable, Sequence

from bot.teams.render import parts
from bot.teams.render.elements import Json, heading, small, title
from bot.teams.render.escape import inline
from bot.teams.render.lines import contact_box, listed, paragraphs, source_lines
from bot.teams.render.measure import Piece, fits, fitted
from bot.teams.render.parts import Drawn, Parts, fine_print
from bot.wording.answer_layout import UNSURE, Layout
from bot.wording.answer_words import CONFIRM
from bot.wording.typed import fit
from knowledge.answer import Answer, Section

_LETTERS = (500, 250, 120, 60)  # of a line; the knowledge's answers stay far below the first
_NOTE = 600
_TOO_LONG = "There is more than Teams can show here. Press “Show everything”."


def answer_card(answer: Answer, asked_id: str) -> Json:
    """The card of an answer. `asked_id` comes back with every button."""
    return _first_that_fits(_answer_card(answer, asked_id, most) for most in _LETTERS)


def whole_answer_card(answer: Answer, note: str = "") -> Json:
    """A card for a dialog with the whole answer: every part, contact and source. `note` stands below 999."""
    return _first_that_fits(_whole_card(answer, most, note) for most in (3_000, *_LETTERS))


def _first_that_fits(cards: Iterable[Json]) -> Json:
    """The first card that Teams takes; the last one, which has the shortest lines, when none is small enough."""
    drawn: Json = {}
    for drawn in cards:
        if fits(drawn):
            break
    return drawn


def _answer_card(answer: Answer, asked_id: str, most: int) -> Json:
    layout = Layout(answer)
    draw = Parts(layout, most)
    asked_back = parts.question(answer.question, asked_id)
    unsure = answer.kind in UNSURE
    shown = [
        *(*draw.danger(), *draw.banner(), *draw.lead(), *draw.ring(), *(asked_back if unsure else [])),
        *(draw.part(section) for section in (*layout.asked, *layout.parts)),
        *(*([] if unsure else asked_back), *draw.duty()),
    ]
    under = [
        *_left_out(layout.left_out, min(_NOTE, 2 * most)),
        *parts.buttons(layout, asked_id),
        *_sources(answer, shown),
    ]
    return _card([*shown, *under, *draw.once_more()], answer, _TOO_LONG)


def _whole_card(answer: Answer, most: int, note: str) -> Json:
    draw = Parts(Layout(answer), most)
    found = [*draw.danger(), *([Drawn(small(inline(note)))] if note else [])]
    for part in answer.sections:
        if part.key == "lead":
            found += [Drawn(title(inline(fit(answer.title, most)))), *_whole(part, most, named=False)]
        elif part.key == "contacts" and answer.contacts:
            found += [Drawn(heading(inline(part.heading)))]
            found += [Drawn(contact_box(contact, most)) for contact in answer.contacts]
        elif part.key not in {"danger", "question"}:
            found += _whole(part, most)
    sources = fine_print([CONFIRM, *source_lines(answer, range(1, len(answer.sources) + 1))])
    version = Drawn(small(f"Knowledge version {inline(answer.knowledge_version)}"), stays=False)
    return _card([*found, *sources, version], answer, "This is longer than Teams can show here.")


def _whole(part: Section, most: int, named: bool = True) -> list[Drawn]:
    shown = paragraphs(part, listed(part, most), spacing="Small")
    return [Drawn(one, stays=False) for one in ([heading(inline(part.heading)), *shown] if named else shown)]


def _card(shown: Sequence[Drawn], answer: Answer, note: str) -> Json:
    return fitted([Piece(one.element, one.stays) for one in shown], answer.text, note)


def _left_out(headings: Sequence[str], most: int) -> list[Drawn]:
    if not headings:
        return []
    note = inline(fit(f"Not shown here: {'; '.join(headings)}. Press “Show everything”.", most))
    return [Drawn(small(note, separator=True, spacing="Medium"))]


def _sources(answer: Answer, shown: Sequence[Drawn]) -> list[Drawn]:
    """The sources of the lines that are shown, and what the star means where one has it."""
    lines = [line for one in shown for line in one.lines]
    star = [CONFIRM] if any(line.confirm for line in lines) else []
    return fine_print([*star, *source_lines(answer, {line.source for line in lines if line.source})])
