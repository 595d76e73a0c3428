"""The check of typed words for personal data: some kinds are refused, others must be changed or confirmed as none."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.workflows.desk import Desk

_NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_SENTENCES = {
    "NHS_NUMBER": "This holds an NHS number. Take it out; your own case reference is enough.",
    "DATE": "This holds a date of birth or another full date about a person. Write the age instead.",
    "EMAIL": "This holds an e-mail address. Take it out.",
    "PHONE": "This holds a phone number. Take it out.",
    "POSTCODE": "This holds a postcode. Write the area instead.",
    "ADDRESS": "This holds an address. Write the area instead.",
}


@dataclass(frozen=True)
class Checked:
    """What was found. `refused` has a sentence for each field, `doubtful` the words that may point to a person."""

    refused: Mapping[str, str]
    doubtful: Mapping[str, tuple[str, ...]]


async def check(desk: Desk, typed: Mapping[str, str], references: Collection[str] = ()) -> Checked:
    """Look through every field. What is found is never logged or stored.

    `references` names the fields that ask for an agency's own reference: a reference is no finding there.
    """
    refused: dict[str, str] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for name, text in typed.items():
        masked = await desk.mask(text)
        found = [one for one in masked.redactions if one.kind != "ID" or name not in references]
        kinds = [*_numbers(text), *(one.kind for one in found)]
        if hard := next((kind for kind in kinds if kind in desk.rules.refused_kinds), None):
            refused[name] = _SENTENCES[hard]
        elif words := tuple(dict.fromkeys(text[one.start : one.end] for one in found)):
            doubtful[name] = words
    return Checked(refused, doubtful)


def _numbers(text: str) -> list[str]:
    """NHS numbers, known by their check digit (modulus 11, as the NHS Data Dictionary describes it)."""
    return ["NHS_NUMBER" for found in _NHS_NUMBER.findall(text) if _is_nhs_number(re.sub(r"\D", "", found))]


def _is_nhs_number(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])
