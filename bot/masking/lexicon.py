"""The word lists: what is ordinary English, what the field says, what is a name."""

import re
from collections.abc import Iterable

from bot.masking.sound import Sounds
from bot.masking.spelling import Spelling
from bot.masking.tokens import folded
from bot.masking.wordlists import lines, table

KEEP, WORD, NAME, PLAIN = "keep", "word", "name", "plain"
MAP, WEAK, SURNAME, UNKNOWN = "map", "weak", "surname", "unknown"
_BEFORE = (  # the second line is medicine's
    "un re non pre co over under mis anti multi inter step self ex grand mid post semi sub super ultra auto mini "
    "neuro cardio gastro hyper hypo immuno psycho bio micro electro intra extra peri para thrombo haemato dermato"
)
_PREFIXES = tuple(_BEFORE.split())
_PARTS = frozenset((*_PREFIXES, "de", "ish", "like", "wise", "type"))  # beside a hyphen
# Endings taken off a word, and what then completes its stem: "bruising" comes from "bruise".
_SUFFIXES = {
    "s": ("",), "es": ("",), "ies": ("y",), "ed": ("", "e"), "ing": ("", "e"), "ly": ("",),
    "ness": ("",), "y": ("",), "less": ("",), "er": ("e",), "in": ("ing",), "d": ("ed",),
    "ise": ("", "y"), "ised": ("", "y"), "ising": ("", "y"), "isation": ("", "y"),
}  # fmt: skip
# How the names of medicines end by agreement (the World Health Organization's list of stems).
_MEDICINE = re.compile(
    r"cef[a-z]{4,}|...(?:cillin|clox|mycin|micin|cycline|floxacin|azole|oxetine|triptyline|ipramine|pram|azepam|zolam|zide|gliptin|"
    r"gliflozin|glutide|formin|statin|sartan|olol|dipine|pril|parin|profen|oxicam|setron|lukast|sone|solone|terol|"
    r"tropium|gabalin|peridone|apine|piprazole|phenidate|fetamine|codone|morphine|nidazole|vir|mab|trigine)$"
)


class Lexicon:
    """Says of a folded word what it is, and whether a word that no list knows may be a misspelling."""

    def __init__(self, keep: Iterable[str] = ()) -> None:
        keep = list(keep)
        places = lines("places.txt")
        self._places = frozenset(places)
        terms = lines("collocations.txt") + places + [folded(term) for term in keep]
        self.phrases = [_phrase(term) for term in terms if " " in term.replace("-", " ")]
        singles = {folded(t) for t in terms if " " not in t}
        self._keep = singles | set(" ".join(lines("domain_words.txt")).split()) | set(lines("proper_words.txt"))
        self.acronyms = frozenset(" ".join(lines("acronyms.txt")).split())
        asked = {folded(term) for term in keep}
        kinds = table("ambiguous_names.yaml")
        self._kinds = {
            word: kind
            for kind, key in ((PLAIN, "plain"), (WEAK, "weak"), (MAP, "map_names"), (NAME, "nearly_always"))
            for word in kinds[key] - asked
        }
        self._kinds |= dict.fromkeys(kinds["rare"] - self._keep - self._kinds.keys(), PLAIN)
        self._frequent = frozenset(lines("words_frequent.txt"))
        self._words = self._frequent | frozenset(lines("words_english.txt"))
        self._given = frozenset(lines("given_names.txt"))
        self._names = self._given | frozenset(lines("surnames.txt")) | kinds["nearly_always"]
        self._surnames = frozenset(lines("surnames_that_are_words.txt"))
        self._like_words = frozenset(lines("names_like_words.txt"))
        self._spelling = Spelling(self._frequent, self._words | self._keep, self._given)
        domain = {w for w in " ".join(lines("domain_words.txt")).split() if len(w) > 4}
        self._sounds = Sounds(self._frequent | domain | table("cues.yaml")["calendar"])

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
        parts = [WORD if p in _PARTS else self._known(p) for p in word.replace("'", "-").split("-") if len(p) > 1]
        if not parts or all(part in (WORD, KEEP, SURNAME, WEAK) for part in parts):
            return WORD
        return next((kind for kind in (NAME, UNKNOWN, PLAIN) if kind in parts), UNKNOWN)

    def _derived(self, word: str) -> bool:
        stems = [word[len(start) :] for start in _PREFIXES if word.startswith(start)]
        for ending, completions in _SUFFIXES.items():
            if word.endswith(ending):
                stems += [word[: -len(ending)] + completion for completion in completions]
        return any(len(stem) > 3 and (stem in self._words or stem in self._keep) for stem in stems)

    def frequent(self, word: str) -> bool:
        """Whether the word is among the commonest of English."""
        return word in self._frequent

    def surname(self, word: str) -> bool:
        """Whether a word or a place is a surname too."""
        return word in self._surnames or (word in self._names and word in self._places)

    def misspelt(self, word: str, beside_cue: bool = False) -> bool:
        """Whether an unknown word looks like a misspelt ordinary one; beside a sign of a name it must be very near."""
        return self._spelling.misspelt(word, beside_cue)

    def is_word(self, word: str) -> bool:
        """Whether a dictionary has the word in small letters, though it may be a name too."""
        return word in self._words

    def like_a_word(self, word: str) -> bool:
        """Whether a rare name sounds like, or is spelt nearly as, a common word: "bak", "munday"."""
        return word in self._like_words

    def sounds_like(self, word: str) -> bool:
        """Whether an unlisted word sounds like a common one: "soshal"."""
        return self._sounds.like_a_word(word)

    def cut_short(self, word: str) -> bool:
        """Whether an unlisted word is a common one abbreviated: "susp", "cttee"."""
        return self._sounds.cut_short(word)

    def compound(self, word: str) -> bool:
        """Whether an unlisted word is two listed ones written as one ("showreel") or a medicine by its ending."""
        if _MEDICINE.search(word) or word.partition("-")[0] in _PARTS:
            return True
        cuts = range(4, len(word) - 3)
        return any(word[:at] in self._words and word[at:] in self._words for at in cuts)

    def ordinary(self, word: str) -> bool:
        """Whether an unlisted word with no sign of a name beside it reads as an ordinary one in any of these ways."""
        return self.sounds_like(word) or self.compound(word) or self.misspelt(word) or self.cut_short(word)


def _phrase(term: str) -> tuple[str, ...]:
    """Return the words of a stock phrase; brackets and commas part words as they do in a message."""
    return tuple(re.sub(r"[\s\-(),]+", " ", folded(term)).split())
