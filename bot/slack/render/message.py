"""A notice as a message, and the same blocks for a modal or the Home tab."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

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


def message_blocks(notice: Message) -> list[Json]:
    """The blocks of a notice. When they hold too many letters, the longest texts are cut; they are whole in `text`."""
    ready, longest = _marked_up(notice), SECTION
    while len(found := _drawn(ready, longest)) > _MOST_BLOCKS or total(found) > MESSAGE_LETTERS:
        if longest <= _SMALLEST:
            return _fewest(found)
        longest = longest * 3 // 4
    return found


def _marked_up(notice: Message) -> Message:
    """The notice with all but its title and buttons in mrkdwn."""
    return replace(
        notice,
        urgent=tuple(own(line) for line in notice.urgent),
        lines=tuple(escaped(line) for line in notice.lines),
        facts=tuple(Fact(fit(escaped(fact.label), _LABEL), escaped(fact.value)) for fact in notice.facts),
        parts=tuple(_marked_up(part) for part in notice.parts),
        small=tuple(escaped(line) for line in notice.small),
    )


def _drawn(ready: Message, longest: int) -> list[Json]:
    return [
        *sections(bold(fit(line, longest)) for line in ready.urgent),
        _title(ready.title),
        *sections((fit(line, longest) for line in ready.lines), "\n\n"),
        *_facts(ready.facts, longest),
        *_buttons(ready.buttons),
        *(block for part in ready.parts for block in _part(part, longest)),
        *context(fit(line, longest) for line in ready.small),
    ]


def _part(ready: Message, longest: int) -> list[Json]:
    """One thing of a list: its words in one section, its buttons below."""
    facts = [f"{fact.label}: {fact.value}" for fact in ready.facts]
    words = "\n".join([bold(escaped(ready.title)), *ready.lines, *facts])
    return [section(fit(words, longest)), *_buttons(ready.buttons)]


def _title(title: str) -> Json:
    return header(title) if letters(title) <= _LABEL else section(bold(fit(escaped(title), SECTION - 2)))


def _facts(facts: Sequence[Fact], longest: int) -> list[Json]:
    """Short facts in two columns, long ones below one another, all in their order."""
    found: list[Json] = []
    fields: list[Json] = []
    for fact in facts:
        words = f"*{fact.label}*\n{fit(fact.value, longest)}"
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


def _fewest(found: Sequence[Json]) -> list[Json]:
    """As many of the blocks as there is room for; the buttons are always among them."""
    acts = [block for block in found if block["type"] == "actions"]
    kept: list[Json] = []
    room, most = MESSAGE_LETTERS - total(acts) - len(_TOO_LONG), _MOST_BLOCKS - len(acts) - 1
    for block in found:
        if block["type"] != "actions":
            room, most = room - total(block), most - 1
            if room < 0 or most < 0:
                break
            kept.append(block)
    return [*kept, *context([_TOO_LONG]), *acts]
