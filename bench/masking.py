"""`python -m bench.masking [file]`: leaks, needless masking and lost terms by voice, and the time of a call."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.evaluate.labels import OWN, Label, LabelError, read_labels
from bot.app.assistant import make_masker
from bot.masking import Masker
from bot.settings import Settings
from knowledge.load import load

MANY = ("plain", "other voices", "all")  # the groups that the bars speak of; the voices come before them


@dataclass
class Figures:
    """Counts over one group of messages."""

    spans: int = 0
    leaked: int = 0
    clean: int = 0
    needless: int = 0
    terms: int = 0
    lost: int = 0

    def line(self, voice: str) -> str:
        """Return the counts as one line of the table."""
        share = self.needless / self.clean if self.clean else 0.0
        return (
            f"{voice:16} leaked {self.leaked:3} of {self.spans:3}   needless {self.needless:3} of {self.clean:3} "
            f"({share:.3f})   terms lost {self.lost:2} of {self.terms:2}"
        )


@dataclass
class Measured:
    """The figures by voice, what went wrong as lines to read, and the milliseconds of each call."""

    by_voice: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    wrong: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


def measured(masker: Masker, labels: Sequence[Label]) -> Measured:
    """Mask every message and count. A message with personal data is not judged for what else was masked in it."""
    out = Measured()
    for label in labels:
        before = time.process_time()
        masked = masker.mask(label.text)
        out.times.append((time.process_time() - before) * 1000)
        leaked = [span for span in label.pii if span in masked.text]
        lost = [term for term in label.pii_keep if term not in masked.text]
        needless = not label.pii and masked.text != label.text
        out.wrong += [f"LEAK     {label.id} {label.voice}: {span}" for span in leaked]
        out.wrong += [f"LOST     {label.id} {label.voice}: {term}" for term in lost]
        if needless:
            words = ", ".join(f"{one.kind} {label.text[one.start : one.end]}" for one in masked.redactions)
            out.wrong.append(f"NEEDLESS {label.id} {label.voice}: {words}")
        for group in {label.voice, "plain" if label.voice == "plain" else "other voices", "all"}:
            figures = out.by_voice[group]
            figures.spans += len(label.pii)
            figures.leaked += len(leaked)
            figures.clean += not label.pii
            figures.needless += needless
            figures.terms += len(label.pii_keep)
            figures.lost += len(lost)
    return out


def report(of: Measured) -> str:
    """Return what went wrong, a line for each voice and the time of a call (processor milliseconds)."""
    voices = [*sorted(set(of.by_voice) - set(MANY)), *(name for name in MANY if name in of.by_voice)]
    times = sorted(of.times)
    return "\n".join(
        [
            *of.wrong,
            *(of.by_voice[voice].line(voice) for voice in voices),
            f"one call: median {times[len(times) // 2]:.1f} ms, mean {sum(times) / len(times):.1f} ms",
        ]
    )


def main() -> int:
    """Measure the file given, or the project's own set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=OWN, help="labelled messages, one JSON object a line")
    try:
        labels = read_labels(parser.parse_args().file)
    except LabelError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    print(report(measured(make_masker(Settings(), load()), labels)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
