"""Numbers, dates, contacts, plates and handles, as regular expressions with their kind."""

import re
from typing import NamedTuple

I = re.IGNORECASE
_MONTH = r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_FULL = (
    rf"{_DAY}[\s\-./,]*(?:of\s+)?{_MONTH}[\s\-./,]*{_YEAR}",
    rf"{_MONTH}[\s\-./]*{_DAY}[\s,\-./]+{_YEAR}",
    r"\d{1,2}\s?[/.\-\\]\s?\d{1,2}\s?[/.\-\\]\s?(?:\d{4}|\d{2})",
    r"(?:19|20)\d{2}[/.\-]\d{1,2}[/.\-]\d{1,2}",
    r"(?:0[1-9]|[12]\d|3[01])\s(?:0[1-9]|1[0-2])\s(?:19|20)\d{2}",
)
_PART = rf"(?:(?:the\s+)?{_DAY}\s*(?:of\s+)?{_MONTH}|{_MONTH}\s*(?:the\s+)?{_DAY}|{_MONTH}\s*{_YEAR}|\d{{1,2}}\s?[/.\- ]\s?\d{{1,2}}(?:\s?[/.\- ]\s?\d{{2,4}})?|(?:19|20)\d{{2}}|\d{{6}}|\d{{8}})"
_BORN = r"(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|birthday|b'?day|born|e\.?d\.?[dc]\.?|due\s+date)"
_SOCIAL = r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|roblox|fortnite|xbox|psn|playstation|minecraft|kik|telegram|twitter|facebook|fb|steam|twitch|youtube|yubo|wizz|whatsapp|gamer\s?tag|user\s?names?|screen\s?name|display\s?name|handle|login|online\s+name)"
_TLD = r"(?:com|org|net|uk|gov|io|eu|info|me|tv|gg|app|co|ly|be)"


class Shape(NamedTuple):
    """A pattern with the kind it finds; group `x`, where it has one, is the part to mask."""

    kind: str
    pattern: re.Pattern[str]


def _shape(kind: str, pattern: str, flags: re.RegexFlag = I) -> Shape:
    return Shape(kind, re.compile(pattern, flags))


LINK = re.compile(rf"\b(?:https?://|www\.)\S+|(?<![\w@.])(?:[a-z0-9\-]+\.)+{_TLD}\b(?:/\S*)?", I)
PERSONAL_HOST = re.compile(
    r"(?:instagram|facebook|tiktok|snapchat|twitter|x|discord|youtube|twitch|roblox|linkedin|onlyfans|t|fb|discordapp)\.(?:com|gg|me|tv)/\S+",
    I,
)

