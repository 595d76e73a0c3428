"""What people saw in Slack, by the notice that each message came from, and which of it came again after a kill."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from bench.crash_people import REFERENCE
from tests.fake_slack import SeenMessage

_BUSINESS = "G_BUSINESS"
_TOLD = re.compile(r"^(E-\d{4}-\d{4,}): (?:your \w+ is (?P<raise>recorded)|(?P<acknowledge>acknowledged))$", re.M)

type Seen = Mapping[str, Sequence[float]]  # the mark of a notice -> the moments when it arrived


def mark_of_notice(kind: str, subject: str, deed: str) -> str:
    """What the notice and its message have in common."""
    return f"{deed}:{subject}" if kind == "told" else f"{kind}:{subject}"


def mark_of_message(message: SeenMessage) -> str:
    """The same for a message; its own time when no notice of this run looks like that."""
    for block in message.blocks:
        for element in block.get("elements", []):
            if str(element.get("action_id", "")).startswith("question."):
                return f"answer:{element['value'].partition(':')[0]}"
    if told := _TOLD.search(message.text):
        return f"{told.lastgroup}:{told[1]}"
    if message.channel == _BUSINESS and (number := REFERENCE.search(message.text)):
        return f"card:{number[0]}"
    return f"unknown:{message.channel}:{message.ts}"


def seen_in(messages: Sequence[SeenMessage], at_once: Collection[str]) -> Seen:
    """When each notice arrived. A card that is changed in place arrived once; what was said `at_once` is no notice."""
    seen: dict[str, list[float]] = defaultdict(list)
    for message in messages:
        if message.text not in at_once:
            seen[mark_of_message(message)].append(float(message.ts))
    return seen


def repeats(seen: Seen, kills: Sequence[float]) -> tuple[Counter[int], list[str]]:
    """How many repeats each kill caused, and the repeats that no kill explains: none happened since the time before."""
    caused: Counter[int] = Counter()
    unexplained: list[str] = []
    for mark, moments in seen.items():
        for before, again in pairwise(sorted(moments)):
            if (last := bisect(kills, again)) > bisect(kills, before):
                caused[last] += 1
            else:
                unexplained.append(f"{mark} came again although nothing was killed in between")
    return caused, unexplained
