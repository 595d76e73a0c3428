"""A figure: how many of how many, with the interval in which the true share lies with 95 in 100 certainty."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

_Z = 1.959964  # 95 % of a normal distribution lies within so many standard deviations


@dataclass(frozen=True)
class Figure:
    """`hits` of `of` messages (or facts, or spans)."""

    hits: int
    of: int

    @classmethod
    def count(cls, values: Iterable[bool]) -> Self:
        """The figure of a row of verdicts."""
        every = list(values)
        return cls(sum(every), len(every))

    @property
    def share(self) -> float:
        """From 0 to 1. Raises ZeroDivisionError where nothing was counted."""
        return self.hits / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval by Wilson (1927), which holds for small samples and shares near 0 and 1 too."""
        middle = self.share + _Z**2 / (2 * self.of)
        reach = _Z * math.sqrt(self.share * (1 - self.share) / self.of + (_Z / self.of) ** 2 / 4)
        whole = 1 + _Z**2 / self.of
        return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)
