"""Street addresses, found by the words round "Road"."""

import re

from bot.masking.cues import Cues

# A house number before makes any of these an address.
_STREET = (
    r"(?:road|rd|street|str?|avenue|ave?|close|cl|lane|ln|drive|dr|way|court|ct|crescent|cres|gardens?|gdns|place|pl|"
    r"terrace|grove|gr|hill|walk|mews|green|park|square|sq|house|yard|wharf|rise|view|row|parade|broadway|farm|"
    r"cottages?|chase|approach|path|quay|end|gate|mead|meadows?|field|fields|heights|tower|towers|point|villas?|"
    r"buildings|estate|caravan|lodge|croft|vale|link|bungalow|flats)"
)
_BUILDING = (
    r"(?:(?:flat|unit|apartment|apt|room|plot|block|pitch|caravan|house|bungalow|floor|number|no\.?)\s+"
    r"(?!of\b)\d{1,4}[a-z]?|"  # "number 3 of the policy" is no building
    r"(?:flat|unit|apartment|block)\s+[a-z])"
)
_WORDS = r"(?:[a-z'\-]+\.?\s+){1,4}?"
NUMBERED = re.compile(
    rf"\b(?:{_BUILDING}[\s,]+(?:at\s+)?)?(?<![£\d.:/])\d{{1,4}}[a-z]?(?:\s?[\-/]\s?\d{{1,3}}[a-z]?)?[\s,]+{_WORDS}"
    rf"{_STREET}\b(?!\s+(?:to|with|for|from|past|plan|team|care|worker)\b)|"  # "2 children in place with a plan"
    rf"\b{_BUILDING}[\s,]+{_WORDS}{_STREET}\b",
    re.IGNORECASE,
)
FLAT = re.compile(
    r"\b(?:flat|apartment|apt|plot|pitch)\s+(?:no\.?\s*)?\d{1,4}[a-z]?\b(?:[\s,]+[A-Z][\w']+(?:\s+[A-Z][\w']+)?)?"
)
# Without a number the capitals must tell; words for a home before belong to the address.
NAMED = re.compile(
    r"(?P<home>\b(?:the\s+)?(?:\w+\s+)?(?:house|flat|bungalow|cottage|door|home|property|maisonette)\s+"
    r"(?:on|in|at|off)\s+)?"
    r"(?P<number>\b\d{1,4}[a-zA-Z]?,?\s+)?(?P<name>(?:\b[A-Z][\w'\-]+\s+|\b[Ss]t\.?\s+){1,3})"
    r"(?P<type>Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Cres|Gardens|Gdns|Terrace|Grove|Walk|Mews|"
    r"Rise|Yard|Wharf|Parade|Chase|Place|Square|Hill|Row)\b"
)
# In small letters only the street words that mean little else, after a word of place.
PLAIN_NAMED = re.compile(
    r"\b(?:on|in|off|at|of|near|along|outside|down|round|to|from)\s+(?P<x>(?P<name>[a-z'\-]{3,}(?:\s+[a-z'\-]{3,})?)\s+"
    r"(?:road|rd|street|avenue|ave|crescent|close|lane|drive|terrace|gardens|court|mews|grove|wharf|yard))\b",
    re.IGNORECASE,
)
# With a number and capitals, endings that are also words for other things, and anything after a word of living there.
_ENDING = (
    r"(?:Mead|Meadows?|Croft|Spinney|Paddocks?|Glades?|Dell|Copse|Coppice|Hythe|Maltings|Esplanade|Wynd|Garth|Leas?|Leys?|"
    r"Drove|Tye|Reach|Ridge|Brow|Bank|Bridge|Corner|Common|Fold|Glebe|Hurst|Knoll|Mount|Nook|Pastures?|Pines|Oaks?|Limes|Elms|"
    r"Strand|Warren|Crest|Marina|Quays?|Stables|Mill|Hollow|Holt|Side|Haven|Weir|Lock|Acres?|Slade|Dene|Downs?|Heath|Orchards?|"
    r"Views?|Mews|Way|Chase|Rise|Wharf|Close|Lane|Green|Park|Walk|Hill|Court|House|Gate|Path|Place|Circus|Promenade|Parade)"
)
CAPITALS = re.compile(
    rf"(?<![£\d.:/\-])\b\d{{1,4}}[a-zA-Z]?,?[ ](?:[A-Z][\w'\-]+[ ]){{1,3}}{_ENDING}\b|"
    rf"(?<![£\d.:/\-])\b\d{{1,4}}[a-zA-Z]?,?[ ](?:The|the)[ ](?:[A-Z][\w'\-]+[ ])?{_ENDING}\b"
)
AT = re.compile(
    r"\b(?:at|of|to|from|outside|near|into)[ ](?P<x>\d{1,4}[a-zA-Z]?,?[ ]"
    r"(?P<name>(?:The[ ])?[A-Z][a-z'\-]{2,}(?:[ ][A-Z][a-z'\-]{2,})+))"
)
UNNUMBERED = re.compile(
    r"\b(?:on|in|at|off|from|down|along|near|outside)[ ](?P<x>(?:the[ ]|The[ ])?(?:[A-Z][\w'\-]+[ ]){1,2}"
    r"(?:Mead|Croft|Spinney|Paddocks?|Copse|Coppice|Maltings|Esplanade|Wynd|Garth|Drove|Hythe))\b"
)
# Capitalised words after a number that count classes or parts of a text.
_COUNTED_PARTS = "year yr years section grade key band set unit group class tier level stage article part"
_CLASSES = frozenset(_COUNTED_PARTS.split())
LIVES = re.compile(
    r"\b(?:lives?|living|stays?|staying|ad{1,2}res{1,2}(?:\s+is)?|home\s+is|moved\s+(?:to|into))\s*(?:at|:)?\s+"
    r"(?P<x>\d{1,4}[a-z]?,?\s+(?:the\s+)?(?P<name>[a-z'\-]+(?:\s+[a-z'\-]+)?))",
    re.IGNORECASE,
)


def addresses(text: str, cues: Cues) -> list[tuple[int, int]]:
    """Return the stretches that say where someone lives."""
    found = [m.span() for m in NUMBERED.finditer(text) if not _counted(m.group(), cues)]
    found += [m.span() for m in CAPITALS.finditer(text) if not _general(m.group(), cues)]
    found += [m.span("x") for m in AT.finditer(text) if not _general(m["name"], cues)]
    found += [m.span("x") for m in UNNUMBERED.finditer(text)]
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
    if re.match(r"\d+(?:yo|yr|yrs|y|m|mths?|wks?|am|pm|hrs?|mins?|mg|ml)\b", stretch, re.IGNORECASE):
        return True
    return bool(words) and (words[0] in cues.counted or bool(set(words[:-1]) & cues.sentence_words))


def _general(stretch: str, cues: Cues) -> bool:
    """Whether capitals after a number are a date, a class or people counted: "at 12 Monday", "of 7 Year Nine"."""
    first = [word for word in re.findall(r"[a-z'\-]{2,}", stretch.lower()) if word != "the"]
    return not first or first[0] in cues.counted | cues.calendar | cues.persons | _CLASSES
