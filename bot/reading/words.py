"""The words of a cell: HTML taken out, halves joined, slugs made."""

import html
import re

_BLOCK = re.compile(r"\s*</?(?:ul|ol|li|p|br|div|tr|td|table|h[1-6])\b[^<>]*>\s*", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|sup|sub|font|a)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]+\d?|#\d+);", re.IGNORECASE)
_CUT_OFF = re.compile(r"\b(?:a|an|the|or|and|to|of|as|with|for|in|by|regarding|that|which)$", re.IGNORECASE)
_SHORTEST_REPEAT = 2  # words


def without_html(words: str) -> str:
    """The text that the tags were around; items and paragraphs stand on lines of their own."""
    if not (_BLOCK.search(words) or _INLINE.search(words) or _ENTITY.search(words)):
        return words
    text = html.unescape(_INLINE.sub("", _BLOCK.sub("\n", words)))
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))


def joined(first: str, second: str) -> str:
    """Two halves of a cell; words that end the first and begin the second again stand once."""
    left, right = first.split(), second.split()
    for count in range(min(len(left), len(right)), _SHORTEST_REPEAT - 1, -1):
        if left[-count:] == right[:count]:
            return " ".join((first, *right[count:]))
    return f"{first} {second}".strip()


def goes_on(words: str) -> bool:
    """Whether the words seem to be the second half of a sentence."""
    return words[:1].islower()


def is_cut_off(words: str) -> bool:
    """Whether the words seem to end in the middle of a sentence."""
    return _CUT_OFF.search(words) is not None


def slug(words: str, longest: int) -> str:
    """Small letters, digits, points and hyphens, fit for an id."""
    plain = re.sub(r"['’`]", "", words.casefold())
    return re.sub(r"[^a-z0-9.]+", "-", plain)[:longest].strip("-.")
