"""Street addresses and the names of schools, found by the words round "Road" or "School"."""

import re

from bot.masking.cues import Cues
from bot.masking.lexicon import KEEP, WORD
from bot.masking.tokens import Token, tokens_of

I = re.IGNORECASE
_STREET = r"(?:road|rd|street|str?|avenue|ave?|close|cl|lane|ln|drive|dr|way|court|ct|crescent|cres|gardens?|gdns|place|pl|terrace|grove|gr|hill|walk|mews|green|park|square|sq|house|yard|wharf|rise|view|row|parade|broadway|farm|cottages?|chase|approach|path|quay|end|gate|mead|meadows?|field|fields|heights|tower|towers|point|villas?|buildings|estate|caravan|lodge|croft|vale|link|bungalow|flats)"
_BUILDING = r"(?:(?:flat|unit|apartment|apt|room|plot|block|pitch|caravan|house|bungalow|floor|number|no\.?)\s+(?!of\b)\d{1,4}[a-z]?|(?:flat|unit|apartment|block)\s+[a-z])"
_WORDS = r"(?:[a-z'\-]+\.?\s+){1,4}?"
NUMBERED = re.compile(
    rf"\b(?:{_BUILDING}[\s,]+(?:at\s+)?)?(?<![£\d.:/])\d{{1,4}}[a-z]?(?:\s?[\-/]\s?\d{{1,3}}[a-z]?)?[\s,]+{_WORDS}{_STREET}\b(?!\s+(?:to|with|for|from|past|plan|team|care|worker)\b)|\b{_BUILDING}[\s,]+{_WORDS}{_STREET}\b",
    I,
)
FLAT = re.compile(
    r"\b(?:flat|apartment|apt|plot|pitch)\s+(?:no\.?\s*)?\d{1,4}[a-z]?\b(?:[\s,]+[A-Z][\w']+(?:\s+[A-Z][\w']+)?)?"
)
NAMED = re.compile(
    r"(?P<home>\b(?:the\s+)?(?:\w+\s+)?(?:house|flat|bungalow|cottage|door|home|property|maisonette)\s+(?:on|in|at|off)\s+)?"
    r"(?P<number>\b\d{1,4}[a-zA-Z]?,?\s+)?(?P<name>(?:\b[A-Z][\w'\-]+\s+|\b[Ss]t\.?\s+){1,3})(?P<type>Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Cres|Gardens|Gdns|Terrace|Grove|Walk|Mews|Rise|Yard|Wharf|Parade|Chase|Place|Square|Hill|Row)\b"
)
PLAIN_NAMED = re.compile(
    r"\b(?:on|in|off|at|of|near|along|outside|down|round|to|from)\s+(?P<x>(?P<name>[a-z'\-]{3,}(?:\s+[a-z'\-]{3,})?)\s+(?:road|rd|street|avenue|ave|crescent|close|lane|drive|terrace|gardens|court|mews|grove|wharf|yard))\b",
    I,
)
LIVES = re.compile(
    r"\b(?:lives?|living|stays?|staying|address(?:\s+is)?|home\s+is)\s*(?:at|:)?\s+"
    r"(?P<x>\d{1,4}[a-z]?,?\s+(?:the\s+)?(?P<name>[a-z'\-]+(?:\s+[a-z'\-]+)?))",
    I,
)
ATTENDS = re.compile(
    r"\b(?:[Aa]ttend(?:s|ing|ed)|[Pp]upil at|[Ss]tudent at|[Gg]oes to|[Oo]n roll at|[Ee]nrolled at|[Ss]tarts at)\s+"
    r"(?P<x>(?P<name>(?:[A-Z][\w'\-]+|St\.?)(?:\s+[A-Z][\w'\-]+){1,3}))"
)
SCHOOL = re.compile(
    r"\b(?P<name>(?:(?:St|Saint|[A-Z][\w'\-]+)\.?\s+(?:(?:of|the|and|&)\s+)?){1,5}?)(?P<type>(?:C\s?of\s?E|CofE|RC|Catholic|Church of England|Community|Primary|Infants?|Juniors?|Secondary|High|Grammar|Special|Nursery|Prep|Pre-?school|Preschool|School|Academy|College|Sixth Form|PRU|Childminders?)(?:\s+(?:Primary|Infants?|Juniors?|Secondary|High|Grammar|School|Academy|College|Nursery|Pre-?school))*)\b"
)
PLAIN_SCHOOL = re.compile(
    r"\b(?:at|to|from|attends?|attending|goes\s+to|in)\s+(?P<x>(?P<name>(?:[a-z'\-]{2,}\s+){1,3}?)(?:primary|infants?|juniors?|secondary|high|grammar|academy|college|nursery|preschool|pre-school|school)(?:\s+(?:school|academy|nursery|college))?)\b",
    I,
)


def addresses(text: str, cues: Cues) -> list[tuple[int, int]]:
    """Return the stretches that say where someone lives."""
    found = [m.span() for m in NUMBERED.finditer(text) if not _counted(m.group(), cues)]
    found += [m.span() for m in FLAT.finditer(text)]
    lives = (m for m in LIVES.finditer(text) if m["name"].lower().split()[0] not in cues.counted)
    found += [m.span("x") for m in lives]
    for m in NAMED.finditer(text):
        words = list(re.finditer(r"\S+", m["name"]))
        named = [word for word in words if word.group().lower() not in cues.general_before_street]
        if named:
            whole = bool(m["home"] or m["number"])
            found.append((m.start() if whole else m.start("name") + named[0].start(), m.end()))
    return found + [
        m.span("x")
        for m in PLAIN_NAMED.finditer(text)
        if not set(m["name"].lower().split()) & cues.general_before_street
    ]


def _counted(stretch: str, cues: Cues) -> bool:
    """Return True where the number counts or tells an age ("14 year old at a house"), not where a house has it."""
    words = re.findall(r"[a-z/%]+", re.sub(r"^.*?\d+[a-z]?\b", "", stretch.lower(), count=1))
    if re.match(r"\d+(?:yo|yr|yrs|y|m|mths?|wks?|am|pm|hrs?|mins?|mg|ml)\b", stretch, I):
        return True
    return bool(words) and (words[0] in cues.counted or bool(set(words[:-1]) & cues.sentence_words))


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
    if token.word in cues.generic_before_school:
        return True
    return lower and kind_of.get(token.word, WORD) in (WORD, KEEP) and token.shape != "cap"
