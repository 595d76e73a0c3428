"""What somebody is called, by the words round it: "everyone calls her pips", "Cheese to his pals"."""

import re

from bot.masking.cues import Cues
from bot.masking.lexicon import Lexicon

_THEIR = r"(?:his|her|their|my|our|all\s+his|all\s+her)"
_COMPANY = r"(?:mates?|pals?|friends|family|crew|gang|lads|cousins|classmates|teammates|followers|nan|mum|siblings)"
_END = r"(?=\s*[).,;:!?\"]|\s*$|\s+(?:and|but|cos|coz|because|n|who|as|since|at)\b)"
_NAME = r"[\"']?(?P<x>[^\W\d_][\w'\-]*)"
CALLED = re.compile(
    rf"\b(?:every\s?one|every\s?body|they|all|we|people|{_COMPANY}|kids|others|boys|girls)\s+"
    rf"(?:(?:all|just|only|always|still)\s+)?calls?\s+(?:him|her|them|me)\s+{_NAME}{_END}",
    re.IGNORECASE,
)
CALLED_BY = re.compile(
    rf"\b(?:is|was|gets?|got|be|been)\s+called\s+{_NAME}\s+by\s+{_THEIR}\s+{_COMPANY}\b", re.IGNORECASE
)
TO_FRIENDS = re.compile(rf"[,(;]\s*{_NAME}\s+to\s+{_THEIR}\s+(?:own\s+)?{_COMPANY}{_END}", re.IGNORECASE)
# The second child of "mum of Amira n lil bean".
SIBLING = re.compile(
    r"\b(?P<who>\w+)\s+(?:of|to)\s+[^\W\d_][\w'\-]*\s*(?:,\s*[^\W\d_][\w'\-]*\s*)*(?:and|n|&)\s+(?P<x>(?:lil'?|little|baby|big)\s+"
    rf"(?P<y>[^\W\d_][\w'\-]*)){_END}",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(r"(?:ful|ive|ed|ing|ent|ous|ly|able|ible|less)$")


def nicknames(text: str, cues: Cues, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the stretches that are said to be what somebody is called."""
    found = [m.span("x") for p in (CALLED, CALLED_BY) for m in p.finditer(text) if _name(m["x"], cues)]
    for m in TO_FRIENDS.finditer(text):
        word = m["x"].lower()
        verb = m["x"].endswith("s") and m["x"].islower() and lexicon.frequent(word)  # "lies to his mum"
        if _name(word, cues) and not _DESCRIBES.search(word) and word not in cues.told and not verb:
            found.append(m.span("x"))
    for m in SIBLING.finditer(text):
        if m["who"].lower() in cues.parents and m["y"].lower() not in cues.persons and _name(m["y"], cues):
            found.append(m.span("x"))
    return found


def _name(word: str, cues: Cues) -> bool:
    return word.lower() not in cues.not_names | cues.opinions | cues.calendar
