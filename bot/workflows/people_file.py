"""The people file as CSV: read whole, checked whole. Every fault is named with its line; with one, nothing is taken."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from bot.partnership.people import Person, Role
from bot.workflows.people_row import COLUMNS, Row, person_of, references

_LARGEST = 2 * 1024 * 1024
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NEEDED = ("name", "agency", "role")


class PeopleError(Exception):
    """The people file cannot be used; `faults` says what is wrong where, one sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read_people(path: Path) -> list[Person]:
    """The people in the order of the file. Raises PeopleError with every fault, OSError when it cannot be opened."""
    rows = list(_rows(_text(path)))
    people = [person_of(row, order) for order, row in enumerate(rows)]
    faults = [fault for row in rows for fault in row.faults]
    owners = _owners(rows, people, faults)
    people = [_with_deputy(row, one, owners, faults) for row, one in zip(rows, people, strict=True)]
    if not any(one.active and one.role is Role.BUSINESS_TEAM for one in people):
        faults.append("Nobody is an active member of the business team. Give at least one person that role.")
    if faults:
        raise PeopleError(sorted(faults, key=_line))
    return people


def _text(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise PeopleError(["The file is larger than 2 MB. A people file is a short list."])
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text
        break
    raise PeopleError(["The file is not text in UTF-8 or Windows-1252. Save it as CSV (UTF-8) and try again."])


def _rows(text: str) -> Iterator[Row]:
    """Each row under its headings."""
    lines = _lines(text)
    names = _headings(*next(lines, (1, [])))
    for number, cells in lines:
        pairs = list(zip_longest(names, cells, fillvalue=""))
        row = Row(number, {name: cell for name, cell in pairs if name})
        if beyond := next((cell for name, cell in pairs if cell and not name), ""):
            row.fault(f"'{beyond}' stands under no heading. Put a cell that holds the separator in quotes.")
        yield row


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number at which each row begins, and its cells; rows without any word are left out."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = ";" if first.count(";") > first.count(",") else ","
    reader, begins = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, [" ".join(cell.split()) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise PeopleError([f"Line {begins}: the quotation marks do not match from here on."]) from error


def _headings(line: int, heading: list[str]) -> list[str]:
    """The column names. Raises PeopleError when one is unknown, there twice or missing."""
    if not heading:
        raise PeopleError(["The file is empty."])
    names = [re.sub(r"\W", "", cell.lower().replace(" ", "_")) for cell in heading]
    faults = [
        f"Line {line}: the column '{cell}' is not known. Known are {', '.join(COLUMNS)}."
        for cell, name in zip(heading, names, strict=True)
        if name and name not in COLUMNS
    ]
    faults += [f"Line {line}: the column '{name}' is there twice." for name in COLUMNS if names.count(name) > 1]
    faults += [f"Line {line}: the column '{name}' is missing." for name in _NEEDED if name not in names]
    if not {"slack_id", "teams_id", "email"} & set(names):
        wanted = "there is neither a column 'email' nor 'slack_id' nor 'teams_id'. Give at least one of them."
        faults.append(f"Line {line}: {wanted}")
    if faults:
        raise PeopleError(faults)
    return names


def _owners(rows: list[Row], people: list[Person], faults: list[str]) -> dict[str, Person]:
    """Whom each id, e-mail address and chat account means; adds a fault where it means two people."""
    owners: dict[str, Person] = {}
    for row, one in zip(rows, people, strict=True):
        for reference in references(one):
            other = owners.setdefault(reference, one)
            if other is not one:
                faults.append(f"Line {row.line}: '{reference}' stands on line {rows[other.order].line} already.")
    return owners


def _with_deputy(row: Row, one: Person, owners: dict[str, Person], faults: list[str]) -> Person:
    if not one.deputy:
        return one
    deputy = owners.get(one.deputy.lower())
    if deputy is None:
        faults.append(
            f"Line {row.line}: the deputy '{one.deputy}' is not in the file. Write that person's id or e-mail."
        )
        return one
    if deputy is one:
        faults.append(f"Line {row.line}: {one.name} cannot be their own deputy.")
    return replace(one, deputy=deputy.id)


def _line(fault: str) -> int:
    found = re.match(r"Line (\d+)", fault)
    return int(found[1]) if found else 0
