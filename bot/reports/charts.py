"""The picture of a plan's progress: bars that differ by pattern as well as by colour, with the numbers in words."""

import warnings
from collections.abc import Sequence
from io import BytesIO
from textwrap import shorten, wrap
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.partnership.plan_standing import AimStanding, Standing
from bot.reports.blocks import clean
from bot.reports.progress import WORDS, bar_words

_DRAWN = {  # colour and pattern
    Standing.COMPLETED: ("#1d3557", ""),
    Standing.GREEN: ("#6cae75", "//"),
    Standing.AMBER: ("#f2b33d", ".."),
    Standing.RED: ("#d9534a", "xx"),
    Standing.UNRATED: ("#ffffff", ""),
}
_MOST_BARS, _LABEL, _LINE = 14, 78, 30
_WIDTH = 6.6  # inches: as wide as the page's text, so that letters keep their size


def progress_png(aims: Sequence[AimStanding], no_aim: str) -> bytes:
    """The picture as PNG, an aim a bar. What does not fit is in the table below it."""
    shown = aims[:_MOST_BARS]
    style: dict[Any, Any] = {"text.parse_math": False, "font.family": "DejaVu Sans", "hatch.linewidth": 0.6}
    with rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")  # it is drawn as a box
        figure = Figure(figsize=(_WIDTH, 0.95 + 0.46 * len(shown)), dpi=220, layout="constrained")
        axes = figure.add_subplot()
        _bars(axes, shown, no_aim)
        figure.legend(loc="outside upper center", ncols=len(Standing), frameon=False, handlelength=2.2, fontsize=8.5)
        file = BytesIO()
        figure.savefig(file, format="png")
    return file.getvalue()


def _bars(axes: Axes, aims: Sequence[AimStanding], no_aim: str) -> None:
    places = range(len(aims))
    left = [0] * len(aims)
    for standing, (colour, pattern) in _DRAWN.items():
        widths = [one.count(standing) for one in aims]
        bars = axes.barh(places, widths, 0.55, left, color=colour, hatch=pattern, label=WORDS[standing])
        for bar in bars:
            bar.set(edgecolor="black", linewidth=0.8)
        left = [start + width for start, width in zip(left, widths, strict=True)]
    longest = max(left, default=0) or 1
    for place, one in enumerate(aims):
        axes.annotate(bar_words(one), (0, place - 0.3), (3, 1), textcoords="offset points", fontsize=8, va="bottom")
    axes.set_yticks(places, [_label(one.aim or no_aim) for one in aims], fontsize=8)
    axes.set_xlim(0, longest * 1.02)
    axes.set_xlabel("Number of actions", fontsize=8.5)
    axes.tick_params(axis="x", labelsize=8.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)


def _label(aim: str) -> str:
    return "\n".join(wrap(shorten(clean(aim), _LABEL, placeholder=" …"), _LINE)) or " "
