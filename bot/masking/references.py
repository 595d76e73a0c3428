"""Initials, postcodes, vehicles and the numbers of cases, patients, pupils and officers."""

import re

from bot.masking.shape import shape

# "J.S." is a child; "U.K." and "G.P." are not, nor is "D.O.B." when three letters are taken.
_NO_INITIALS = r"(?:U\.K|U\.S|P\.E|G\.P|H\.V|D\.O|N\.B|P\.S|E\.G|I\.E|A\.M|P\.M|S\.W|T\.A|R\.E|I\.D|N\.I)"
# Words before a number that say it stands for a person or a case.
_NUMBERED = (
    r"(?:ref(?:erence)?|case|hosp(?:ital)?|number|no|num|nos|id|crime|cad|urn|upn|mrn|nhs|ni|nino|incident|log|"
    r"collar|shoulder|warrant|badge|passport|account|patient|pupil|unit|chart|record|systmone|mosaic|liquidlogic|"
    r"lcs|pnc|cid|icrn|cris|athena|laa|arn)"
)

INITIALS = (
    shape(
        "NAME",
        rf"(?<![\w.])(?!{_NO_INITIALS}\b)[A-Z]\.\s?[A-Z]\.?(?![\w.])|"
        r"(?<![\w.])[A-Z]\.\s?[A-Z]\.\s?[A-Z]\.?(?![\w.])(?<!D\.O\.B)(?<!D\.O\.B\.)(?<!D\.S\.L)(?<!D\.S\.L\.)",
        re.NOFLAG,
    ),
)
REFERENCES = (
    # Wider than Presidio's: any spacing, lower case; but "5th" and "2yr" end no postcode.
    shape(
        "POSTCODE",
        r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d(?!(?:st|nd|rd|th|yr|hr|wk|ys|lb)\b)[ABD-HJLNP-UW-Z]{2}|GIR\s?0AA)\b",
    ),
    shape("ID", r"\b[A-Z]{2}[\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?[A-D]?\b"),  # National Insurance, ending or not
    shape("ID", r"(?<![\w£.])\d{3}[\s\-.]\d{3}[\s\-.]\d{4}(?!\w)"),  # an NHS number, its check digit right or wrong
    # Digits in parts: "TH/26/50192".
    shape(
        "ID",
        r"(?<![\w£.,@])(?:[A-Z]{1,6}[/\-_.]?)?(?:\d+[/\-_])+(?:[A-Z]{1,4}[/\-_]?)?\d{3,}(?:[/\-_]\w+)*(?!\w)",
    ),
    # Letters, then digits: "LCS20931"; four digits that are a year do not count.
    shape("ID", r"(?<![\w£.,@])[A-Z]{1,6}[/\-_]?(?!(?:19|20)\d\d\b)\d{4,}[A-Z]{0,2}(?:[/\-_]\w+)*(?!\w)"),
    shape("ID", r"(?<![\w£.,])\d{6,}[A-Z]{0,2}(?:[/\-_]\w+)*(?!\w)"),
    # A shorter number needs such a word before it, and must not be a year.
    shape(
        "ID",
        rf"\b{_NUMBERED}(?:\s*(?:ref(?:erence)?|no|number|num|id|is|was))*[\s.:#=\-]{{0,4}}"
        r"(?P<x>(?!(?:19|20)\d{2}\b(?![/\-]))(?=[\w/\-]*\d[\w/\-]*\d[\w/\-]*\d)[A-Z]{0,5}[/\-]?\d[\w/\-]*)",
    ),
)
VEHICLES = (
    # A plate of today: in capitals with a gap, in any case without one, or with its word after it.
    shape("VEHICLE", r"\b[A-Z]{2}\d{2}[\s\-]?[A-Z]{3}\b", re.NOFLAG),
    shape("VEHICLE", r"\b[a-zA-Z]{2}\d{2}[a-zA-Z]{3}\b"),
    shape("VEHICLE", r"\b[A-Z]{2}\d{2}\s[A-Z]{3}(?=\s+(?:reg|plate|on the plate))"),
    # An older plate, whose three letters the finder checks not to be a word: "A12 AND".
    shape(
        "VEHICLE",
        r"\b(?P<plate>[A-Z]\d{1,3}[\s\-]?(?P<word>[A-Z]{3})|(?P<first>[A-Z]{3})[\s\-]?\d{1,3}[A-Z])\b",
        re.NOFLAG,
    ),
    # Any other plate needs a word for it before.
    shape(
        "VEHICLE",
        r"\b(?:reg(?:istration)?|plates?|vrm|vrn|number\s?plate|car|van|vehicle)"
        r"(?:\s*(?:no|number|plate|mark|is|was|of))*[\s.:#\-(]{0,3}"
        r"(?P<x>(?=[A-Z0-9]*\s?[A-Z0-9]*\d)[A-Z]{1,3}\s?\d{1,3}\s?[A-Z]{1,3}|[A-Z]{2,3}\s?\d{2,4}[A-Z]?)\b",
    ),
)
