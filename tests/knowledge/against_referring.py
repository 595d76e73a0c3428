"""Words that talk somebody out of referring, and whether a text says them or warns of them."""

import re
from functools import lru_cache

# Each is a pattern on the text in small letters. What is denied shortly before it in the same sentence is a warning.
PHRASES = (
    r"no need (?:to|for) (?:refer|report|ring|call|tell|a referral|any referral|action|concern)",
    r"{NOT} (?:refer|report)(?: (?:it|this|them|the child))?\b",
    r"{NOT} (?:ring|call|contact|tell) (?:anyone|anybody|the (?:mash|front door|police|lado|hub)|social care|999)\b",
    r"(?:do not|don'?t|does not|doesn'?t) (?:need|have) to (?:refer|report|ring|call|tell)",
    r"need ?(?:not|n'?t) (?:refer|report|ring|call|be referred|be reported)",
    r"not necessary to (?:refer|report|ring|call)",
    r"unnecessary to (?:refer|report)",
    r"(?:no|a) referral (?:is|would be) (?:not |un)(?:needed|necessary|required)",
    r"no referral (?:is |would be )?(?:needed|necessary|required)",
    r"(?:referral|referring) (?:is not|isn'?t|would not be) (?:needed|necessary|required|advised)",
    r"advise(?:d|s)? against (?:a )?refer",
    r"(?:too|so) (?:minor|small|trivial) to refer",
    r"wait and see",
    r"(?:wait|hold off) (?:until|till) you are (?:sure|certain)",
    r"keep (?:it|this) (?:to yourself|between)",
    r"(?:nothing|not) to worry about",
    r"(?:can|may|could|should) (?:be )?ignore",
    r"(?:just |simply )do nothing",
    r"not (?:a|our|your) (?:safeguarding )?(?:concern|problem|business)",
    r"(?:stop|avoid) (?:worrying|referring)",
    r"refer(?:ral)? (?:can|could|may) wait",
)
_NOT = r"(?:do not|don'?t|never|should not|shouldn'?t|must not|mustn'?t)"
_PATTERNS = tuple(re.compile(r"\b" + phrase.replace("{NOT}", _NOT)) for phrase in PHRASES)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nor|without|rather than|avoid|instead of|don'?t)\b[^.!?:;]{0,40}$")


@lru_cache(maxsize=4096)
def advice_against(text: str) -> list[str]:
    """The words of the text that advise against referring; those that it denies or warns of are left out."""
    small = text.lower().replace("\u2019", "'")
    hits = (found for pattern in _PATTERNS for found in pattern.finditer(small))
    return [found.group() for found in hits if not _DENIES.search(small[: found.start()])]
