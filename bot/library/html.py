"""HTML pages: headings, paragraphs, list items and table rows; menus, scripts and what is hidden are left out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from bot.library.blocks import Block, Found
from bot.library.faults import DocumentFileError

_LEFT_OUT = {"script", "style", "nav", "header", "footer", "aside", "noscript", "template", "form", "svg", "button"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_ITEMS = {"li", "tr", "dt", "dd"}
_HOLDING = {*_HEADINGS, *_ITEMS, "p", "blockquote", "pre", "div", "section", "article", "main", "body", "figcaption"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
type Element = Any  # lxml has no types


def read_html(path: Path) -> Found:
    """The blocks of the page. Raises DocumentFileError when it is no HTML or nested beyond all measure."""
    content = path.read_bytes()
    if not content.strip():
        raise DocumentFileError(f"{path.name} is empty.")
    try:
        parser = lxml_html.HTMLParser(encoding=_encoding(content), no_network=True, huge_tree=False)
        root = lxml_html.document_fromstring(content, parser=parser)
        blocks = tuple(_blocks(root))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise DocumentFileError(
            f"{path.name} cannot be read as HTML ({type(error).__name__}). Save the page anew."
        ) from error
    return Found(blocks)


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is; otherwise what the page itself says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _blocks(root: Element) -> Iterator[Block]:
    for gone in [one for one in root.iter() if _is_left_out(one)]:
        if gone.getparent() is not None:
            gone.drop_tree()
    for part in root.iter(*_HOLDING):
        if words := _own_words(part):
            tag = str(part.tag)
            yield Block(words, level=_HEADINGS.get(tag, 0), is_item=tag in _ITEMS, apart=tag in _HEADINGS)


def _is_left_out(part: Element) -> bool:
    if not isinstance(part.tag, str):
        return True
    hidden = "hidden" in part.attrib or part.get("aria-hidden") == "true" or _HIDDEN.search(part.get("style", ""))
    return part.tag in _LEFT_OUT or bool(hidden)


def _own_words(part: Element) -> str:
    """The words that stand in this part and in no part inside it that holds words of its own."""
    said: list[str] = []
    waiting: list[Element | str] = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            said.append(one)
            continue
        inside: list[Element | str] = [one.text or ""]
        for child in one:
            if child.tag not in _HOLDING:
                inside += [
                    "\n" if child.tag == "br" else " | " if child.tag in {"td", "th"} and len(inside) > 1 else ""
                ]
                inside.append(child)
            inside.append(child.tail or "")
        waiting += reversed(inside)
    return re.sub(r"\s+", " ", "".join(said)).strip(" |")
