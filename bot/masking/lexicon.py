"""The word lists: what is ordinary English, what the field says, what is a name."""

from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.masking.tokens import folded

KEEP, WORD, NAME, PLAIN, MAP, WEAK, SURNAME, UNKNOWN = "keep word name plain map weak surname unknown".split()
_PREFIXES = ("un", "re", "non", "pre", "co", "over", "under", "mis", "anti", "multi", "inter", "step", "self", "ex", "grand")
_SUFFIXES = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ness", ""), ("y", ""), ("less", ""), ("er", "e"), ("in", "ing"))
_DATA = files("bot.masking") / "data"


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are not comments, in lower case."""
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def table(name: str) -> dict[str, frozenset[str]]:
    """Return a YAML data file whose every key holds words parted by blanks."""
    raw = yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))
    return {key: frozenset(str(words).lower().split()) for key, words in raw.items()}


class Lexicon:
    """Says of a folded word what it is, and whether a word that no list knows may be a misspelling."""

    def __init__(self, keep: Iterable[str] = ()) -> None:
        terms = lines("collocations.txt") + lines("places.txt") + [folded(term) for term in keep]
        self.phrases = [tuple(folded(t).replace("-", " ").split()) for t in terms if " " in t.replace("-", " ")]
        singles = {folded(t) for t in terms if " " not in t}
        self._keep = singles | set(" ".join(lines("domain_words.txt")).split()) | set(lines("proper_words.txt"))
        self.acronyms = frozenset(" ".join(lines("acronyms.txt")).split())
        kinds = table("ambiguous_names.yaml")
        self._kinds = {word: kind for kind, key in ((PLAIN, "plain"), (WEAK, "weak"), (MAP, "map_names"), (NAME, "nearly_always")) for word in kinds[key]}
        self._frequent = frozenset(lines("words_frequent.txt"))
        self._words = self._frequent | frozenset(lines("words_english.txt"))
        self._given = frozenset(lines("given_names.txt"))
        self._names = self._given | frozenset(lines("surnames.txt")) | kinds["nearly_always"]
        self._surnames = frozenset(lines("surnames_that_are_words.txt"))
        self._near_words = _by_initial(self._frequent)
        self._near_all = _by_initial(self._words | self._keep)
        self._near_names = _by_initial(self._given)

    def kind(self, word: str) -> str:
        """Return what the word lists make of a folded word; a hyphenated one is judged by its parts."""
        known = self._known(word)
        if known != UNKNOWN:
            return known
        if "-" in word or "'" in word:
            return self._kind_of_parts(word)
        if word.endswith("s") and len(word) > 4 and word[:-1] in self._names:
            return NAME  # "chantelles brother": the possessive as it is often typed
        return WORD if self._derived(word) else UNKNOWN

    def _known(self, word: str) -> str:
        if word in self._kinds:
            return self._kinds[word]
        if word in self._keep:
            return KEEP
        if word in self._words:
            return SURNAME if word in self._surnames else WORD
        return NAME if word in self._names else UNKNOWN

    def _kind_of_parts(self, word: str) -> str:
        bare = self._known(word.replace("'", "").replace("-", ""))
        if bare in (NAME, WORD, KEEP):
            return bare
        parts = [self._known(part) for part in word.replace("'", "-").split("-") if len(part) > 1]
        if not parts or all(part in (WORD, KEEP, SURNAME, WEAK) for part in parts):
            return WORD
        return next((kind for kind in (NAME, UNKNOWN, PLAIN) if kind in parts), UNKNOWN)

    def _derived(self, word: str) -> bool:
        stems = [word[len(p) :] for p in _PREFIXES if word.startswith(p)]
        stems += [word[: -len(s)] + e for s, e in _SUFFIXES if word.endswith(s)]
        return any(len(stem) > 3 and (stem in self._words or stem in self._keep) for stem in stems)

    def frequent(self, word: str) -> bool:
        """Whether the word is among the 12,000 commonest of English."""
        return word in self._frequent

    def surname(self, word: str) -> bool:
        """Whether a word is also a British surname."""
        return word in self._surnames

    def misspelt(self, word: str) -> bool:
        """Whether an unknown word is nearer to an ordinary word than to a name."""
        if len(word) < 4:
            return True
        far = 1 if len(word) < 7 else 2
        to_word = _distance(word, self._near_words, far)
        if to_word is None:
            to_word = _distance(word, self._near_all, 1) if len(word) > 5 else None
        if to_word is None:
            return False
        return to_word == 1 or _distance(word, self._near_names, 1) is None


def _by_initial(words: Iterable[str]) -> dict[str, list[str]]:
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in words:
        shelves[word[:1]].append(word)
    return shelves


def _distance(word: str, shelves: dict[str, list[str]], far: int) -> int | None:
    best = process.extractOne(word, shelves.get(word[:1], []), scorer=OSA.distance, score_cutoff=far)
    return None if best is None else int(best[1])
