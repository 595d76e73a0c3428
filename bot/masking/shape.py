"""What a pattern is here: a regular expression with the kind of personal data it finds."""

import re
from typing import NamedTuple


class Shape(NamedTuple):
    """A pattern with the kind it finds; group `x`, where it has one, is the part to mask."""

    kind: str
    pattern: re.Pattern[str]


def shape(kind: str, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Shape:
    """Return the pattern compiled, blind to case unless `flags` say otherwise."""
    return Shape(kind, re.compile(pattern, flags))
