"""What is public and never masked: the national service numbers, and the contacts in the keep list."""

import re
from collections.abc import Iterable

# 03 numbers belong to organisations and 080 numbers are freephone lines. A stretch may go on after the number ("(24
# hours)"), but must be as long as a number is, or a date of birth such as 03042015 would pass for one.
_NATIONAL = re.compile(r"03\d{9}|0800\d{4}|080\d{7,8}")
# "number" and "NHS" before three digits suggest a reference, but not before these three.
_EMERGENCY = re.compile(r"(?:(?:number|num|no|nhs)(?:\s*(?:is|was))?[\s.:#=\-]{0,4})?(?:999|101|111)", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_LEAST_DIGITS = 6  # a kept term with fewer is no phone number: "Year 11"


class Public:
    """Knows the numbers and addresses that belong to services."""

    def __init__(self, keep: Iterable[str]) -> None:
        terms = list(keep)
        self._numbers = {number for term in terms if len(number := digits(term)) >= _LEAST_DIGITS}
        self._emails = {term.strip().lower() for term in terms if "@" in term}

    def number(self, written: str) -> bool:
        """Whether a stretch with digits is a public number, however it is grouped."""
        number = digits(written)
        return number in self._numbers or bool(_NATIONAL.match(number))

    def emergency(self, stretch: str) -> bool:
        """Whether a stretch taken for a reference is 999, 101 or 111."""
        return bool(_EMERGENCY.fullmatch(stretch))

    def email(self, address: str) -> bool:
        """Whether an address is a service's own."""
        return address.lower() in self._emails


def digits(text: str) -> str:
    """Return the digits of a text alone."""
    return "".join(_DIGITS.findall(text))
