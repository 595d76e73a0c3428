"""The bars: what each figure must reach, from `bars.yaml`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator

from bench.evaluate.figures import Figure
from bench.evaluate.labels import Label

_FILE = Path(__file__).with_name("bars.yaml")


class Bar(BaseModel):
    """One bar. `stops` says that a miss ends the command with exit code 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_least: float | None = None
    at_most: float | None = None
    stops: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> "Bar":
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("a bar has either at_least or at_most")
        return self

    def missed(self, figure: Figure) -> bool:
        """Whether the figure does not reach the bar."""
        if self.at_least is not None:
            return figure.share < self.at_least
        return figure.share > (self.at_most or 0.0)

    @property
    def words(self) -> str:
        """The bar in words."""
        return f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"


Bars = dict[str, Bar]


def read_bars() -> dict[str, Bars]:
    """The bars of plain sets (`own`) and of other voices (`voices`)."""
    return TypeAdapter(dict[str, Bars]).validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def bars_for(labels: Sequence[Label]) -> Bars:
    """The bars of a set: those of other voices when none of its messages is plain."""
    return read_bars()["own" if any(label.voice == "plain" for label in labels) else "voices"]


def stopped(bars: Bars, figures: dict[str, Figure]) -> Iterable[str]:
    """The figures whose miss may not pass."""
    return (name for name, bar in bars.items() if bar.stops and name in figures and bar.missed(figures[name]))
