"""Dates: whole dates anywhere, parts of a date only beside a word for birth."""

from bot.masking.shape import shape

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_FULL = (
    rf"{_DAY}[\s\-./,]*(?:of\s+)?{_MONTH}[\s\-./,]*{_YEAR}",  # 3rd of April 2019
    rf"{_MONTH}[\s\-./]*{_DAY}[\s,\-./]+{_YEAR}",  # April 3, 2019
    r"\d{1,2}\s?[/.\-\\]\s?\d{1,2}\s?[/.\-\\]\s?(?:\d{4}|\d{2})",  # 3/4/19
    r"(?:19|20)\d{2}[/.\-]\d{1,2}[/.\-]\d{1,2}",  # 2019-04-03
    r"(?:0[1-9]|[12]\d|3[01])\s(?:0[1-9]|1[0-2])\s(?:19|20)\d{2}",  # 03 04 2019
)
# Too little to be a date by itself ("may", "2019", six digits), enough beside "born".
_PART = (
    rf"(?:(?:the\s+)?{_DAY}\s*(?:of\s+)?{_MONTH}|{_MONTH}\s*(?:the\s+)?{_DAY}|{_MONTH}\s*{_YEAR}|"
    r"\d{1,2}\s?[/.\- ]\s?\d{1,2}(?:\s?[/.\- ]\s?\d{2,4})?|"
    r"(?:19|20)\d{2}|\d{6}|\d{8})"
)
_BORN = (
    r"(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|birthday|b'?day|born|"
    r"e\.?d\.?[dc]\.?|due\s+date)"  # an unborn child's expected date of delivery points to the mother
)

DATES = (
    # A price, a fraction or a part of a longer reference is no date.
    shape("DATE", "|".join(rf"(?<![\w/.\-£])(?:{full})(?![\w/])" for full in _FULL)),
    shape(
        "DATE",
        rf"\b{_BORN}(?:\s+on)?(?:\s+in)?[\s:;=\-(]{{0,4}}"
        rf"(?:is|was|are)?\s*(?:on\s+|in\s+)?(?P<x>{_PART})(?![\w/])",
    ),
    shape(
        "DATE",
        rf"(?<![\w/])(?P<x>{_PART})[\s,(\-]*(?:is\s+(?:his|her|their)\s+)?"
        r"(?:d\.?o\.?b\b|birthday|bday|date\s+of\s+birth|is\s+when\s+(?:he|she)\s+was\s+born)",
    ),
)
