"""The frame of a modal, and how much a view holds."""

import json
from collections.abc import Sequence

from bot.slack.render.blocks import Json, context, plain_text

TITLE = 24
_BLOCKS, _SIZE = 100, 200_000  # Slack refuses views of more than 250,000 bytes
_TOO_LONG = "This is longer than Slack can show here."


def modal(title: str, blocks: Sequence[Json], close: str = "Close") -> Json:
    """A modal with these blocks; what a view cannot hold is left out at the end, and it says so."""
    shown = list(blocks)
    if not fits_view(shown):
        while not fits_view([*shown, *context([_TOO_LONG])]):
            shown.pop()
        shown += context([_TOO_LONG])
    return {
        "type": "modal",
        "title": plain_text(title, TITLE),
        "close": plain_text(close, TITLE),
        "blocks": shown,
    }


def fits_view(blocks: Sequence[Json]) -> bool:
    """Whether a modal or the Home tab can hold these blocks."""
    return len(blocks) <= _BLOCKS and len(json.dumps(blocks)) <= _SIZE
