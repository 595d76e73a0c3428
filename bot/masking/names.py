"""Which words of a message name a person: word lists, cues beside the word, and spaCy as one voice."""

import re
from dataclasses import dataclass

from bot.masking.cues import Cues
from bot.masking.lexicon import KEEP, MAP, NAME, PLAIN, SURNAME, UNKNOWN, WEAK, WORD, Lexicon
from bot.masking.tokens import Token, analysable, tokens_of

_AGE = re.compile(r"\s*[,(\-]{0,2}\s*(?:aged?\s*)?\d{1,2}(?:\s*\)|\s*(?:yo|y/o|yrs?|years?|months?|mths?|m/o|wks?|weeks?|m|f)\b|\s*,|\s*$)|\s*\((?:m|f|dob|born)\b", re.IGNORECASE)
_JOINED = re.compile(r"^[\s'\-.,]*$")
_LISTED = re.compile(r"^\s*[,&+/]\s*$|^\s+$")


@dataclass(frozen=True)
class Voice:
    """What spaCy said of the text: stretches it took for persons."""

    persons: tuple[tuple[int, int], ...] = ()


class Reading:
    """One text read for names; `named` says of each token whether it names a person."""

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues, taken: list[tuple[int, int]]) -> None:
        self.text, self.lexicon, self.cues = text, lexicon, cues
        self.tokens = tokens_of(text)
        self.kinds = [self._kind(token) for token in self.tokens]
        self._keep_phrases()
        self._keep_taken(taken)
        self.named = [False] * len(self.tokens)
        self._english = self._mostly_english()

    def _kind(self, token: Token) -> str:
        if token.shape == "upper" and not self._shouting(token) and token.word in self.lexicon.acronyms:
            return KEEP
        return self.lexicon.kind(token.word)

    def _shouting(self, token: Token) -> bool:
        return token.shape == "lower"

    def _keep_phrases(self) -> None:
        """Mark stock phrases ("Clare's Law") and places of several words as kept."""
        flat = [(part, i) for i, token in enumerate(self.tokens) for part in analysable(token.text).lower().split("-")]
        for at, (part, _) in enumerate(flat):
            for phrase in self.cues.phrases.get(part, ()):
                window = flat[at : at + len(phrase)]
                if tuple(w for w, _ in window) == phrase:
                    for _, i in window:
                        self.kinds[i] = KEEP

    def _keep_taken(self, taken: list[tuple[int, int]]) -> None:
        """Words inside a link or another finding are not judged again."""
        for i, token in enumerate(self.tokens):
            if any(start < token.end and token.start < end for start, end in taken):
                self.kinds[i] = "taken"

    def _mostly_english(self) -> bool:
        """False for a message in another language: there an unknown word says nothing."""
        lower = [kind for kind, token in zip(self.kinds, self.tokens, strict=True) if token.shape == "lower" and len(token.word) > 2]
        return len(lower) < 8 or lower.count(UNKNOWN) < 0.4 * len(lower)

    def doubtful(self) -> bool:
        """Whether any word is left for which spaCy's voice would matter."""
        return any(not named and kind in (UNKNOWN, PLAIN, MAP, WEAK, SURNAME) and token.shape in ("cap", "titled")
                   for kind, named, token in zip(self.kinds, self.named, self.tokens, strict=True))

    def read(self, voice: Voice) -> list[tuple[int, int]]:
        """Return the stretches that name persons."""
        count = len(self.tokens)
        for i in range(count):
            self.named[i] = self._alone(i, voice)
        for i in (*range(count), *reversed(range(count))):
            self.named[i] = self.named[i] or self._beside_name(i)
        self._echo()
        return [self._stretch(i) for i in range(count) if self.named[i]]

    # -- one word by itself and its cues ------------------------------------------------------

    def _alone(self, i: int, voice: Voice) -> bool:
        kind, token = self.kinds[i], self.tokens[i]
        if kind == "taken":
            return False
        if self._titled(i) or self._called(i):
            return True
        if kind in (KEEP, WORD):
            return False
        if kind == NAME:
            return True
        if len(token.word) == 1:
            return False
        heard = any(start < token.end and token.start < end for start, end in voice.persons)
        if kind == UNKNOWN:
            return self._unknown(i, heard)
        if kind == SURNAME:
            return token.shape == "cap" and ((heard and token.capital and not self.lexicon.frequent(token.word)) or self._talk(i)) and not self._before_capital(i)
        return self._ambiguous(i, heard)

    def _unknown(self, i: int, heard: bool) -> bool:
        token = self.tokens[i]
        cue = self._person_before(i) or self._talk(i) or self._after(i)
        if token.shape == "upper" and len(token.word) < 5:
            return cue and len(token.word) < 4 and not token.possessive
        if not cue and len(token.word) < 4 and token.shape == "lower":
            return False
        if token.shape == "lower" and not self._english:
            return cue
        if token.capital and token.shape == "cap":
            return not (len(token.word) > 5 and self.lexicon.misspelt(token.word) and not heard and not cue)
        if cue and token.shape != "lower":
            return True
        return not self.lexicon.misspelt(token.word)

    def _ambiguous(self, i: int, heard: bool) -> bool:
        kind, token = self.kinds[i], self.tokens[i]
        if self._age_after(i) or self._owner(i):
            return not (self._place_before(i) and kind != PLAIN)
        verb = token.word in self.cues.verblike and token.shape == "lower"
        if self._person_before(i):
            return self._told(i) or self._clause_ends(i) or token.shape == "cap" if verb or kind == WEAK else True
        if self._talk(i):
            return not verb or self._clause_ends(i)
        if kind == PLAIN and token.capital and token.shape == "cap":
            return not self._before_capital(i) and token.word not in ("i",)
        if kind == MAP and token.capital and token.shape == "cap" and not self._place_before(i):
            return heard or self._told(i)
        if self._told(i) and not self._place_before(i) and not verb:
            return token.first or token.shape == "cap" or kind == PLAIN
        return self._told(i) and token.first and token.word in ("will", "may", "mark", "april", "june", "hope") and self._speaks(i)

    # -- cues ----------------------------------------------------------------------------------

    def _before(self, i: int, back: int = 1) -> str:
        """Return the folded word `back` places before, if nothing but blanks and light marks parts them."""
        if i < back or not re.fullmatch(r"[\s:(,\-\"'.]{0,4}", self.tokens[i].gap) or "\n" in self.tokens[i].gap:
            return ""
        return self.tokens[i - back].word

    def _titled(self, i: int) -> bool:
        token, before = self.tokens[i], self._before(i)
        if before not in self.cues.titles or token.word in self.cues.not_names or not re.fullmatch(r"\.?\s+", token.gap):
            return False
        title = self.tokens[i - 1]
        if before == "miss":
            return title.shape == "cap" and token.shape == "cap" or self.kinds[i] in (PLAIN, UNKNOWN)
        if token.shape == "cap":
            return title.shape == "cap" or self.kinds[i] != KEEP
        return self.kinds[i] in (PLAIN, MAP, WEAK, UNKNOWN, SURNAME) and before not in ("sir", "lord", "lady", "master", "dame")

    def _called(self, i: int) -> bool:
        """After "called", "named", "known as": any capitalised word, or a lower-case one that may be a name."""
        token, before = self.tokens[i], self._before(i)
        pair = f"{self._before(i, 2)}_{before}"
        naming = before in self.cues.naming or pair in ("known_as", "goes_by", "name_is", "name's_is", "names_is") or before in ("name", "name's", "names") and ":" in token.gap
        if not naming or token.word in self.cues.not_names or self.kinds[i] == KEEP:
            return False
        if before == "called" and self._before(i, 2) in ("i", "we", "have", "just", "they", "then", "has", "who", "be", "been"):
            return self.kinds[i] not in (WORD, SURNAME)
        return token.shape in ("cap", "titled") or self.kinds[i] not in (WORD, SURNAME, WEAK) or '"' in token.gap

    def _person_before(self, i: int) -> bool:
        before = self._before(i)
        if before in ("is", "'s", "are", "was") and i > 1 and self._clause_ends(i):
            return self.tokens[i - 2].word in self.cues.persons
        return before in self.cues.persons and not self.tokens[i - 1].possessive and not re.search(r"[.,]", self.tokens[i].gap)

    def _talk(self, i: int) -> bool:
        before = self._before(i)
        return "," not in self.tokens[i].gap and (before in self.cues.talk or f"{self._before(i, 2)}_{before}" in self.cues.talk_pairs)

    def _told(self, i: int) -> bool:
        following = self._next(i)
        return following is not None and following.word in self.cues.told and following.gap.isspace()

    def _speaks(self, i: int) -> bool:
        following = self._next(i)
        return following is not None and following.word in self.cues.speech

    def _after(self, i: int) -> bool:
        return self._told(i) and self.tokens[i].shape != "lower" or self._age_after(i) or self._owner(i)

    def _age_after(self, i: int) -> bool:
        return bool(_AGE.match(self.text, self.tokens[i].end))

    def _owner(self, i: int) -> bool:
        following = self._next(i)
        return self.tokens[i].possessive and following is not None and following.word in self.cues.owned

    def _place_before(self, i: int) -> bool:
        return self._before(i) in self.cues.place_before

    def _clause_ends(self, i: int) -> bool:
        following = self._next(i)
        return following is None or not following.gap.isspace() or following.word in ("and", "who", "aged", "about", "re", "regarding") or self._told(i)

    def _before_capital(self, i: int) -> bool:
        """Whether a capitalised ordinary word follows, as in an organisation's or document's name."""
        following = self._next(i)
        return following is not None and following.gap == " " and following.shape == "cap" and self.kinds[i + 1] in (WORD, KEEP)

    def _next(self, i: int) -> Token | None:
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None

    # -- words beside a name, and later mentions ------------------------------------------------

    def _beside_name(self, i: int) -> bool:
        """A second name, a surname, an initial or a listed name beside one already found."""
        token, kind = self.tokens[i], self.kinds[i]
        if kind in ("taken", KEEP):
            return False
        left = i > 0 and self.named[i - 1] and not self.tokens[i - 1].possessive
        right = i + 1 < len(self.tokens) and self.named[i + 1]
        if left and _JOINED.match(token.gap) and self._surname_here(i):
            return True
        if right and re.fullmatch(r"[\s\-.]{1,2}", self.tokens[i + 1].gap) and self._given_here(i):
            return True
        return kind in (PLAIN, UNKNOWN) and self._listed(i) and not (token.shape == "lower" and (token.word in self.cues.verblike or kind == UNKNOWN))

    def _surname_here(self, i: int) -> bool:
        token, kind = self.tokens[i], self.kinds[i]
        if not re.fullmatch(r"\s+|\.\s?", token.gap) or "\n" in token.gap:
            return False
        if len(token.word) == 1:
            return token.text[0].isupper() and token.text != "I"
        if token.shape in ("cap", "titled") and not token.first:
            return kind in (PLAIN, MAP, SURNAME, UNKNOWN, WEAK) and token.word not in self.cues.calendar
        if token.shape == "upper":
            return kind in (PLAIN, SURNAME, UNKNOWN) and len(token.word) > 2
        if kind == UNKNOWN:
            return not self.lexicon.misspelt(token.word)
        return kind in (PLAIN, SURNAME) and (self._clause_ends(i) or not self.lexicon.frequent(token.word)) and token.word not in self.cues.told

    def _given_here(self, i: int) -> bool:
        token, kind = self.tokens[i], self.kinds[i]
        if len(token.word) == 1:
            return token.text[0].isupper() and token.text not in ("I", "A")
        if token.shape == "lower":
            return kind in (PLAIN, MAP) and token.word not in self.cues.verblike
        return kind in (PLAIN, MAP, UNKNOWN) or (kind == WEAK and token.word not in ("may", "will", "can") | self.cues.calendar)

    def _listed(self, i: int) -> bool:
        """Whether a name stands just before or after in a list ("jack, grace and tolliver")."""
        for near, step in ((i - 1, -1), (i + 1, 1)):
            if not 0 <= near < len(self.tokens):
                continue
            gap = self.tokens[max(i, near)].gap
            if self.named[near] and re.fullmatch(r"\s*[,&+/]\s*", gap):
                return self.tokens[i].shape != "lower" or self._clause_ends(i)
            beyond = near + step
            if self.tokens[near].word == "and" and 0 <= beyond < len(self.tokens) and self.named[beyond]:
                return True
        return False

    def _echo(self) -> None:
        """Every other mention of a name found once, in any case, is a mention of that person."""
        found = self.found()
        for i, token in enumerate(self.tokens):
            if not self.named[i] and self.kinds[i] != "taken" and self.echoes(i, found):
                self.named[i] = True
            del token

    def found(self) -> set[str]:
        """Return the words that named someone, whole and in their parts."""
        words = {t.word for t, named in zip(self.tokens, self.named, strict=True) if named}
        return words | {part for word in words for part in re.split(r"[-']", word) if len(part) > 2}

    def echoes(self, i: int, found: set[str]) -> bool:
        """Whether token `i` mentions a name in `found`."""
        token, kind = self.tokens[i], self.kinds[i]
        word = token.word
        if len(word) < 2 or not (word in found or (word.endswith("s") and len(word) > 4 and word[:-1] in found) or any(part in found for part in word.split("-"))):
            return False
        if kind in (KEEP, WORD, SURNAME) or word in self.cues.calendar:
            return token.capital and token.shape == "cap" and kind != KEEP
        return token.shape != "lower" or word not in self.cues.verblike

    def _stretch(self, i: int) -> tuple[int, int]:
        return self.tokens[i].start, self.tokens[i].end
