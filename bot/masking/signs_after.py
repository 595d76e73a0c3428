"""The signs after a word that it names a person: verbs of telling, ages, a person's things."""

import re

from bot.masking.lexicon import KEEP, WORD
from bot.masking.reading import Reading

# The end of an age must show, or "jordan 14 times" would have one.
_UNIT = r"(?:yo|y/o|yrs?|years?|months?|mths?|m/o|wks?|weeks?|m|f)\b"
_AGE = re.compile(
    rf"\s*[,(\-]{{0,2}}\s*(?:is\s+)?(?:aged?\s*)?\d{{1,2}}(?:\s*\)|\s+and\b|\s*{_UNIT}|\s*,|\s*$)|"
    r"\s*\((?:m|f|dob|born)\b",
    re.IGNORECASE,
)
_NOT_HOUSEHOLDS = frozenset(["single", "large", "whole", "new", "poor", "black", "white", "best", "long"])


class SignsAfter:
    """Answers, for the word at place `i` of a reading, what follows it."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens, self.kinds = reading, reading.tokens, reading.kinds
        self.cues = reading.cues

    def told(self, i: int) -> bool:
        """Whether a verb follows as after a person: "grace told me"."""
        after = self.reading.following(i)
        return after is not None and after.word in self.cues.told and after.gap.isspace()

    def speaks(self, i: int) -> bool:
        """Whether a verb follows that fits a name but no other use of the word: "will told", "hope is"."""
        after = self.reading.following(i)
        return after is not None and after.word in self.cues.speech and after.gap.isspace()

    def aged(self, i: int) -> bool:
        """Whether an age follows: "mason (8)", "jordan, 14,"."""
        return bool(_AGE.match(self.reading.text, self.tokens[i].end))

    def owner(self, i: int) -> bool:
        """Whether a person's thing follows a possessive: "hope's mum"."""
        after = self.reading.following(i)
        return self.tokens[i].possessive and after is not None and after.word in self.cues.owned

    def household(self, i: int) -> bool:
        """Whether a capitalised surname stands before "family": "the Price family"."""
        token, after = self.tokens[i], self.reading.following(i)
        common = token.word in self.cues.verblike | self.cues.not_names | _NOT_HOUSEHOLDS
        return (
            not common
            and token.shape == "cap"
            and after is not None
            and after.word in ("family", "household", "siblings")
        )

    def clause_ends(self, i: int) -> bool:
        """Whether nothing follows that the word could govern as a verb or describe."""
        after = self.reading.following(i)
        ending = (
            after is None
            or not (after.gap.isspace() or after.gap in (" '", ' "'))  # "dad will 'finish her'"
            or after.word in ("and", "who", "aged", "about", "re", "regarding")
        )
        return ending or self.told(i)

    def before_capital(self, i: int) -> bool:
        """Whether a capitalised ordinary word follows, as in an organisation's or document's name."""
        after = self.reading.following(i)
        return after is not None and after.gap == " " and after.shape == "cap" and self.kinds[i + 1] in (WORD, KEEP)
