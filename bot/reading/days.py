"""Dates as people write them in plans. Only a plain date is taken; anything else stays words."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec|" + "|".join(_MONTHS) + r")\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4}|\d{2})"
_SHAPES = (
    re.compile(r"(?P<year>\d{4})-(?P<monthno>\d{1,2})-(?P<day>\d{1,2})(?: \d\d:\d\d(?::\d\d)?)?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<monthno>\d{{1,2}})(?P=sign){_YEAR}(?: \d\d:\d\d(?::\d\d)?)?"),
    re.compile(rf"{_DAY}[ /-]?(?:of )?{_MONTH},?[ /-]?['’]?{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_MONTH} {_DAY},? (?P<year>\d{{4}})", re.IGNORECASE),
)
_MONTH_ALONE = re.compile(rf"{_MONTH}(?P<sign>[ /-]?['’]|[ /-]?){_YEAR}", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(rf"{_DAY}[ /-]?(?:of )?{_MONTH}|{_MONTH.replace('month', 'm')}", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;&]|\band\b|\bto\b)+")
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


@dataclass(frozen=True)
class Due:
    """The day, or why there is none: `fault` when it was meant as a date and is wrong, `doubt` when it may mean two."""

    day: date | None = None
    fault: str = ""
    doubt: str = ""


def read_due(words: str) -> Due:
    """The date of a cell. A month stands for its last day."""
    said = " ".join(words.split()).rstrip(".")
    if found := next((match for shape in _SHAPES if (match := shape.fullmatch(said))), None):
        return _day(said, found.groupdict())
    if found := _MONTH_ALONE.fullmatch(said):
        return _month(said, found)
    if _WITHOUT_YEAR.fullmatch(said):
        return Due(doubt=f"'{said}' has no year, so it is kept as words only")
    parts = [part for part in _BETWEEN.split(said) if part]
    several = [read_due(part) for part in parts] if len(parts) > 1 else []
    if several and all(one.day or one.fault for one in several):
        fault = next((one.fault for one in several if one.fault), "")
        return Due(fault=fault, doubt=f"'{said}' holds {len(parts)} dates, so it is kept as words only")
    return Due()


def _day(said: str, parts: dict[str, str | None]) -> Due:
    year, day = _year(parts["year"] or ""), int(parts["day"] or 0)
    month = int(parts.get("monthno") or 0) or _month_number(parts.get("month") or "")
    try:
        return _in_range(said, date(year, month, day))
    except ValueError:
        return Due(
            fault=f"'{said}' is no day of the calendar. Write a day such as 30/09/2026, or a month such as Sep 2026."
        )


def _month(said: str, found: re.Match[str]) -> Due:
    year, month = found["year"], _month_number(found["month"])
    if len(year) == 2 and found["sign"] in {" ", ""} and 1 <= int(year) <= 31:
        return Due(doubt=f"'{said}' may be a day or a month and year, so it is kept as words only")
    first = date(_year(year), month, 1)
    return _in_range(said, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _in_range(said: str, day: date) -> Due:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Due(fault=f"'{said}' lies in the year {day.year}. Write a year from {_FIRST_YEAR} to {_LAST_YEAR}.")
    return Due(day)


def _year(words: str) -> int:
    return int(words) + (2000 if len(words) == 2 else 0)


def _month_number(name: str) -> int:
    return next((number for full, number in _MONTHS.items() if name and full.startswith(name.lower()[:3])), 0)
