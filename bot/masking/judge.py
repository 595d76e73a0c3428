"""Which words name a person by themselves: word lists, signs beside the word, and spaCy as one voice."""

import re
from typing import NamedTuple

from bot.masking.lexicon import KEEP, MAP, NAME, PLAIN, SURNAME, UNKNOWN, WEAK, WORD
from bot.masking.reading import TAKEN, Reading
from bot.masking.signs import Signs
from bot.masking.strangers import Strangers
from bot.masking.tokens import Token

# "F 12" after "offender" is the sex, then the age.
_SEX = re.compile(r"[ /]?\d")


class Voice(NamedTuple):
    """What spaCy said of the text: the stretches it took for persons."""

    persons: tuple[tuple[int, int], ...] = ()

    def names(self, token: Token) -> bool:
        """Whether spaCy took this word for a person."""
        return any(start < token.end and token.start < end for start, end in self.persons)


class Judge:
    """Judges each word of a reading for itself."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens, self.kinds = reading, reading.tokens, reading.kinds
        self.lexicon, self.cues = reading.lexicon, reading.cues
        self.signs = Signs(reading)
        self.strangers = Strangers(reading, self.signs)

    def alone(self, i: int, voice: Voice) -> bool:
        """Whether the word names a person, whatever names stand elsewhere in the text."""
        kind, token, signs = self.kinds[i], self.tokens[i], self.signs
        if kind == TAKEN:
            return False
        if signs.titled(i) or signs.called(i) or i in self.reading.quoted:
            return True
        if len(token.word) == 1:
            return self._initial(i)
        if kind in (WORD, SURNAME) and signs.bracketed(i):
            return True
        if self._before_initial(i):
            return True
        if kind == UNKNOWN:
            return self.strangers.unknown(i, voice.names(token))
        if kind == SURNAME:
            return signs.household(i) or self._surname(i, voice.names(token))
        if kind == NAME:
            return not self.strangers.common(i) and not self._mother(i)
        return kind in (PLAIN, MAP, WEAK) and self._ambiguous(i, voice.names(token))

    def _mother(self, i: int) -> bool:
        """Whether "Mo" is written for "mother", as beside "Fa" in clinical notes."""
        return self.tokens[i].word == "mo" and self.reading.notes and not self.strangers.signed(i)

    def _before_initial(self, i: int) -> bool:
        """Whether a surname stands as in a list of names: "Smith, J"."""
        after = self.reading.following(i)
        single = after is not None and after.gap == ", " and len(after.text) == 1 and after.text not in ("I", "A")
        capital = single and after is not None and after.text.isupper() and self.tokens[i].shape != "lower"
        return capital and self.kinds[i] in (PLAIN, MAP, SURNAME, UNKNOWN, NAME)

    def _initial(self, i: int) -> bool:
        """A single capital after "child", "pupil", "mum" stands for a name; so does any after "big" or "lil"."""
        token = self.tokens[i]
        if self.reading.before(i) in ("big", "lil", "young") and token.text.lower() not in ("a", "i"):
            return True
        if token.shape != "cap" or self.kinds[i] == KEEP or token.word == "i" or not self.signs.person(i):
            return False
        if token.text in "FM" and _SEX.match(self.reading.text, token.end):
            return False
        return token.text != "A" or self.signs.clause_ends(i)

    def _surname(self, i: int, heard: bool) -> bool:
        token = self.tokens[i]
        if token.shape != "cap":
            return False
        if self.reading.before(i) in self.cues.roles:
            return True
        if self.signs.before_capital(i):
            return False
        return self.signs.talk(i) or (heard and token.capital and not self.lexicon.frequent(token.word))

    def _ambiguous(self, i: int, heard: bool) -> bool:
        """A name that is also a word, a place or a month needs a capital inside a sentence, or a sign."""
        kind, token, signs = self.kinds[i], self.tokens[i], self.signs
        capital = token.capital and token.shape == "cap"
        verb = token.word in self.cues.verblike and token.shape == "lower"
        if signs.aged(i) or signs.owner(i):
            return kind == PLAIN or not signs.placed(i)
        if signs.person(i):
            return not (verb or kind == WEAK) or signs.told(i) or signs.clause_ends(i) or token.shape == "cap"
        if signs.talk(i):
            return not verb or signs.clause_ends(i)
        if signs.opens_clause(i) and (kind == PLAIN or (capital and token.word in self.cues.months_as_names)):
            return True
        if kind == PLAIN and capital:
            return not signs.before_capital(i)
        if kind == MAP and capital and not signs.placed(i):
            return heard or signs.told(i) or self.reading.before(i) in ("about", "re", "regarding", "for", "with")
        if kind == WEAK or verb:
            return token.first and token.shape == "cap" and token.word in self.cues.months_as_names and signs.speaks(i)
        return signs.told(i) and not signs.placed(i) and (token.first or token.shape == "cap" or kind == PLAIN)
