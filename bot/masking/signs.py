"""The signs before a word that it names a person: titles, relation words, "called"; with those after it."""

import re

from bot.masking.lexicon import KEEP, MAP, NAME, PLAIN, SURNAME, UNKNOWN, WEAK, WORD
from bot.masking.signs_after import SignsAfter

_CALLED_ABOUT = frozenset(["i", "we", "have", "just", "they", "then", "has", "who", "be", "been"])


class Signs(SignsAfter):
    """Answers, for the word at place `i` of a reading, what stands beside it."""

    def titled(self, i: int) -> bool:
        """Whether a title stands before: "Mr Okoro", "miss adeyemi", but not "miss school"."""
        token, before = self.tokens[i], self.reading.before(i)
        if (
            before not in self.cues.titles
            or token.word in self.cues.not_names
            or not re.fullmatch(r"\.?\s+", token.gap)
        ):
            return False
        title, kind = self.tokens[i - 1], self.kinds[i]
        if before == "miss":
            return (title.shape == "cap" and token.shape == "cap") or kind in (PLAIN, UNKNOWN)
        if before in self.cues.posts and token.shape == "lower" and self.reading.lexicon.frequent(token.word):
            return False  # "Sgt asks", "Dr says"
        if token.shape == "cap":
            return title.shape == "cap" or kind != KEEP
        return kind in (NAME, PLAIN, MAP, WEAK, UNKNOWN, SURNAME) and before not in (
            "sir",
            "lord",
            "lady",
            "master",
            "dame",
        )

    def called(self, i: int) -> bool:
        """Whether "called", "named" or "known as" stands before and the word may be a name."""
        token, kind, before = self.tokens[i], self.kinds[i], self.reading.before(i)
        second = self.reading.before(i, 2)
        naming = before in self.cues.naming or f"{second}_{before}" in self.cues.naming_pairs
        if self._known_as(i) or (before in self.cues.nicknaming or f"{second}_{before}" in self.cues.nicknaming):
            return token.word not in self.cues.not_names and (kind != KEEP or token.shape == "cap")
        if f"{second}_{before}" in self.cues.calls_pairs:
            capital = token.shape == "cap" and token.word not in self.cues.persons
            return kind in (NAME, UNKNOWN, PLAIN, MAP) or (
                capital and kind != KEEP and token.word not in self.cues.opinions
            )
        naming = naming or (before in ("name", "name's", "names", "surname") and ":" in token.gap)
        if not naming or token.word in self.cues.not_names or kind == KEEP:
            return False
        if before == "called" and second in _CALLED_ABOUT:
            return kind not in (WORD, SURNAME)
        return token.shape in ("cap", "titled") or kind not in (WORD, SURNAME, WEAK) or '"' in token.gap

    def _known_as(self, i: int) -> bool:
        """Whether a capitalised word follows "as" with "known" a little before: "known to us as Smokes"."""
        earlier = {token.word for token in self.tokens[max(0, i - 6) : i]}
        named = self.tokens[i].shape == "cap" or self.kinds[i] in (NAME, UNKNOWN)
        return named and self.reading.before(i) == "as" and "known" in earlier

    def person(self, i: int) -> bool:
        """Whether a word for a person stands before: "her son tolliver", "mum is grace"."""
        before = self.reading.before(i)
        if before in ("is", "are", "was") and i > 1 and self.clause_ends(i):
            return self.tokens[i - 2].word in self.cues.persons
        return (
            before in self.cues.persons
            and not self.tokens[i - 1].possessive
            and not re.search(r"[.,]", self.tokens[i].gap)
            and not (before == "subject" and ":" in self.tokens[i].gap)  # an e-mail's heading
        )

    def parent_of(self, i: int) -> bool:
        """Whether "mum of" or the like stands before: "mum of tolliver"."""
        return self.reading.before(i) == "of" and self.reading.before(i, 2) in self.cues.parents

    def bracketed(self, i: int) -> bool:
        """Whether a capitalised word stands alone in brackets after a person: "dad (Innocent)"."""
        token = self.tokens[i]
        alone = token.gap.endswith("(") and self.reading.text[token.end : token.end + 1] == ")"
        return alone and token.shape == "cap" and self.reading.before(i) in self.cues.persons

    def talk(self, i: int) -> bool:
        """Whether a verb that takes a person stands before: "spoke to chantelle"."""
        before = self.reading.before(i)
        pair = f"{self.reading.before(i, 2)}_{before}"
        return not re.search(r"[,.]", self.tokens[i].gap) and (before in self.cues.talk or pair in self.cues.talk_pairs)

    def opens_clause(self, i: int) -> bool:
        """Whether the word is a clause's subject: "i think hope is being groomed"."""
        return self.speaks(i) and self.reading.before(i) in self.cues.clause_openers

    def placed(self, i: int) -> bool:
        """Whether a word stands before as before a place: "in Jordan"."""
        return self.reading.before(i) in self.cues.place_before
