"""From printed lines to paragraphs: lines that the width of the page broke are put together again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.library.blocks import Block, Printed
from bot.library.numbering import begins_numbered

_BULLET = re.compile(r"^\s*(?:[-•●▪◦❖➢✓‣·*o–]|[ivx]{1,4}[.)]|\(?[a-z][.)]|\(\w{1,3}\))\s+", re.I)
ROW = "\x1e"  # stands before a row of a table while lines are put together
_ENDS = re.compile(r"[.!?:;][”\"')\]]*$")
_WRAPPED_LINES, _SHORT, _HEADING = 0.5, 0.75, 0.6
_KEEPS_HYPHEN = ("multi-", "non-", "self-", "co-", "cross-", "well-", "half-", "inter-", "re-", "pre-", "follow-")


def reflowed(lines: Sequence[Printed]) -> list[Block]:
    """The paragraphs, items, rows and stand-alone lines; `level` is set where larger letters mark a heading."""
    ranks, body = _ranks(lines)
    width = _width(lines)
    seen = {word for line in lines for word in re.findall(r"\w+-\w+", line.text.lower())}
    found: list[list[Printed]] = []
    for line in (_without_tabs(lines, at) for at in range(len(lines))):
        if found and _goes_on(found[-1], line, ranks, width):
            found[-1].append(line)
        else:
            found.append([line])
    return [_block(group, ranks, body, seen) for group in found]


def _without_tabs(lines: Sequence[Printed], at: int) -> Printed:
    """The line with its cells parted by bars where it is a row of a table; a single tab elsewhere is a space."""
    line = lines[at]
    words = line.text.strip("\t ")
    beside = [lines[one] for one in (at - 1, at + 1) if 0 <= one < len(lines)]
    in_table = words.count("\t") > 1 or ("\t" in words and any("\t" in other.text.strip(" ") for other in beside))
    if words.startswith("|"):
        return replace(
            line, text=ROW + " | ".join(cell.strip() for cell in words.strip("|").split("|") if cell.strip())
        )
    return replace(line, text=ROW + re.sub(r"\s*\t+\s*", " | ", words) if in_table else line.text.replace("\t", " "))


def _goes_on(group: Sequence[Printed], line: Printed, ranks: dict[float, int], width: int) -> bool:
    """Whether a line continues the paragraph before it."""
    before = group[-1]
    if _BULLET.match(line.text) or line.text.startswith(ROW) or before.text.startswith(ROW):
        return False
    if (before.size, before.bold) != (line.size, line.bold) and (before.size in ranks or line.size in ranks):
        return False
    if before.size in ranks:
        return not line.gap
    words = line.text.lstrip()
    if line.page != before.page or (line.gap and line.size):
        return not _ENDS.search(before.text) and words[:1].islower()
    if line.gap or not width or begins_numbered(words):
        return False
    if _ENDS.search(before.text) and len(words) < _HEADING * width and words[:1].isupper() and not _ENDS.search(words):
        return False
    is_full = len(before.text) >= _SHORT * width
    return (is_full and not (_ENDS.search(before.text) and len(before.text) < 0.9 * width)) or words[:1].islower()


def _block(group: Sequence[Printed], ranks: dict[float, int], body: float, seen: set[str]) -> Block:
    first = group[0]
    is_row = first.text.startswith(ROW)
    is_item = is_row or bool(_BULLET.match(first.text))
    words = _joined([line.text for line in group], seen).removeprefix(ROW)
    level = 0 if is_item else ranks.get(first.size, 0)
    if not level and first.bold and first.size >= body and len(group) == 1 and not _ENDS.search(words) and ranks:
        level = max(ranks.values()) + 1
    return Block(words, first.page, level, is_item, apart=not is_row)


def _joined(lines: Sequence[str], seen: set[str]) -> str:
    """The lines as one text. A word parted at the end of a line is whole again; a hyphen of its own stays."""
    words = lines[0].strip()
    for line in lines[1:]:
        line = line.strip()
        parted = re.search(r"(\w+)-$", words)
        if not parted or not line[:1].islower():
            words = f"{words} {line}"
            continue
        after = re.match(r"\w+", line)
        whole = f"{parted[1]}-{after[0] if after else ''}".lower()
        keeps = whole in seen or whole.startswith(_KEEPS_HYPHEN)
        words = (words if keeps else words[:-1]) + line
    return re.sub(r"[ \u00a0]+", " ", words)


def _ranks(lines: Sequence[Printed]) -> tuple[dict[float, int], float]:
    """Rank of each height of letters above that of most letters, the largest first; and that height."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    if not letters or set(letters) == {0.0}:
        return {}, 0.0
    body = letters.most_common(1)[0][0]
    larger = sorted((size for size in letters if size > body * 1.05), reverse=True)
    return {size: rank for rank, size in enumerate(larger, 1)}, body


def _width(lines: Sequence[Printed]) -> int:
    """The width at which lines were broken; 0 where each line is a whole paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    usual, longest = lengths[int(0.75 * (len(lengths) - 1))], lengths[int(0.99 * (len(lengths) - 1))]
    follows = sum(not line.gap for line in lines) / len(lines)
    return usual if follows > _WRAPPED_LINES and longest < 2 * usual and usual > 30 else 0
