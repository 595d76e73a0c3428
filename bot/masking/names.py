"""The names in a reading: words judged alone, then beside the names found, then as later mentions."""

import re

from bot.masking.judge import Judge, Voice
from bot.masking.lexicon import KEEP, MAP, PLAIN, SURNAME, UNKNOWN, WEAK, WORD
from bot.masking.reading import TAKEN, Reading


class Names:
    """Finds the persons named in a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens, self.kinds = reading, reading.tokens, reading.kinds
        self.lexicon, self.cues = reading.lexicon, reading.cues
        self.judge = Judge(reading)
        self.signs = self.judge.signs
        self.named = [False] * len(self.tokens)

    def doubtful(self) -> bool:
        """Whether any capitalised word is left for which spaCy's voice would matter."""
        open_kinds = (UNKNOWN, PLAIN, MAP, WEAK, SURNAME)
        return any(
            k in open_kinds and t.shape in ("cap", "titled") for k, t in zip(self.kinds, self.tokens, strict=True)
        )

    def found(self, voice: Voice) -> list[tuple[int, int]]:
        """Return the stretches that name persons."""
        count = len(self.tokens)
        self.named = [self.judge.alone(i, voice) for i in range(count)]
        for i in (*range(count), *reversed(range(count))):
            self.named[i] = self.named[i] or self._beside_name(i)
        words = {self.tokens[i].word for i in range(count) if self.named[i]}
        words |= {part for word in words for part in re.split(r"[-']", word) if len(part) > 2}
        return self._whole([i for i in range(count) if self.named[i] or self.mentions(i, words)])

    def _whole(self, named: list[int]) -> list[tuple[int, int]]:
        """Return the stretches of the named words, first name and surname as one."""
        stretches: list[tuple[int, int]] = []
        for i in named:
            start = self.tokens[i].start
            if stretches and re.fullmatch(r"[ \-.]{0,2}", self.reading.text[stretches[-1][1] : start]):
                start = stretches.pop()[0]
            stretches.append((start, self.tokens[i].end))
        return stretches

    def _beside_name(self, i: int) -> bool:
        """A second name, a surname, an initial or a listed name beside one already found."""
        token, kind = self.tokens[i], self.kinds[i]
        initial = len(token.text) == 1 and token.text.isupper() and token.text not in ("I", "A")
        if initial and i > 0 and self.named[i - 1] and re.fullmatch(r",? ", token.gap):
            return True
        if kind == TAKEN or (
            kind == KEEP
            and not initial
            and token.word not in self.cues.particles
            and not self.lexicon.surname(token.word)
        ):
            return False
        if i > 0 and self.named[i - 1] and not self.tokens[i - 1].possessive and self._surname_here(i):
            return True
        after = self.reading.following(i)
        if after and self.named[i + 1] and re.fullmatch(r"[ \-.]{1,2}", after.gap) and self._given_here(i):
            return True
        if after and self.named[i + 1] and token.word in ("big", "lil") and after.gap == " ":
            return True
        if kind not in (PLAIN, UNKNOWN) or not self._listed(i) or (token.shape == "upper" and len(token.word) < 4):
            return False
        return token.shape != "lower" or (kind == PLAIN and token.word not in self.cues.verblike)

    def _surname_here(self, i: int) -> bool:
        token, kind = self.tokens[i], self.kinds[i]
        if not re.fullmatch(r"[ \t]+|\.\s?", token.gap):
            return False
        if len(token.word) == 1:
            return token.text[0].isupper() and token.text != "I"
        if token.shape in ("cap", "titled") and not token.first:
            return kind != WORD and token.word not in self.cues.calendar
        if token.shape == "upper":
            return kind != WORD and len(token.word) > 2
        if kind == UNKNOWN:
            return not self.lexicon.misspelt(token.word)
        ends = self.signs.clause_ends(i) or not self.lexicon.frequent(token.word)
        return kind in (PLAIN, SURNAME) and ends and token.word not in self.cues.told

    def _given_here(self, i: int) -> bool:
        token, kind = self.tokens[i], self.kinds[i]
        if len(token.word) == 1:
            return token.text[0].isupper() and token.text not in ("I", "A")
        if token.word in self.cues.particles and self.tokens[i + 1].shape == "cap":
            return token.word != "o" and not (token.word == "la" and token.shape == "upper")
        if token.shape == "lower":
            return kind in (PLAIN, MAP) and token.word not in self.cues.verblike
        if token.shape == "upper" and len(token.word) < 4:
            return kind == PLAIN
        verbs = {"may", "will", "can"} | self.cues.calendar
        return kind in (PLAIN, MAP, UNKNOWN) or (kind == WEAK and token.word not in verbs)

    def _listed(self, i: int) -> bool:
        """Whether a name stands just before or after in a list ("jack, grace and tolliver")."""
        for near, step in ((i - 1, -1), (i + 1, 1)):
            if not 0 <= near < len(self.tokens):
                continue
            if self.named[near] and re.fullmatch(r"\s*[,&+/]\s*", self.tokens[max(i, near)].gap):
                return self.tokens[i].shape != "lower" or self.signs.clause_ends(i)
            beyond = near + step
            if self.tokens[near].word in ("and", "n") and 0 <= beyond < len(self.tokens) and self.named[beyond]:
                return True
        return False

    def mentions(self, i: int, words: set[str]) -> bool:
        """Whether the word is a later mention of a name in `words`, in any case, as a part or with an s."""
        token, kind, word = self.tokens[i], self.kinds[i], self.tokens[i].word
        plural = word.endswith("s") and len(word) > 4 and word[:-1] in words
        if kind == TAKEN or len(word) < 2 or not (word in words or plural or any(p in words for p in word.split("-"))):
            return False
        if kind in (KEEP, WORD, SURNAME) or word in self.cues.calendar:
            return kind != KEEP and token.capital and token.shape == "cap"
        if word not in self.cues.verblike:
            return True
        return token.shape == "cap" and (not token.first or self.signs.told(i))
