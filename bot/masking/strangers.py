"""Words that no list knows, and rare names in small letters: which of them name a person."""

import re

from bot.masking.lexicon import UNKNOWN
from bot.masking.reading import Reading
from bot.masking.signs import Signs

_ARTICLES = frozenset("a an the some any every no these those another each".split())  # noqa: SIM905  reads as a list


class Strangers:
    """Judges a word that may be a name, a misspelling, an abbreviation or another language."""

    def __init__(self, reading: Reading, signs: Signs) -> None:
        self.reading, self.signs = reading, signs
        self.tokens, self.kinds, self.lexicon = reading.tokens, reading.kinds, reading.lexicon

    def unknown(self, i: int, heard: bool) -> bool:
        """Whether an unlisted word is a name: not where it reads as another word and no sign of a name is near."""
        token = self.tokens[i]
        if token.shape == "upper" and len(token.word) < 5:
            return self._capitals(i)
        if token.shape == "lower":
            return self._lower(i)
        if self.signed(i):
            return True
        if self.reading.camel(token.text) or self.foreign(i) or self._place(i) or self._shorthand(token.word):
            return False
        if self.signs.before_capital(i) and self.lexicon.compound(token.word):
            return False  # "Hollybush Surgery"
        if token.capital and token.shape == "cap":
            return heard or self.signs.told(i) or len(token.word) < 6 or not self.lexicon.misspelt(token.word)
        return self.signs.told(i) or not self.lexicon.misspelt(token.word)

    def signed(self, i: int) -> bool:
        """Whether the word stands in a name's place: after a person or a verb of talking, before an age or a thing."""
        signs = self.signs
        return signs.person(i) or signs.parent_of(i) or signs.talk(i) or signs.aged(i) or signs.owner(i)

    def common(self, i: int) -> bool:
        """Whether a listed name in small letters is an ordinary word here: "a sherry", "he came bak"."""
        token = self.tokens[i]
        if token.shape != "lower" or token.text[:1].isupper() or self.signed(i) or self.signs.told(i):
            return False
        if self._after_article(i) and self.lexicon.is_word(token.word):
            return True
        return self.lexicon.like_a_word(token.word)

    def _capitals(self, i: int) -> bool:
        """Initials: two letters beside any sign, three beside a person or an age; longer ones are abbreviations."""
        token, signs = self.tokens[i], self.signs
        near = signs.person(i) or signs.aged(i) or signs.owner(i)
        if token.possessive or len(token.word) > 3:
            return False
        return near or (len(token.word) < 3 and (signs.talk(i) or signs.told(i)))

    def _lower(self, i: int) -> bool:
        token, word = self.tokens[i], self.tokens[i].word
        if self.signed(i):
            return not self.lexicon.misspelt(word, beside_cue=True) and not self._sounds_in_place(i)
        if not self.reading.english or len(word) < 4 or self.foreign(i):
            return False
        if any(t.word == word and self._after_article(k) for k, t in enumerate(self.tokens)):
            return False
        if self.signs.told(i) or token.text[:1].isupper():
            return not self._misspelt(word)
        return not self.lexicon.ordinary(word)

    def _sounds_in_place(self, i: int) -> bool:
        """Whether a word after "mum" or "partner" is a verb as it sounds: "partner knos hes asking"."""
        signs, token = self.signs, self.tokens[i]
        if signs.owner(i) or signs.talk(i) or not self.lexicon.sounds_like(token.word):
            return False
        return not (signs.aged(i) or signs.told(i)) or self.lexicon.misspelt(token.word)

    def _misspelt(self, word: str) -> bool:
        return self.lexicon.misspelt(word) or self.lexicon.compound(word)

    def foreign(self, i: int) -> bool:
        """Whether unlisted words stand on both sides or thick on one: another language, or spelling by ear."""
        far = 3 if self.tokens[i].text.isascii() else 5
        near = range(max(0, i - far), min(len(self.tokens), i + far + 1))
        strange = [k for k in near if k != i and self.kinds[k] == UNKNOWN and not self.tokens[k].text[:1].isupper()]
        parted = any(re.search(r"[,&+/]", self.tokens[k].gap) for k in range(i, min(i + 2, len(self.tokens))))
        return len(strange) > 1 and not parted

    def _place(self, i: int) -> bool:
        """Whether an unlisted word stands after "in" as a place does: "a week in Tenerife"."""
        token = self.tokens[i]
        return (
            self.reading.before(i) == "in"
            and token.capital
            and not token.possessive
            and self.reading.before(i, 2) not in self.reading.cues.trusting
        )

    def _after_article(self, i: int) -> bool:
        """Whether "a" or "the" makes the word a thing, and no family follows as in "the tolliver kids"."""
        after = self.reading.following(i)
        household = after is not None and after.word in self.reading.cues.households
        family = self.reading.before(i) == "the" and self.tokens[i].word.endswith("s")  # "with the tazzolis"
        return self.reading.before(i) in _ARTICLES and not household and not family

    def _shorthand(self, word: str) -> bool:
        """Whether a capitalised word is abbreviated: in notes, or with a single vowel as no name has it ("Colln")."""
        bare = len(word) > 4 and sum(letter in "aeiouy" for letter in word) < 2
        return (bare or self.reading.notes) and len(word) < 8 and self.lexicon.cut_short(word)
