"""The Home tab: notices below one another, each whole or not at all."""

from bot.slack.render.blocks import Json, context, divider, section
from bot.slack.render.message import message_blocks
from bot.slack.render.modal import fits_view
from bot.wording.message import Message

_EMPTY = "Nothing is waiting for you. Write to me in Messages, or use /refer, to ask where to refer."


def home_view(messages: tuple[Message, ...]) -> Json:
    """The view of the Home tab. It says how many notices found no room in it."""
    blocks: list[Json] = []
    for at, notice in enumerate(messages):
        more = [*blocks, *([divider()] if blocks else []), *message_blocks(notice)]
        note = context([f"{len(messages) - at} more are not shown here."])
        if not fits_view([*more, *note]):
            return _home([*blocks, *note])
        blocks = more
    return _home(blocks or [section(_EMPTY)])


def _home(blocks: list[Json]) -> Json:
    return {"type": "home", "blocks": blocks}
