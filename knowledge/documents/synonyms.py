"""Words that stand for each other in a search."""

from collections.abc import Collection, Iterable

from knowledge.documents.kin import Kin
from knowledge.documents.stems import all_stems, stems

_OTHER = 0.7  # what a word that means the same counts against the very word asked
_KIN = 0.6  # what a word of the same family, or one spelt nearly so, counts


class Synonyms:
    """Spreads each word or phrase of a question over what means the same."""

    def __init__(self, same: Iterable[Collection[str]], kin: Kin) -> None:
        self._kin = kin
        self._means: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for group in same:
            names = {tuple(all_stems(name)): tuple(stems(name)) for name in group}
            for name in names:
                self._means.setdefault(name, set()).update(
                    {other for key, other in names.items() if key != name and other}
                )
        self._longest = max(map(len, self._means), default=1)

    def spread(self, question: str) -> list[dict[str, float]]:
        """For each word of the question the stems that may stand for it, with what each counts.

        A word that stands for several brings each of them; several that one word stands for bring that one.
        """
        words = {word: {word: 1.0, **dict.fromkeys(self._kin.of(word), _KIN)} for word in stems(question)}
        ordered = all_stems(question)
        for size in range(1, self._longest + 1):
            for at in range(len(ordered) - size + 1):
                phrase = ordered[at : at + size]
                asked = [word for word in phrase if word in words]
                for other in sorted(self._means.get(tuple(phrase), ())):
                    if len(other) > 1:
                        for word in other:
                            words.setdefault(word, {word: _OTHER})
                    for word in asked if len(other) == 1 else ():
                        words[word].setdefault(other[0], _OTHER)
        return list(words.values())
