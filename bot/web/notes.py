"""The decision note as a Word file. The page sends back the note that it shows: the server keeps none."""

import asyncio
from urllib.parse import parse_qsl

from aiohttp import web

from bot.reports.note import note_document
from bot.web.handlers import NOW
from bot.web.problem import NO_NOTE, Refusal
from bot.web.security import require_same_origin
from knowledge.hours import LONDON
from knowledge.note_shape import Note

_MOST_BYTES = 200_000  # form encoding writes some letters as three to nine; a note has about six thousand
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def note_file(request: web.Request) -> web.Response:
    """The note of the form as a file to keep."""
    require_same_origin(request)
    note, made_on = _read(await request.read()), request.app[NOW]().astimezone(LONDON).date()
    file = await asyncio.to_thread(note_document, note, made_on)
    name = f"signpost-decision-note-{made_on.isoformat()}.docx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=file, content_type=_WORD, headers=headers)


def _read(body: bytes) -> Note:
    """The note in the form's body. Raises Refusal when it holds none."""
    if len(body) > _MOST_BYTES:
        raise Refusal(413, NO_NOTE)
    try:
        fields = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=3))
        return Note.from_json(fields.get("note", ""))
    except (ValueError, RecursionError) as fault:
        raise Refusal(400, NO_NOTE) from fault
