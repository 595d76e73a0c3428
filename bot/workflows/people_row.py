"""One row of the people file as a person. What cannot be used becomes a fault of the row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.partnership.people import Away, Person, Role

COLUMNS = (
    *("id", "name", "agency", "role", "groups", "slack_id", "email", "teams_id"),
    *("prefers", "deputy", "away", "active"),
)
_LONGEST = {"id": 80, "slack_id": 80}
_LONGEST_OTHER = 255
_EMAIL = re.compile(r"[^@\s,;:<>\"()\[\]]+@[^@\s,;:<>\"()\[\]]+", re.ASCII)
_SLACK_ID = re.compile(r"[UW][A-Z0-9]+")
_SEVERAL = re.compile(r"[;|]+")
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)
_CHANNELS = ("slack", "teams", "email")
_YES, _NO = {"", "yes", "y", "true", "1"}, {"no", "n", "false", "0"}


@dataclass
class Row:
    """A row of the file with what is wrong with it."""

    line: int
    cells: Mapping[str, str]
    faults: list[str] = field(default_factory=list)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def fault(self, sentence: str) -> None:
        """Note what is wrong."""
        self.faults.append(f"Line {self.line}: {sentence}")


def person_of(row: Row, order: int) -> Person:
    """The person of the row; usable when the row has no fault afterwards. The deputy is as written in the row."""
    _check_words(row)
    email, slack_id = row["email"], row["slack_id"].upper()
    if email and not (_EMAIL.fullmatch(email) and email.isascii()):
        row.fault(f"'{email}' is not an e-mail address.")
    if slack_id and not _SLACK_ID.fullmatch(slack_id):
        row.fault(f"'{row['slack_id']}' is not a Slack member id. It looks like U0123ABCD.")
    return Person(
        id=row["id"] or email.lower() or slack_id,
        name=row["name"],
        agency=row["agency"],
        role=_role(row),
        groups=tuple(group for part in _SEVERAL.split(row["groups"]) if (group := part.strip())),
        email=email or None,
        slack_id=slack_id or None,
        teams_id=row["teams_id"] or None,
        prefers=_prefers(row),
        deputy=row["deputy"] or None,
        away=tuple(spell for part in _SEVERAL.split(row["away"]) if part.strip() and (spell := _away(row, part))),
        active=_active(row),
        order=order,
    )


def references(person: Person) -> set[str]:
    """What means this person, in small letters: the id, the e-mail address, the chat accounts."""
    named = (person.id, person.email, person.slack_id, person.teams_id)
    return {one.lower() for one in named if one}


def _check_words(row: Row) -> None:
    for column in ("name", "agency"):
        if not row[column]:
            row.fault(f"the {column} is missing.")
    if not row["email"] and not row["slack_id"] and not row["teams_id"]:
        row.fault("there is neither an e-mail address nor a Slack or Teams id, so nothing could reach this person.")
    for column in COLUMNS:
        longest = _LONGEST.get(column, _LONGEST_OTHER)
        if column not in {"groups", "away"} and len(row[column]) > longest:
            row.fault(f"the {column} is longer than {longest} letters.")
    if not row["id"] and len(row["email"]) > _LONGEST["id"]:
        row.fault("the e-mail address is too long to be the id as well. Fill in the id.")


def _role(row: Row) -> Role:
    try:
        return Role(row["role"].lower().replace("_", " "))
    except ValueError:
        *most, last = (role.value for role in Role)
        row.fault(f"role '{row['role']}' is not known. Use {', '.join(most)} or {last}.")
        return Role.PRACTITIONER


def _prefers(row: Row) -> str | None:
    given = row["prefers"].lower().replace("-", "")
    if given and given not in _CHANNELS:
        row.fault(f"prefers '{row['prefers']}' is not known. Use slack, teams or email.")
    return given or None


def _active(row: Row) -> bool:
    given = row["active"].lower()
    if given not in _YES | _NO:
        row.fault(f"active '{row['active']}' is not known. Use yes or no.")
    return given not in _NO


def _away(row: Row, spell: str) -> Away | None:
    """`2026-12-21 to 2027-01-02`, or one day."""
    ends = _TO.split(spell.strip())
    days = [_day(row, end.strip()) for end in ends[:2]]
    if len(ends) > 2:
        row.fault(f"away '{spell.strip()}' is not understood. Write 2026-12-21 to 2027-01-02.")
        return None
    first, last = days[0], days[-1]
    if first is None or last is None:
        return None
    if last < first:
        row.fault(f"away ends before it begins: {spell.strip()}.")
        return None
    return Away(first, last)


def _day(row: Row, written: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(written, shape).date()
        except ValueError:
            continue
    row.fault(f"'{written}' is no day of the calendar. Write it as 2026-12-21 or 21/12/2026.")
    return None
