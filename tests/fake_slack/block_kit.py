"""A Block Kit validator: Slack's documented limits, and what readers with a screen reader need.

slack_sdk's models check less: not the number of blocks in a message, duplicate block_ids, nor which block may be where.
"""

from collections.abc import Iterator

from .elements import ELEMENTS, ID, IMAGE, IN_ACTIONS, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION
from .mrkdwn import notifies
from .people import Json
from .shapes import BOTH, Check, Shape, anything, flag, one_of, same, several, text, typed, words

MESSAGE_BLOCKS, VIEW_BLOCKS, MESSAGE_CHARACTERS = 50, 100, 12_000

_BLOCK: dict[str, Check] = {"block_id": ID}


def _context_part(value: object, at: str) -> Iterator[str]:
    image = isinstance(value, dict) and value.get("type") == "image"
    yield from (IMAGE if image else text(3000, BOTH))(value, at)


def _has_text(section: Json, at: str) -> Iterator[str]:
    if not section.get("text") and not section.get("fields"):
        yield f"{at} must have text or fields"


def _rows(rows: object, at: str) -> Iterator[str]:
    yield from several(several(anything, 20), 100)(rows, at)


BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {},
        _BLOCK
        | {"text": text(3000, BOTH), "fields": several(text(2000, BOTH), 10), "expand": flag}
        | {"accessory": typed(ELEMENTS, IN_SECTION, "accessory of a section")},
        _has_text,
    ),
    "divider": Shape({}, _BLOCK),
    "header": Shape({"text": text(150)}, _BLOCK),
    "context": Shape({"elements": several(_context_part, 10)}, _BLOCK),
    "actions": Shape({"elements": several(typed(ELEMENTS, IN_ACTIONS, "element of actions"), 25)}, _BLOCK),
    "image": Shape(
        {"alt_text": words(2000)}, _BLOCK | {"image_url": words(3000), "slack_file": anything, "title": text(2000)}
    ),
    "input": Shape(
        {"label": text(2000), "element": typed(ELEMENTS, IN_INPUT, "element of an input")},
        _BLOCK | {"hint": text(2000), "optional": flag, "dispatch_action": flag},
    ),
    "markdown": Shape({"text": words(MESSAGE_CHARACTERS)}, _BLOCK),
    "rich_text": Shape({"elements": several(anything, 100)}, _BLOCK),
    "table": Shape({"rows": _rows}, _BLOCK | {"column_settings": several(anything, 20)}),
    "alert": Shape(
        {"text": text(200, BOTH)}, _BLOCK | {"level": one_of("default", "info", "warning", "error", "success")}
    ),
    "context_actions": Shape(
        {"elements": several(typed(ELEMENTS, IN_CONTEXT_ACTIONS, "element of context_actions"), 5)}, _BLOCK
    ),
    "video": Shape(
        {"title": text(200), "video_url": words(3000), "thumbnail_url": words(3000), "alt_text": words(2000)},
        _BLOCK | {"description": text(200), "author_name": words(50), "title_url": words(3000)},
    ),
}

_EVERYWHERE = {"section", "divider", "header", "context", "actions", "image", "rich_text", "video"}
IN_MESSAGE = _EVERYWHERE | {"markdown", "table", "context_actions"}
IN_MODAL, IN_HOME = _EVERYWHERE | {"input", "alert"}, _EVERYWHERE | {"input"}

_VIEW: dict[str, Check] = {"private_metadata": words(3000, 0), "callback_id": ID, "external_id": ID}
_MODAL: dict[str, Check] = {"submit": text(24), "close": text(24), "clear_on_close": flag, "notify_on_close": flag}


def faults_in_message(payload: Json) -> list[str]:
    """What Slack or a screen reader could not use in the text and blocks of a message."""
    blocks = payload.get("blocks")
    if blocks is None or blocks == []:
        return []
    faults = list(_faults_in_blocks(blocks, IN_MESSAGE, MESSAGE_BLOCKS, "message"))
    if not str(payload.get("text") or "").strip():
        faults.append("/text must be there beside blocks: notifications and screen readers use it")
    if (size := _characters(blocks)) >= MESSAGE_CHARACTERS:
        faults.append(f"/blocks have {size} characters together; they must stay under {MESSAGE_CHARACTERS}")
    if isinstance(blocks, list) and len([b for b in blocks if isinstance(b, dict) and b.get("type") == "table"]) > 1:
        faults.append("/blocks has more than one table")
    return faults


def faults_in_view(view: Json) -> list[str]:
    """What Slack would refuse in a modal or Home tab."""
    if view.get("type") not in ("modal", "home"):
        return ["/type must be modal or home"]
    modal, blocks = view["type"] == "modal", view.get("blocks")
    shape = Shape(
        {"blocks": anything, **({"title": text(24)} if modal else {})},
        _VIEW | (_MODAL | {"submit_disabled": flag} if modal else {}),
    )
    faults = list(shape(view, ""))
    faults += _faults_in_blocks(blocks, IN_MODAL if modal else IN_HOME, VIEW_BLOCKS, view["type"])
    inputs = [b for b in blocks if isinstance(b, dict) and b.get("type") == "input"] if isinstance(blocks, list) else []
    if modal and inputs and not view.get("submit"):
        faults.append("/submit must be there when a block is an input")
    if len([b for b in inputs if isinstance(b.get("element"), dict) and b["element"].get("focus_on_load")]) > 1:
        faults.append("/blocks: only one element may have focus_on_load")
    return faults


def _faults_in_blocks(blocks: object, allowed: set[str], most: int, surface: str) -> Iterator[str]:
    yield from several(typed(BLOCKS, allowed, f"block of a {surface}"), most)(blocks, "/blocks")
    found = [block for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []
    for block_id in same(block["block_id"] for block in found if "block_id" in block):
        yield f"/blocks: two blocks have the block_id {block_id!r}"
    for block in found:
        elements = [e for e in block.get("elements") or [] if isinstance(e, dict) and "action_id" in e]
        for action_id in same(element["action_id"] for element in elements):
            yield f"/blocks: two elements of a block have the action_id {action_id!r}"


def _characters(node: object) -> int:
    if isinstance(node, list):
        return sum(_characters(item) for item in node)
    if not isinstance(node, dict):
        return 0
    own = len(node["text"]) if isinstance(node.get("text"), str) else 0
    return own + sum(_characters(value) for value in node.values())


__all__ = ["faults_in_message", "faults_in_view", "notifies"]
