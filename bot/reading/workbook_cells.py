"""One cell of a workbook as a person sees it."""

import re
from datetime import date, datetime
from typing import Any

from openpyxl.utils.escape import unescape

from bot.reading.lines import Cell

_FIXED = re.compile(r"0(?:\.(0+))?(?:_\)|;.*)?")
type Value = Any  # of openpyxl: text, number, date, formula


def cell_of(cell: Value) -> Cell:
    """The words of the cell; a formula or an error is a fault, a number that was typed otherwise is uncertain."""
    value, where = cell.value, getattr(cell, "coordinate", "")
    if value is None:
        return Cell()
    if cell.data_type == "f":
        formula = getattr(value, "text", value)
        return Cell(fault=f"{where} is a formula ({str(formula)[:40]}). Formulas are not run: replace it by its value.")
    if cell.data_type == "e":
        return Cell(fault=f"{where} shows the error {value}. Correct it, or empty the cell.")
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, int | float):
        return _number(value, cell.number_format, where)
    if isinstance(value, date):
        return Cell(_day(value, cell.number_format), uncertain=_typed_anew(where, "a date"))
    return Cell(unescape(str(value)).replace("\r\n", "\n").replace("\r", "\n").strip())


def _number(value: float, number_format: str, where: str) -> Cell:
    """A number as it is shown. Without fixed places 1.10 has become 1.1, and nobody can tell."""
    if fixed := _FIXED.fullmatch(number_format):
        return Cell(f"{value:.{len(fixed[1] or '')}f}")
    if value == int(value) and number_format == "General":
        return Cell(str(int(value)))
    if number_format.endswith("%"):
        return Cell(f"{value * 100:g}%", uncertain=_typed_anew(where, "a percentage"))
    return Cell(f"{value:g}", uncertain=_typed_anew(where, f"the number {value:g}"))


def _typed_anew(where: str, what: str) -> str:
    return (
        f"{where} holds {what}, so 1.1 cannot be told from 1.10. Format the column as text and type the numbers again."
    )


def _day(value: date, number_format: str) -> str:
    """A day as 30/09/2026; where only month and year are shown, `Sep-2026`."""
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format.lower())
    if "d" not in shown and "y" in shown:
        return f"{value:%b-%Y}"
    clock = f" {value:%H:%M}" if isinstance(value, datetime) and (value.hour or value.minute) else ""
    return f"{value:%d/%m/%Y}{clock}"
