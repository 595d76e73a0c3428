"""The frame of a modal."""

from collections.abc import Sequence

from bot.slack.render.blocks import Json, context, plain_text

TITLE, VIEW_BLOCKS = 24, 100
_TOO_LONG = "This is longer than Slack can show here."


def modal(title: str, blocks: Sequence[Json], close: str = "Close") -> Json:
    """A modal with these blocks; of more than a hundred the last ones are left out, and it says so."""
    shown = list(blocks)
    if len(shown) > VIEW_BLOCKS:
        shown = [*shown[: VIEW_BLOCKS - 1], *context([_TOO_LONG])]
    return {
        "type": "modal",
        "title": plain_text(title, TITLE),
        "close": plain_text(close, TITLE),
        "blocks": shown,
    }
