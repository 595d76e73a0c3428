"""The Home tab: notices below one another, each whole or not at all."""

from bot.slack.render.blocks import Json, context, divider, section
from bot.slack.render.message import message_blocks
from bot.slack.render.modal import VIEW_BLOCKS
from bot.wording.message import Message

_EMPTY = "Nothing is waiting for you. Write to me in Messages, or use /refer, to ask where to refer."


def home_view(messages: tuple[Message, ...]) -> Json:
    """The view of the Home tab, in at most a hundred blocks. It says how many notices found no room."""
    blocks: list[Json] = []
    for at, notice in enumerate(messages):
        drawn = message_blocks(notice)
        if len(blocks) + len(drawn) + 2 > VIEW_BLOCKS:
            return _home([*blocks, *context([f"{len(messages) - at} more are not shown here."])])
        blocks += [*([divider()] if blocks else []), *drawn]
    return _home(blocks or [section(_EMPTY)])


def _home(blocks: list[Json]) -> Json:
    return {"type": "home", "blocks": blocks}
