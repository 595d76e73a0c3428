"""What a document is made of before its sections are known: lines as printed, and blocks as meant."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """One printed line. `size` is the height of its letters where that is known, `gap` says that space is above it."""

    text: str
    page: int | None = None
    size: float = 0.0
    bold: bool = False
    gap: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, an item of a list, a row of a table, or a heading.

    `level` is the rank of a heading that its style marks as one, from 1; 0 where no style says so. Blocks that stand
    apart may still turn out to be headings by their words.
    """

    text: str
    page: int | None = None
    level: int = 0
    is_item: bool = False
    apart: bool = True


@dataclass(frozen=True)
class Found:
    """All blocks of a file in order, and how many pages it has where that can be told."""

    blocks: tuple[Block, ...]
    pages: int | None = None
