"""Street addresses and the names of schools, found by the words round "Road" or "School"."""

import re

from bot.masking.cues import Cues
from bot.masking.lexicon import KEEP, WORD
from bot.masking.tokens import Token, tokens_of

I = re.IGNORECASE
_STREET = r"(?:road|rd|street|str?|avenue|ave?|close|cl|lane|ln|drive|dr|way|court|ct|crescent|cres|gardens?|gdns|place|pl|terrace|grove|gr|hill|walk|mews|green|park|square|sq|house|yard|wharf|rise|view|row|parade|broadway|farm|cottages?|chase|approach|path|quay|end|gate|mead|meadows?|field|fields|heights|tower|towers|point|villas?|buildings|estate|caravan|lodge|croft|vale|link|bungalow|flats)"
_BUILDING = r"(?:(?:flat|unit|apartment|apt|room|plot|block|pitch|caravan|house|bungalow|floor|number|no\.?)\s+(?!of\b)\d{1,4}[a-z]?|(?:flat|unit|apartment|block)\s+[a-z])"
_WORDS = r"(?:[a-z'\-]+\.?\s+){1,4}?"
NUMBERED = re.compile(rf"\b(?:{_BUILDING}[\s,]+(?:at\s+)?)?(?<![£\d.:/])\d{{1,4}}[a-z]?(?:\s?[\-/]\s?\d{{1,3}}[a-z]?)?[\s,]+{_WORDS}{_STREET}\b(?!\s+(?:to|with|for|from|past|plan|team|care|worker)\b)|\b{_BUILDING}[\s,]+{_WORDS}{_STREET}\b", I)
FLAT = re.compile(rf"\b(?:flat|apartment|apt|plot|pitch)\s+(?:no\.?\s*)?\d{{1,4}}[a-z]?\b(?:[\s,]+[A-Z][\w']+(?:\s+[A-Z][\w']+)?)?")
NAMED = re.compile(r"(?P<home>\b(?:the\s+)?(?:\w+\s+)?(?:house|flat|bungalow|cottage|door|home|property|maisonette)\s+(?:on|in|at|off)\s+)?"
                   r"(?P<name>(?:\b[A-Z][\w'\-]+\s+|\b[Ss]t\.?\s+){1,3})(?P<type>Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Cres|Gardens|Gdns|Terrace|Grove|Walk|Mews|Rise|Yard|Wharf|Parade|Chase|Place|Square|Hill|Row)\b")
PLAIN_NAMED = re.compile(r"\b(?:on|in|off|at|of|near|along|outside|down|round|to|from)\s+(?P<x>(?P<name>[a-z'\-]{3,}(?:\s+[a-z'\-]{3,})?)\s+(?:road|rd|street|avenue|ave|crescent|close|lane|drive|terrace|gardens|court|mews|grove|wharf|yard))\b", I)
_GENERAL = frozenset("the a an my his her our their your this that main high busy same next other back side whole quiet another each every any some one dead no new and or of in on at to from by market old very cul de sac broad across station bus cross down up off near residential long local private small wide open school court child family crown county magistrates high youth civil disk usb disc hard test it we they he she is was are go went take took drive driving walk pick get find change life half way best easy only right wrong different first step only parking stay keep come under over bad dark fast slow care nursing children's residential".split())

SCHOOL = re.compile(r"\b(?P<name>(?:(?:St|Saint|[A-Z][\w'\-]+)\.?\s+(?:(?:of|the|and|&)\s+)?){1,5}?)(?P<type>(?:C\s?of\s?E|CofE|RC|Catholic|Church of England|Community|Primary|Infants?|Juniors?|Secondary|High|Grammar|Special|Nursery|Prep|Pre-?school|Preschool|School|Academy|College|Sixth Form|PRU|Childminders?)(?:\s+(?:Primary|Infants?|Juniors?|Secondary|High|Grammar|School|Academy|College|Nursery|Pre-?school))*)\b")
PLAIN_SCHOOL = re.compile(r"\b(?:at|to|from|attends?|attending|goes\s+to|in)\s+(?P<x>(?P<name>(?:[a-z'\-]{2,}\s+){1,3}?)(?:primary|infants?|juniors?|secondary|high|grammar|academy|college|nursery|preschool|pre-school|school)(?:\s+(?:school|academy|nursery|college))?)\b", I)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the stretches that say where someone lives."""
    found = [m.span() for m in NUMBERED.finditer(text) if not _counted(m.group())]
    found += [m.span() for m in FLAT.finditer(text)]
    for m in NAMED.finditer(text):
        words = m["name"].lower().split()
        while words and words[0] in _GENERAL:
            words.pop(0)
        if words:
            start = m.start() if m["home"] else m.end("name") - len(m["name"][m["name"].lower().rindex(" ".join(words)) if " ".join(words) in m["name"].lower() else 0 :])
            found.append((start, m.end()))
    return found + [m.span("x") for m in PLAIN_NAMED.finditer(text) if not set(m["name"].lower().split()) & _GENERAL]


def _counted(stretch: str) -> bool:
    """True for a number that counts or tells an age or time ("14 year old at a house"), not a house number."""
    return bool(re.match(r"\d+[a-z]?\s*(?:,|and|or|to|in|on|at|is|was|yr|yrs|year|years|yo|month|months|mths|week|weeks|wk|wks|day|days|hour|hours|hr|hrs|min|mins|minutes|am|pm|children|kids|boys|girls|siblings|times|people|adults|months|m|f|y|days|of|x|he|she|we|they|and|who|from|with|the|his|her|live|lives|living|found|other|different|men|males|females|young|pupils|bed|bedroom|more|miles|metres|mg|ml|%|sets|sessions|visits|calls|texts|referrals|has|had|hasn't|mum|dad|child|minute|not)\b", stretch, I)) or bool(re.search(r"\d[\s,]+(?:\S+\s+)*(?:is|was|has|at|in|and|he|she|the|a|to|who|for|on|care|with|lives|from|child|my|his|her|no|not|of|that|this|by|we|they|i|home|mum|dad|parents|yo|old|years?|months?|weeks?|or|but|if|so|now|can|going|school)\s", stretch, I))


def schools(text: str, cues: Cues, kind_of: dict[str, str]) -> list[tuple[int, int]]:
    """Return the stretches that name one school; "the primary school" names none."""
    found: list[tuple[int, int]] = []
    for pattern, group in ((SCHOOL, 0), (PLAIN_SCHOOL, "x")):
        for m in pattern.finditer(text):
            words = tokens_of(m["name"])
            while words and (words[0].word in cues.generic_before_school or words[0].word in cues.persons or words[0].text.isupper()):
                words.pop(0)
            if words and not all(_general(t, cues, kind_of, group == "x") for t in words):
                found.append((m.start("name") + words[0].start, m.end(group)))
    return found


def _general(token: Token, cues: Cues, kind_of: dict[str, str], lower: bool) -> bool:
    if token.word in cues.generic_before_school:
        return True
    return lower and kind_of.get(token.word, WORD) in (WORD, KEEP) and token.shape != "cap"
