"""Puts new sentences and words into a pathway's file without touching anything else in it, comments included."""

from collections.abc import Iterator, Sequence

import yaml

from knowledge.model import Sentence

_BEFORE = ("question", "related")  # the parts of a pathway that stand behind its notes


class PlacingError(ValueError):
    """The file is written in a way that only a person can change; the message says where."""


def with_note(text: str, note: Sentence) -> str:
    """The pathway's file with the sentence at the end of its notes."""
    root, lines = _root(text), text.splitlines(keepends=True)
    parts = {key.value: (key, value) for key, value in root.value}
    new = _block(note)
    if "notes" in parts:
        value = parts["notes"][1]
        if not isinstance(value, yaml.SequenceNode) or value.flow_style:
            raise PlacingError("The notes of this pathway stand on one line. Write them one below the other first.")
        return _inserted(lines, _last_line(value) + 1, new)
    later = [key.start_mark.line for name, (key, _) in parts.items() if name in _BEFORE]
    return _inserted(lines, min(later, default=len(lines)), f"notes:\n{new}")


def with_asks(text: str, say: str, phrases: Sequence[str]) -> str:
    """The pathway's file with more words for the sentence that says this. Raises PlacingError when none does."""
    found = next((one for one in _mappings(_root(text)) if _field(one, "say") == say), None)
    if found is None:
        raise PlacingError(f"No sentence of this pathway says {say!r} any more.")
    asks = next((value for key, value in found.value if key.value == "asks"), None)
    more = ", ".join(_scalar(one) for one in phrases)
    if asks is None:
        return _with_new_asks(text, found, more)
    if not asks.flow_style:
        raise PlacingError(
            f"The words of the sentence {say!r} stand one below the other. Write them on one line first."
        )
    end = asks.end_mark.index - 1  # before the closing bracket
    return f"{text[:end]}{', ' if asks.value else ''}{more}{text[end:]}"


def _with_new_asks(text: str, sentence: yaml.MappingNode, more: str) -> str:
    if sentence.flow_style:
        end = sentence.end_mark.index - 1
        return f"{text[:end]}, asks: [{more}]{text[end:]}"
    indent = " " * sentence.start_mark.column
    return _inserted(text.splitlines(keepends=True), _last_line(sentence) + 1, f"{indent}asks: [{more}]\n")


def _root(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise PlacingError("The file of this pathway is no list of fields.")
    return root


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _field(node: yaml.MappingNode, name: str) -> str | None:
    """The text of a field, as the knowledge reads it; None without it."""
    found = (value for key, value in node.value if key.value == name and isinstance(value, yaml.ScalarNode))
    return next((str(value.value).strip() for value in found), None)


def _last_line(node: yaml.Node) -> int:
    """The line on which the node really ends; that of a block reaches beyond the comments after it."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1])
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1][1])
    mark: yaml.Mark = node.end_mark
    return mark.line - 1 if isinstance(node, yaml.ScalarNode) and mark.column == 0 else mark.line


def _block(note: Sentence) -> str:
    """The sentence as an entry of a list, its fields in the order of the other files."""
    fields = [f"say: {_scalar(note.say)}", f"source: {note.source}"]
    if note.section:
        fields.append(f"section: {_scalar(note.section)}")
    if note.page is not None:
        fields.append(f"page: {note.page}")
    if note.areas:
        fields.append(f"areas: [{', '.join(note.areas)}]")
    if note.asks:
        fields.append(f"asks: [{', '.join(_scalar(one) for one in note.asks)}]")
    return "  - " + "\n    ".join(fields) + "\n"


def _scalar(text: str) -> str:
    """The text as YAML writes it within a list, in quotes only where they are needed."""
    dumped: str = yaml.safe_dump([text], default_flow_style=True, width=100_000, allow_unicode=True)
    return dumped.strip().removeprefix("[").removesuffix("]")


def _inserted(lines: Sequence[str], place: int, new: str) -> str:
    before = "".join(lines[:place])
    return f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{new}{''.join(lines[place:])}"