SHAPES = (
    _shape("EMAIL", r"[\w.+\-']+\s?@\s?[\w\-]+(?:\.[\w\-]+)+"),
    _shape(
        "EMAIL",
        rf"\b(?:\w+\s+dot\s+)?[\w.+\-]+\s*(?:\(at\)|\[at\]|\sat\s)\s*[\w\-]+\s*(?:\(dot\)|\[dot\]|\sdot\s|\.)\s*(?:{_TLD}|co\s*(?:dot|\.)\s*uk)\b",
    ),
    _shape(
        "NAME",
        r"(?<![\w.])(?!(?:U\.K|U\.S|P\.E|G\.P|H\.V|D\.O|N\.B|P\.S|E\.G|I\.E|A\.M|P\.M|S\.W|T\.A|R\.E|I\.D|N\.I)\b)[A-Z]\.\s?[A-Z]\.?(?![\w.])|(?<![\w.])[A-Z]\.\s?[A-Z]\.\s?[A-Z]\.?(?![\w.])(?<!D\.O\.B)(?<!D\.O\.B\.)(?<!D\.S\.L)(?<!D\.S\.L\.)",
        re.NOFLAG,
    ),
    _shape("DATE", "|".join(rf"(?<![\w/.\-£])(?:{full})(?![\w/])" for full in _FULL)),
    _shape(
        "DATE",
        rf"\b{_BORN}(?:\s+on)?(?:\s+in)?[\s:;=\-(]{{0,4}}(?:is|was|are)?\s*(?:on\s+|in\s+)?(?P<x>{_PART})(?![\w/])",
    ),
    _shape(
        "DATE",
        rf"(?<![\w/])(?P<x>{_PART})[\s,(\-]*(?:is\s+(?:his|her|their)\s+)?(?:d\.?o\.?b\b|birthday|bday|date\s+of\s+birth|is\s+when\s+(?:he|she)\s+was\s+born)",
    ),
    _shape(
        "POSTCODE",
        r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d(?!(?:st|nd|rd|th|yr|hr|wk|ys|lb)\b)[ABD-HJLNP-UW-Z]{2}|GIR\s?0AA)\b",
    ),
    _shape("ID", r"\b[A-Z]{2}[\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?[A-D]?\b"),
    _shape("ID", r"(?<![\w£.])\d{3}[\s\-.]\d{3}[\s\-.]\d{4}(?!\w)"),
    _shape(
        "ID",
        r"(?<![\w£.,@])(?:[A-Z]{1,6}[/\-_.]?)?(?:\d+[/\-_])+(?:[A-Z]{1,4}[/\-_]?)?\d{3,}(?:[/\-_]\w+)*(?!\w)",
    ),
    _shape("ID", r"(?<![\w£.,@])[A-Z]{1,6}[/\-_]?(?!(?:19|20)\d\d\b)\d{4,}[A-Z]{0,2}(?:[/\-_]\w+)*(?!\w)"),
    _shape("ID", r"(?<![\w£.,])\d{6,}[A-Z]{0,2}(?:[/\-_]\w+)*(?!\w)"),
    _shape(
        "ID",
        r"\b(?:ref(?:erence)?|case|hosp(?:ital)?|number|no|num|nos|id|crime|cad|urn|upn|mrn|nhs|ni|nino|incident|log|collar|shoulder|warrant|badge|passport|account|patient|pupil|unit|chart|record|systmone|mosaic|liquidlogic|lcs|pnc|cid|icrn|cris|athena|laa|arn)"
        r"(?:\s*(?:ref(?:erence)?|no|number|num|id|is|was))*[\s.:#=\-]{0,4}(?P<x>(?!(?:19|20)\d{2}\b(?![/\-]))(?=[\w/\-]*\d[\w/\-]*\d[\w/\-]*\d)[A-Z]{0,5}[/\-]?\d[\w/\-]*)",
    ),
    _shape(
        "HANDLE",
        r"(?<![\w@.])@(?!(?:school|home|nursery|work|hospital|court|time|lunch|mash|the|risk|all|least|present|moment)\b)[A-Z_][\w.\-]*\w",
    ),
    _shape(
        "HANDLE",
        rf"\b{_SOCIAL}(?:\s*(?:(?:name|account|acc|user|username|handle|tag|id|add|page|profile|called|under|as|by|is|was|were|known)\b|[,:=\-;]))+\s*[\"'“]?(?P<x>[A-Z0-9_][\w.\-]*[A-Z0-9_])",
    ),
    _shape("HANDLE", r"(?<![\w@./])(?=[\w.\-]*[A-Z])(?=[\w.\-]*\w_\w)\w+(?:[.\-]\w+)*"),
    _shape(
        "HANDLE",
        r"(?<![\w@./£\-])(?=[A-Z0-9.]*[A-Z][A-Z0-9.]*[A-Z][A-Z0-9.]*[A-Z])(?=[A-Z.]*\d)[A-Z0-9]{5,}(?:\.[A-Z0-9]+)*\b",
    ),
    _shape("VEHICLE", r"\b[A-Z]{2}\d{2}[\s\-]?[A-Z]{3}\b", re.NOFLAG),
    _shape("VEHICLE", r"\b[a-zA-Z]{2}\d{2}[a-zA-Z]{3}\b"),
    _shape("VEHICLE", r"\b[A-Z]{2}\d{2}\s[A-Z]{3}(?=\s+(?:reg|plate|on the plate))"),
    _shape(
        "VEHICLE",
        r"\b(?P<plate>[A-Z]\d{1,3}[\s\-]?(?P<word>[A-Z]{3})|(?P<first>[A-Z]{3})[\s\-]?\d{1,3}[A-Z])\b",
        re.NOFLAG,
    ),
    _shape(
        "VEHICLE",
        r"\b(?:reg(?:istration)?|plates?|vrm|vrn|number\s?plate|car|van|vehicle)(?:\s*(?:no|number|plate|mark|is|was|of))*[\s.:#\-(]{0,3}(?P<x>(?=[A-Z0-9]*\s?[A-Z0-9]*\d)[A-Z]{1,3}\s?\d{1,3}\s?[A-Z]{1,3}|[A-Z]{2,3}\s?\d{2,4}[A-Z]?)\b",
    ),
)
PHONE = re.compile(
    r"(?<![\w/£.])(?:\+\d{1,3}|00\d{2}|\(?0)[\s().\-]{0,3}(?:\d[\s().\-]{0,3}){6,12}\d(?![\w])|(?<![\w/£])7\d{3}[\s.\-]?\d{3}[\s.\-]?\d{3}(?!\w)"
)
# Letters and digits together that are words of the field, not a handle: "15yo", "covid19", "year9", "KS3".
FIELD_MIX = re.compile(
    r"^(?:\d+(?:yo|yr|yrs|year|years|y|mo|mth|mths|month|months|wk|wks|week|weeks|day|days|hr|hrs|hour|hours|min|mins|mg|ml|kg|cm|mm|st|nd|rd|th|am|pm|k|x|oz|lb|lbs|yrold|yearold|yro|yos|ish|f|m|ft|pcs)+\w?|"
    r"(?:year|yr|yrs|covid|ks|level|tier|sec|section|part|stage|phase|step|grade|class|set|unit|week|day|form|team|reg|catch|ward|block|room|eyfs|gcp|systm|pre|under|over|age|aged|ch|bbc|channel|ps|xbox|top|cl|eh|mp|triple|article|schedule|sch|form|para|fs|nvq|tog|h|b|web|f|i|p|ofsted|fortnite|fifa|fc|ea|gta|area|operation|op)\d{1,3}[a-z]?)$",
    I,
)
