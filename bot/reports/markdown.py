"""A document as Markdown. What people typed stays what it is: nothing in it becomes a table, a link or HTML."""

import re

from bot.reports.blocks import Block, Bullets, Heading, Paper, Picture, Table, Text, clean, in_table

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")


def markdown(paper: Paper) -> str:
    """The whole document, ending with a line end."""
    parts = [f"# {_line(paper.title)}", *map(_line, paper.lines), *map(_block, paper.blocks)]
    return "\n\n".join(parts) + "\n"


def cell(words: str) -> str:
    """The words inside a cell of a table: line ends stay, as `<br>`."""
    return _escaped(in_table(words)).replace("\n", "<br>")


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {_line(text)}"
        case Text(text):
            return _line(text)
        case Bullets(items):
            return "\n".join(f"- {_line(item)}" for item in items)
        case Picture(alt=alt):
            return f"Picture: {_line(alt)}"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    marks = ("---:" if place in table.numbers else "---" for place in range(len(table.columns)))
    head, *body = (f"| {' | '.join(map(cell, row))} |" for row in (table.columns, *table.rows))
    return "\n".join([f"{_line(table.caption)}\n", head, f"| {' | '.join(marks)} |", *body])


def _line(words: str) -> str:
    return " ".join(_escaped(clean(words)).split())


def _escaped(words: str) -> str:
    return _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}", words)
