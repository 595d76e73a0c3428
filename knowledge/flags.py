"""Red flags: danger read from the words alone, whatever the classifier thinks.

Source of the rules: `red_flags.yaml` and `vocabulary.yaml`. A hit counts for nothing when it is denied ("no bruise",
"denies an overdose") or told of the past ("ten years ago", "not now") in the same breath.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from knowledge.knowledge import Knowledge
from knowledge.rules import RedFlag
from knowledge.words import Hit, find, normal, sentences

_PAST = "long_ago"
_NOW = "happening_now"
_STORY = "story"  # a game or a course named in one sentence says nothing of the danger told in the next
_PAST_REACH = 100  # letters between a hit and "years ago" within which the one speaks of the other
_DENIAL = re.compile(
    r"\b(?:no|not|never|nor|nil|nobody|no one|without|den(?:y|ies|ied)|denying|"
    r"(?:is|was|are|were|has|have|had|did|does|do|would)n'?t|rather than|free of|ruled out|"
    r"thought (?:he|she|they|it)(?:'?d| had| was| were)?)"
    r"(?:[ \t]+[\w']+){0,4}[ \t]*$"
)
_BREAK = re.compile(r"[,:;()]|\b(?:but|and then|however|though|although|so|because|just|only|yet|still)\b")
_SHORT = 400  # letters (about 60 words) in which two sentences are taken to speak of the same child
_WIDEST = 200  # letters that the words of one flag may lie apart in a text without sentence ends


@dataclass(frozen=True)
class Raised:
    """A red flag that the message raised, and the words that raised it."""

    flag: RedFlag
    words: tuple[str, ...]


def raised_flags(knowledge: Knowledge, text: str) -> list[Raised]:
    """The red flags of a message: those that lead the answer first, most protective pathway first."""
    message = _Message(knowledge, normal(text))
    raised = [Raised(flag, words) for flag in knowledge.red_flags if (words := message.words_for(flag))]
    order = knowledge.protective_order
    return sorted(raised, key=lambda r: (not r.flag.leads, r.flag.act != "999", order[r.flag.pathway]))


def believed(knowledge: Knowledge, raised: Sequence[Raised], urgency: float) -> list[Raised]:
    """What the flags still count once the language part has read the same words (docs/decisions/0014).

    Words can deceive ("hours were cut", "my first responder card"). Where the language part is all but sure that
    nothing is urgent, a flag is put aside. Where it doubts, the answer stays urgent, but the flag does not choose the
    route.
    """
    settings = knowledge.settings
    if urgency < settings.flag_denied_below:
        return []
    if urgency < settings.flag_leads_from:
        return [replace(one, flag=one.flag.model_copy(update={"leads": False})) for one in raised]
    return list(raised)


class _Message:
    """One message with the hits of each vocabulary name, looked up once."""

    def __init__(self, knowledge: Knowledge, text: str) -> None:
        self._text = text
        self._vocabulary = knowledge.vocabulary
        self._spans = [(start, start + len(words)) for start, words in sentences(text)]
        self._hits: dict[str, list[Hit]] = {}

    def hits(self, name: str) -> list[Hit]:
        """All places where a phrase of this vocabulary name stands."""
        if name not in self._hits:
            self._hits[name] = find(name, self._vocabulary[name], self._text)
        return self._hits[name]

    def words_for(self, flag: RedFlag) -> tuple[str, ...]:
        """The words that raise the flag, or nothing."""
        groups: list[list[Hit]] = []
        for names in flag.all_of:  # most messages hold nothing of the first group: the others need no look
            if not (hits := self._counting(flag, names)):
                return ()
            groups.append(hits)
        for chosen in _together(groups, self._scopes(flag)):
            if not self._excluded(flag, chosen):
                return tuple(dict.fromkeys(hit.words for hit in chosen))
        return ()

    def _counting(self, flag: RedFlag, names: Iterable[str]) -> list[Hit]:
        """Hits of a group that are neither denied nor past. The first group of a flag is the one that is judged."""
        hits = [hit for name in names for hit in self.hits(name)]
        if tuple(names) != flag.all_of[0]:
            return hits
        return [
            hit
            for hit in hits
            if (flag.even_negated or not self._denied(hit)) and (flag.in_the_past or not self._past(hit))
        ]

    def _scopes(self, flag: RedFlag) -> Sequence[tuple[int, int]]:
        return self._spans if flag.within == "sentence" else [(0, len(self._text))]

    def _denied(self, hit: Hit) -> bool:
        before = self._text[max(0, hit.start - 60) : hit.start]
        breaks = [found.end() for found in _BREAK.finditer(before)]
        return bool(_DENIAL.search(before[breaks[-1] :] if breaks else before))

    def _past(self, hit: Hit) -> bool:
        """Whether the past is named near the hit, and nearer than any word for now."""
        past = self._nearest(_PAST, hit)
        return past <= _PAST_REACH and past < self._nearest(_NOW, hit)

    def _nearest(self, name: str, hit: Hit) -> int:
        gaps = [max(other.start - hit.end, hit.start - other.end, 0) for other in self.hits(name)]
        return min(gaps, default=len(self._text) + _PAST_REACH + 1)

    def _excluded(self, flag: RedFlag, chosen: Sequence[Hit]) -> bool:
        """Whether a word of `unless` stands in the sentences that the hits stand in, or near by for a whole message."""
        near = flag.within == "message" and len(self._text) <= _SHORT
        if near and any(self.hits(name) for name in flag.unless if name != _STORY):
            return True
        touched = [(s, e) for s, e in self._spans if any(s <= hit.start < e for hit in chosen)]
        return any(s <= hit.start < e for name in flag.unless for hit in self.hits(name) for s, e in touched)


def _together(groups: list[list[Hit]], scopes: Sequence[tuple[int, int]]) -> Iterator[tuple[Hit, ...]]:
    """Choices of one hit from each group that lie in one scope, near each other and not on the same words."""
    for start, end in scopes:
        inside = [[hit for hit in group if start <= hit.start < end][:12] for group in groups]
        for chosen in product(*inside):
            if _apart(chosen) and max(h.end for h in chosen) - min(h.start for h in chosen) <= _WIDEST:
                yield chosen


def _apart(chosen: Sequence[Hit]) -> bool:
    """Whether no two hits are the very same words (one word cannot prove two things)."""
    return len({(hit.start, hit.end) for hit in chosen}) == len(chosen)
