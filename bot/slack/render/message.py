"""A notice as a message, and the same blocks for a modal or the Home tab."""

import re
from collections.abc import Iterable, Sequence

from bot.slack.render.blocks import (
    MESSAGE_LETTERS,
    MESSAGE_TEXT,
    SECTION,
    Json,
    button,
    context,
    header,
    mrkdwn,
    rows,
    section,
    sections,
    total,
)
from bot.slack.render.escape import bold, escaped, own
from bot.slack.render.measure import fit, letters
from bot.wording.message import Button, Fact, Message

_MOST_BLOCKS = 50
_FIELDS, _SHORT = 10, 160  # facts of a section in two columns, and the letters of a fact that is short enough for it
_SMALLEST = 80
_LABEL = 150
_TOO_LONG = "There is more than Slack can show here."
_NUMBER = re.compile(r":\d+$")


def message(notice: Message, text_letters: int = MESSAGE_TEXT) -> Json:
    """`text`, the whole notice in plain words, and `blocks`. For chat.update give UPDATE_TEXT as its letters."""
    return {"text": fit(escaped(notice.text), text_letters), "blocks": message_blocks(notice)}


def action_of(action_id: str) -> str:
    """The action that a button's id stands for: where a row has the same action twice, ids end in `:2` and so on."""
    return _NUMBER.sub("", action_id)


def message_blocks(notice: Message, room: int = MESSAGE_LETTERS, most: int = _MOST_BLOCKS) -> list[Json]:
    """The blocks of a notice. When they hold too many letters, the longest texts are cut; they are whole in `text`."""
    longest = SECTION
    while len(found := _drawn(notice, longest)) > most or total(found) > room:
        if longest <= _SMALLEST:
            return _fewest(found, room, most)
        longest = longest * 3 // 4
    return found


def _drawn(notice: Message, longest: int) -> list[Json]:
    urgent = [bold(fit(own(line), longest)) for line in notice.urgent]
    lines = [fit(escaped(line), longest) for line in notice.lines]
    return [
        *sections(urgent),
        _title(notice.title),
        *sections(lines, "\n\n"),
        *_facts(notice.facts, longest),
        *_buttons(notice.buttons),
        *context(fit(escaped(line), longest) for line in notice.small),
    ]


def _title(title: str) -> Json:
    return header(title) if letters(title) <= _LABEL else section(bold(fit(escaped(title), SECTION - 2)))


def _facts(facts: Sequence[Fact], longest: int) -> list[Json]:
    """Short facts in two columns, long ones below one another, all in their order."""
    found: list[Json] = []
    fields: list[Json] = []
    for fact in facts:
        words = f"*{fit(escaped(fact.label), _LABEL)}*\n{fit(escaped(fact.value), longest)}"
        if letters(words) > _SHORT or len(fields) == _FIELDS:
            found += _columns(fields)
            fields = []
        if letters(words) > _SHORT:
            found.append(section(words))
        else:
            fields.append(mrkdwn(words))
    return [*found, *_columns(fields)]


def _columns(fields: list[Json]) -> list[Json]:
    return [{"type": "section", "fields": fields}] if fields else []


def _buttons(buttons: Iterable[Button]) -> list[Json]:
    """The buttons in rows, what is seldom needed in rows of its own below."""
    drawn: dict[bool, list[Json]] = {False: [], True: []}
    for one in buttons:
        drawn[one.more].append(button(one.action, one.label, one.value, one.style))
    return [*rows(drawn[False]), *rows(drawn[True])]


def _fewest(found: Sequence[Json], room: int, most: int) -> list[Json]:
    """As many of the blocks as there is room for; the buttons are always among them."""
    acts = [block for block in found if block["type"] == "actions"]
    kept: list[Json] = []
    room, most = room - total(acts) - len(_TOO_LONG), most - len(acts) - 1
    for block in found:
        if block["type"] != "actions":
            room, most = room - total(block), most - 1
            if room < 0 or most < 0:
                break
            kept.append(block)
    return [*kept, *context([_TOO_LONG]), *acts]
