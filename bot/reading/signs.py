"""What can be recognised in a cell wherever it stands: a question, a number, an agency, a colour."""

import re

from bot.partnership.plan import Rag
from bot.reading.columns import Columns, is_number
from bot.reading.names import Names, plain

_QUESTION = re.compile(r"\d{1,3}\s?[a-z]?[.)]\s*\S")
_LETTERS = re.compile(r"[A-Za-z](?: [A-Za-z])*")
_LONGEST_AGENCY, _LONGEST_COLOUR = 60, 20


class Signs:
    """Learns the names of agencies while it is used."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._agencies: set[str] = set()
        self._colours: dict[str, bool] = {}

    def learn(self, agency: str) -> None:
        """From now on these words name an agency."""
        self._agencies.add(same_agency(agency))

    def is_agency(self, words: str) -> bool:
        """Whether the words name an agency that was learnt, with or without its short form in brackets."""
        return same_agency(words) in self._agencies

    def is_colour(self, words: str) -> bool:
        """Whether only a RAG cell can hold these words. `Completed` alone stands in other columns too."""
        if words not in self._colours:
            self._colours[words] = self._only_a_colour(words)
        return self._colours[words]

    def _only_a_colour(self, words: str) -> bool:
        colour = self._names.rag(words)
        if colour is None or _LETTERS.fullmatch(words):
            return colour is not None
        return plain(words).startswith("action ") if colour is Rag.COMPLETED else len(words) <= _LONGEST_COLOUR


def may_be_agency(words: str) -> bool:
    """Whether the words are short enough for the name of an agency."""
    return 0 < len(words) <= _LONGEST_AGENCY


def same_agency(words: str) -> str:
    """The name without capitals, punctuation and what stands in brackets."""
    return plain(re.sub(r"\([^()]*\)", "", words))


def is_key(words: str, columns: Columns) -> bool:
    """Whether a row of the table begins with these words: a question, or else the number of an action."""
    return _QUESTION.match(words) is not None if "question" in columns else is_number(words)


def key_of(columns: Columns) -> str:
    """The column by which rows are known."""
    return "question" if "question" in columns else "number"
