"""The stems of words, by which a search compares them."""

import re
from functools import lru_cache

import snowballstemmer

from knowledge.words import normal

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_STOP = frozenset(  # say nothing of what is asked
    _WORD.findall(
        """
        a about above according actually again all also although always am an and another any anybody anyone
        anything are around as ask asked asking at be because been before being below bit but by came can cannot
        come could did didn't do document does doesn't doing don't done down each either else ever every everyone
        exactly few find for from further get gets getting give given gives giving go goes going gone got had happen
        happened happening happens has hasn't have haven't having he her here hers him his how however i i'm i've if
        in into is isn't it it's its just kind know let like look made make many may me might more most much must my
        near need needs no nor not now of off often on once one only onto or other our ours out over own page part
        people per perhaps please put quite quote rather re really regarding said same say says section see shall
        she should shouldn't show so some somebody someone something soon still such take tell than that that's the
        their theirs them then there these they they're thing things this those though through to too under until up
        upon us use used very want was wasn't way we we've well went were what whatever when where whether which
        while who who's whom whose why will with within without won't would wouldn't you you're your yours
        """
    )
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.removesuffix("'s")))


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [_stem(word) for word in _WORD.findall(normal(text)) if word not in _STOP]


def all_stems(text: str) -> list[str]:
    """The stems of all words, in order."""
    return [_stem(word) for word in _WORD.findall(normal(text))]
