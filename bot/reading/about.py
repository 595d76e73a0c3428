"""What the whole file says about its plan: the year, whether it lists what is overdue, how it explains its colours."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from bot.partnership.plan import Action, Plan
from bot.partnership.plan_rules import load_plan_rules
from bot.reading.columns import Columns
from bot.reading.names import Names
from bot.reading.tables import Found

_TWO_YEARS = re.compile(r"\b(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)\b")
_COLOUR = re.compile(r"(?:red|amber|green|blue|(?:action )?completed?)\b", re.IGNORECASE)
_SHORTEST_KEY = 3


def about(
    path: Path,
    actions: Sequence[Action],
    found: Found,
    given: tuple[str, str, str],
    columns: Sequence[Columns],
    names: Names,
) -> Plan:
    """The plan that the actions belong to. `given`: its id, and year and title when somebody gave them."""
    plan_id, year, title = given
    before = _words_before(found, path)
    return Plan(
        id=plan_id,
        title=title or _readable(path.stem),
        year=year or _year(actions, before),
        source=f"{path.name}, SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}",
        listed_overdue=_has_no_dates(columns) and any(map(names.says_overdue, before)),
    )


def rag_key(found: Found) -> tuple[str, ...]:
    """The lines before the first table that explain the colours; nothing when there are too few."""
    first = found.tables[0].heading.number
    above = [line.words for line in found.prose if line.number < first]
    for is_key, lines in groupby(above, key=lambda words: _COLOUR.match(words) is not None):
        if is_key and len(key := tuple(lines)) >= _SHORTEST_KEY:
            return key
    return ()


def _readable(stem: str) -> str:
    words = " ".join(re.split(r"[-_\s]+", stem)).strip()
    return words[:1].upper() + words[1:]


def _words_before(found: Found, path: Path) -> list[str]:
    first = found.tables[0].heading.number
    return [path.stem, *(line.words for line in found.prose if line.number < first)]


def _has_no_dates(columns: Sequence[Columns]) -> bool:
    return not any(field in one for one in columns for field in ("due", "rag", "progress", "question"))


def _year(actions: Sequence[Action], words: Sequence[str]) -> str:
    """The plan year of most dates, or else the first pair of years in the words (`2019-2020`)."""
    rules = load_plan_rules()
    years = Counter(rules.year_of(action.due).year for action in actions if action.due)
    if years:
        most = max(years.values())
        return _pair(min(year for year, count in years.items() if count == most))
    pairs = (found for said in words for found in _TWO_YEARS.finditer(said))
    return next((_pair(int(one[1])) for one in pairs if int(one[2]) == (int(one[1]) + 1) % 100), "")


def _pair(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"
