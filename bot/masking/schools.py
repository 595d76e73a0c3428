"""The names of schools, found by the words round "School"."""

import re

from bot.masking.cues import Cues
from bot.masking.lexicon import KEEP, WORD
from bot.masking.tokens import Token, tokens_of

ATTENDS = re.compile(
    r"\b(?:[Aa]ttend(?:s|ing|ed)|[Pp]upil at|[Ss]tudent at|[Gg]oes to|[Oo]n roll at|[Ee]nrolled at|[Ss]tarts at)\s+"
    r"(?P<x>(?P<name>(?:[A-Z][\w'\-]+|St\.?)(?:\s+[A-Z][\w'\-]+){1,3}))"
)
# Capitalised words before a type of school; the type may be of several words ("Church of England Primary School").
SCHOOL = re.compile(
    r"\b(?P<name>(?:(?:St\.?|Saint|[A-Z][\w'\-]+)\s+(?:(?:of|the|and|&)\s+)?){1,5}?)"
    r"(?P<type>(?:C\s?of\s?E|CofE|RC|Catholic|Church of England|Community|Primary|Infants?|Juniors?|Secondary|High|"
    r"Grammar|Special|Nursery|Prep|Pre-?school|Preschool|School|Academy|College|Sixth Form|PRU|Childminders?)"
    r"(?:\s+(?:Primary|Infants?|Juniors?|Secondary|High|Grammar|School|Academy|College|Nursery|Pre-?school))*)\b"
)
# In small letters a word of place must stand before.
PLAIN_SCHOOL = re.compile(
    r"\b(?:at|to|from|attends?|attending|goes\s+to|in)\s+(?P<x>(?P<name>(?:[a-z'\-]{2,}\s+){1,3}?)"
    r"(?:primary|infants?|juniors?|secondary|high|grammar|academy|college|nursery|preschool|pre-school|school)"
    r"(?:\s+(?:school|academy|nursery|college))?)\b",
    re.IGNORECASE,
)


def schools(text: str, cues: Cues, kind_of: dict[str, str]) -> list[tuple[int, int]]:
    """Return the stretches that name one school; "the primary school" names none."""
    found: list[tuple[int, int]] = []
    for pattern, group in ((SCHOOL, 0), (ATTENDS, "x"), (PLAIN_SCHOOL, "x")):
        for m in pattern.finditer(text):
            words = tokens_of(m["name"])
            while words and (
                words[0].word in cues.generic_before_school or words[0].word in cues.persons or words[0].text.isupper()
            ):
                words.pop(0)
            if words and not all(_general(t, cues, kind_of, pattern is not SCHOOL) for t in words):
                found.append((m.start("name") + words[0].start, m.end(group)))
    return found


def _general(token: Token, cues: Cues, kind_of: dict[str, str], lower: bool) -> bool:
    """Whether a word before "school" says what sort of school, not which one."""
    if token.word in cues.generic_before_school:
        return True
    return lower and kind_of.get(token.word, WORD) in (WORD, KEEP) and token.shape != "cap"
