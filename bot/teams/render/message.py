"""A notice as a card, and several below one another as the card that greets its reader."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.teams.render.elements import Json, bold, box, card, heading, part_box, rows, small, title, urgent_box, words
from bot.teams.render.escape import escaped, inline
from bot.teams.render.measure import Piece, fits, fitted
from bot.wording.message import Fact, Message
from bot.wording.typed import fit, letters

_LETTERS = (2_900, 1_200, 500, 250, 160, 120, 80)  # of one text: as many as there is room for
_SAID = 300  # letters that a line of the notice itself always has
_TITLE, _LABEL, _FIRST, _SECOND = 700, 150, 20, 120  # of a title, a label, and of what is short enough for two columns
_FEW = 3
_NOTHING = "Nothing is waiting for you. Write to me to ask where to refer."


def message_card(notice: Message) -> Json:
    """The card of a notice. When it is too large, the longest texts are cut first; buttons and 999 are never lost."""
    for longest in _LETTERS:
        pieces = _pieces(notice, longest)
        if fits(drawn := card([one.element for one in pieces], notice.text)):
            return drawn
    return fitted(pieces, notice.text)


def messages_card(messages: Sequence[Message]) -> Json:
    """Notices below one another, each whole or not at all; the card says how many found no room."""
    if not messages:
        return card([words(_NOTHING)], _NOTHING)
    shown = list(messages)
    while not fits(drawn := _several(shown, len(messages) - len(shown))):
        if len(shown) == 1:
            return message_card(shown[0])
        shown.pop()
    return drawn


def _several(messages: Sequence[Message], missing: int) -> Json:
    found = [box(_elements(one), separator=True, spacing="Large") for one in messages]
    note = [small(f"{missing} more are not shown here.")] if missing else []
    return card([*found, *note], "\n\n".join(one.text for one in messages))


def _elements(notice: Message) -> list[Json]:
    return [piece.element for piece in _pieces(notice, _LETTERS[0])]


def _pieces(notice: Message, longest: int) -> list[Piece]:
    first = [*urgent_box(fit(line, longest) for line in notice.urgent), title(inline(fit(notice.title, _TITLE)))]
    said = [words(escaped(fit(line, max(longest, _SAID)))) for line in notice.lines]
    parts = [Piece(_part(part, longest), acts=bool(part.buttons)) for part in notice.parts]
    end = [small(escaped(fit(line, max(longest, _SAID)))) for line in notice.small]
    return [
        *(Piece(one, stays=True) for one in first),
        *(Piece(one) for one in (*said, *_facts(notice.facts, longest))),
        *(Piece(one, stays=True) for one in rows(notice.buttons)),
        *(*parts, *map(Piece, end)),
    ]


def _part(part: Message, longest: int) -> Json:
    """One thing of a list: its words, its facts, its buttons. Where room is scarce, the facts are lines, too."""
    lines = [fit(line, longest) for line in (*part.urgent, *part.lines, *part.small)]
    name = inline(fit(part.title, longest))
    if not (lines or part.facts or part.buttons):
        return box([heading(name)], style="emphasis")  # the name of a group: the things themselves look alike
    if longest == _LETTERS[0]:
        return part_box([heading(name), *_said(lines), *_facts(part.facts, longest), *rows(part.buttons)])
    facts = "; ".join(f"{inline(fact.label)}: {inline(fit(fact.value, longest))}" for fact in part.facts)
    return part_box([bold(name), *_said([*lines, facts] if facts else lines), *rows(part.buttons)])


def _said(lines: Sequence[str]) -> list[Json]:
    """A few lines below one another, many as a list."""
    if len(lines) > _FEW:
        return [words("\r".join(f"- {inline(line)}" for line in lines), spacing="None")]
    return [words(escaped(line), spacing="None") for line in lines]


def _facts(facts: Iterable[Fact], longest: int) -> list[Json]:
    """Short facts in two columns, long ones below one another, all in their order."""
    found: list[Json] = []
    for short, some in groupby(facts, _is_short):
        pairs = [(inline(fit(fact.label, _LABEL)), escaped(fit(fact.value, longest)) or "-") for fact in some]
        if short:
            found.append({"type": "FactSet", "facts": [{"title": name, "value": value} for name, value in pairs]})
        else:
            found += [box([bold(name), words(value, spacing="None")]) for name, value in pairs]
    return found


def _is_short(fact: Fact) -> bool:
    return letters(fact.label) <= _FIRST and letters(fact.value) <= _SECOND
