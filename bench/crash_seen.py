"""What people saw, by the notice that each message came from, and which of it came again after a kill."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

REFERENCE = re.compile(r"E-\d{4}-\d{4,}")
_DIGEST = "The plan in the week of"  # may name escalations, and is none of their notices
_TOLD = re.compile(r"^(E-\d{4}-\d{4,}): (?:your \w+ is (?P<raise>recorded)|(?P<acknowledge>acknowledged))$", re.M)

type Seen = Mapping[str, Sequence[float]]  # the mark of a notice -> the moments when it arrived


def mark_of_notice(kind: str, subject: str, deed: str) -> str:
    """What the notice and its message have in common."""
    return f"{deed}:{subject}" if kind == "told" else f"{kind}:{subject}"


def mark_of_words(words: str, *, in_team: bool) -> str:
    """The same for a message that speaks of an escalation, in the business team's channel or not; empty for others."""
    if _DIGEST in words:
        return ""
    if told := _TOLD.search(words):
        return f"{told.lastgroup}:{told[1]}"
    if in_team and (number := REFERENCE.search(words)):
        return f"card:{number[0]}"
    return ""


def moments(arrived: Iterable[tuple[str, float]]) -> Seen:
    """When each notice arrived. A card that is changed in place arrived once."""
    seen: dict[str, list[float]] = defaultdict(list)
    for mark, at in arrived:
        seen[mark].append(at)
    return seen


def repeats(seen: Seen, kills: Sequence[float]) -> tuple[Counter[int], list[str]]:
    """How many repeats each kill caused, and the repeats that no kill explains: none happened since the time before."""
    caused: Counter[int] = Counter()
    unexplained: list[str] = []
    for mark, arrivals in seen.items():
        for before, again in pairwise(sorted(arrivals)):
            if (first := bisect(kills, before)) < bisect(kills, again):
                caused[first + 1] += 1  # the kill that cut it off, even when it came again only after a later one
            else:
                unexplained.append(f"{mark} came again although nothing was killed in between")
    return caused, unexplained
