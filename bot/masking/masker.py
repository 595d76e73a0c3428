"""The masker: reads a message with Presidio and gives it back without personal data."""

import re
import threading
from collections.abc import Iterable, Iterator

from bot.masking.model import Masked, Redaction, merged, replaced
from bot.masking.tokens import analysable

_CHUNK = 2000
_BREAK = re.compile(r"\n\n|\n|[.!?]\s|\s")


class Masker:
    """Masks personal data in messages; loading is slow, so one is made and shared between threads."""

    def __init__(self, keep: Iterable[str] = ()) -> None:
        from bot.masking.engine import Engine  # reads in spaCy, seconds that a command without questions need not wait

        self._engine = Engine(keep)
        self._lock = threading.Lock()  # spaCy's memory zones may not overlap

    def mask(self, text: str) -> Masked:
        """Return `text` with names, dates of birth, contacts, references and places of living replaced."""
        if not text.strip():
            return Masked(text, ())
        plain = analysable(text)
        found: list[Redaction] = []
        with self._lock:
            for start, end in _chunks(plain):
                found += [
                    Redaction(r.start + start, r.end + start, r.kind) for r in self._engine.find(plain[start:end])
                ]
            found = self._engine.settled(plain, found, whole=len(plain) <= _CHUNK)
        return replaced(text, merged(found))


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches short enough for the reader, broken where a sentence or at least a word ends."""
    start = 0
    while len(text) - start > _CHUNK:
        breaks = [m.end() for m in _BREAK.finditer(text, start + _CHUNK // 2, start + _CHUNK)]
        ends = [b for b in breaks if text[b - 2 : b - 1] in ".!?\n"] or breaks
        end = ends[-1] if ends else start + _CHUNK
        yield start, end
        start = end
    yield start, len(text)
