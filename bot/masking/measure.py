"""Measures masking on cases: `python -m bot.masking.measure tests/masking/cases.yaml [half]`."""

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.masking.masker import Masker
from bot.masking.model import KINDS


@dataclass
class Figures:
    """What a run over the cases found; `leaks` and `needless` hold the texts to look at."""

    expected: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    leaks: list[tuple[str, str]] = field(default_factory=list)
    needless: list[tuple[str, str]] = field(default_factory=list)
    clean: int = 0
    times: list[float] = field(default_factory=list)


def cases(path: Path, half: str = "") -> list[dict[str, object]]:
    """Return the cases of a file; `half` picks "tuned" or "unseen"."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    halves = [half] if half else list(data)
    out: list[dict[str, object]] = []
    for name in halves:
        out += data[name].get("personal") or []
        out += [{"text": text, "spans": []} for text in data[name].get("clean") or []]
    return out


def measured(masker: Masker, chosen: list[dict[str, object]]) -> Figures:
    """Return the figures of masking every case: a span leaks if any of its text is left."""
    figures = Figures()
    for case in chosen:
        text, spans = str(case["text"]), list(case["spans"])  # type: ignore[call-overload]  # YAML
        before = time.perf_counter()
        masked = masker.mask(text)
        figures.times.append(time.perf_counter() - before)
        figures.given.update(one.kind for one in masked.redactions)
        covered = {at for one in masked.redactions for at in range(one.start, one.end)}
        wanted: set[int] = set()
        for kind, stretch in spans:
            figures.expected[kind] += 1
            places = _places(text, stretch)
            wanted |= places
            if not {at for at in places if text[at].isalnum()} <= covered or not places:
                figures.missed[kind] += 1
                figures.leaks.append((f"{kind} {stretch}", masked.text))
        for one in masked.redactions:
            if not wanted & set(range(one.start, one.end)):
                figures.wrong[one.kind] += 1
        if not spans:
            figures.clean += 1
            if masked.text != text:
                figures.needless.append((text, masked.text))
    return figures


def _places(text: str, stretch: str) -> set[int]:
    """Return every place in `text` of `stretch` as whole words."""
    found: set[int] = set()
    for match in re.finditer(rf"(?<!\w){re.escape(stretch)}(?!\w)", text):
        found |= set(range(*match.span()))
    return found


def report(figures: Figures) -> str:
    """Return the figures as lines to read, failures first."""
    out = [f"LEAK {what}\n     {text}" for what, text in figures.leaks]
    out += [f"NEEDLESS {text}\n      -> {masked}" for text, masked in figures.needless]
    for kind in KINDS:
        wanted, given = figures.expected[kind], figures.given[kind]
        if wanted or given:
            recall = 1 - figures.missed[kind] / wanted if wanted else 1.0
            precision = 1 - figures.wrong[kind] / given if given else 1.0
            out.append(f"{kind:9} spans {wanted:4}  recall {recall:.3f}  precision {precision:.3f}")
    times = sorted(figures.times)
    out.append(
        f"leaked spans {sum(figures.missed.values())} of {sum(figures.expected.values())}; changed without need "
        f"{len(figures.needless)} of {figures.clean}; median {times[len(times) // 2] * 1000:.1f} ms, "
        f"slowest {times[-1] * 1000:.1f} ms"
    )
    return "\n".join(out)


if __name__ == "__main__":
    print(report(measured(Masker(), cases(Path(sys.argv[1]), *sys.argv[2:3]))))
