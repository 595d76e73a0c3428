"""The one table: rows are figures, columns are systems on sets; and what lies behind the figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.evaluate.bars import Bar, Bars
from bench.evaluate.figures import Figure
from bench.evaluate.score import FIGURES, Score

MARK = "!"
_NAME, _CELL = 24, 19
_MOST_PAIRS = 15


@dataclass(frozen=True)
class Column:
    """One system on one set. Only Signpost has bars."""

    system: str
    set_name: str
    messages: int
    score: Score
    bars: Bars


def table(columns: Sequence[Column]) -> str:
    """All figures of all columns, each with hits, sample and 95 % interval; a mark where one is under its bar."""
    lines = [
        _row("", [column.set_name for column in columns]),
        _row("", [f"{column.messages} messages" for column in columns]),
        _row("figure", [column.system for column in columns]),
        "-" * (_NAME + _CELL * len(columns)),
    ]
    for name in FIGURES:
        if any(name in column.score.figures for column in columns):
            lines.append(_row(name, [_value(column, name) for column in columns]))
            lines.append(_row("", [_interval(column.score.figures.get(name)) for column in columns]))
    return "\n".join(lines)


def legend(columns: Sequence[Column]) -> str:
    """What the mark means, and the figures that carry it."""
    under = [
        f"{column.set_name}: {name} {column.score.figures[name].share:.3f}, must be {bar.words}"
        for column in columns
        for name, bar in under_bar(column.bars, column.score.figures)
    ]
    under += [
        f"{column.set_name}: only {column.score.answered.hits} of {column.messages} messages were answered"
        for column in columns
        if column.bars and column.score.answered.hits < column.messages
    ]
    under += [
        f"{column.set_name}: {column.score.without_model} answers came without the language part"
        for column in columns
        if column.score.without_model
    ]
    head = f"Each cell: share, hits/sample, and below it the 95 % interval (Wilson). {MARK} is under its bar."
    return "\n".join([head, *under] if under else [head, "No figure is under its bar."])


def under_bar(bars: Mapping[str, Bar], figures: Mapping[str, Figure]) -> Iterator[tuple[str, Bar]]:
    """The figures that do not reach their bars."""
    return ((name, bar) for name, bar in bars.items() if name in figures and bar.missed(figures[name]))


def behind(column: Column) -> str:
    """Right answers by pathway, voice and kind, what was taken for what, and how far the confidence can be trusted."""
    score = column.score
    lines = [f"{column.system} on {column.set_name}, right (labelled or acceptable)"]
    for title, groups in (("pathway", score.by_pathway), ("voice", score.by_voice), ("kind", score.by_kind)):
        lines.append(f"  by {title}")
        lines += [f"    {name:26s} {words(figure)}" for name, figure in _worst_first(groups)]
    lines.append("  taken for another (label -> route given)")
    lines += [f"    {count:3d}  {wanted} -> {named}" for wanted, named, count in score.confused[:_MOST_PAIRS]]
    lines.append(f"  confidence, expected calibration error {score.calibration_error:.3f}")
    lines += [
        f"    {one.low:.1f} to {one.low + 0.1:.1f}  said {one.mean:.2f}, right {words(one.right)}" for one in score.bins
    ]
    return "\n".join(lines)


def words(figure: Figure) -> str:
    """A figure in one line: share, hits of sample, interval."""
    low, high = figure.interval
    return f"{figure.share:.3f} ({figure.hits} of {figure.of}; 95 % interval {low:.3f} to {high:.3f})"


def _worst_first(groups: Mapping[str, Figure]) -> list[tuple[str, Figure]]:
    return sorted(groups.items(), key=lambda pair: (pair[1].share, pair[0]))


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:{_NAME}s}" + "".join(f"{cell:>{_CELL}s}" for cell in cells)


def _value(column: Column, name: str) -> str:
    figure = column.score.figures.get(name)
    if figure is None:
        return ""
    bar = column.bars.get(name)
    mark = MARK if bar and bar.missed(figure) else " "
    return f"{figure.share:.3f}{mark} {figure.hits}/{figure.of}"


def _interval(figure: Figure | None) -> str:
    return "" if figure is None else "{:.3f} to {:.3f}".format(*figure.interval)
