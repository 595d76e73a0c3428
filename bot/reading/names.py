"""How columns are called and what the words in cells mean."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.partnership.plan import Progress, Rag

FIELDS = (
    *("number", "title", "aim", "question", "group", "agency", "response", "lead", "due", "meeting", "rag"),
    *("progress", "comment", "constraints", "evidence", "outcome"),
)
_LEADS_TO_AN_ACTION = {"number", "title", "question"}
_LONGEST_POINTER = 40
_LOOKED_AT = 60  # letters in which a colour is looked for
type Words = tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """What is known of names and words; `bot.reading.mapping` reads it from a file."""

    columns: Mapping[str, Words]
    colours: Mapping[Rag, Words]
    stages: Mapping[Progress, Words]
    nothing: Words
    elsewhere: Words
    headings: Words
    overdue: Words

    @cached_property
    def _fields(self) -> dict[str, Words]:
        found: dict[str, Words] = {}
        for field in FIELDS:
            for name in self.columns.get(field, ()):
                found[plain(name)] = (*found.get(plain(name), ()), field)
        return found

    @cached_property
    def _colours(self) -> list[tuple[str, Rag]]:
        return [(plain(name), colour) for colour, names in self.colours.items() for name in names]

    def fields(self, heading: str) -> Words:
        """What a column of that name may mean."""
        return self._fields.get(plain(heading), ())

    def known(self, cells: Iterable[str]) -> int:
        """How many of the cells are names of columns."""
        return sum(bool(self.fields(cell)) for cell in cells)

    def is_heading(self, cells: Sequence[str]) -> bool:
        """Whether a table begins here: two names at least, half of the words at least, one that leads to an action."""
        said = [cell for cell in cells if cell]
        meant = {field for cell in said for field in self.fields(cell)}
        return self.known(said) >= max(2, len(said) / 2) and bool(meant & _LEADS_TO_AN_ACTION)

    def rag(self, words: str) -> Rag | None:
        """The colour, also of several letters that say the same (`A A A`); None when it is not certain."""
        letters = words.split()
        if len(letters) > 1 and all(len(letter) == 1 for letter in letters):
            colours = {self._colour(letter) for letter in letters}
            return colours.pop() if len(colours) == 1 else None
        return self._colour(words)

    def _colour(self, words: str) -> Rag | None:
        said = plain(words[:_LOOKED_AT])
        for name, colour in self._colours:
            if said == name or (len(name) > 1 and said.startswith(f"{name} ")):
                return colour
        return None

    def progress(self, words: str) -> Progress | None:
        """Where an action stands; None when the words are not known."""
        said = plain(words)
        return next((one for one, names in self.stages.items() if said in map(plain, names)), None)

    def says_nothing(self, words: str) -> bool:
        """Whether the cell says that there is nothing (`N/A`)."""
        return _bare(words) in map(_bare, self.nothing)

    def points_elsewhere(self, words: str) -> bool:
        """Whether the cell only points to another place (`as above`, `see action 5b`)."""
        said = f"{plain(words)} "
        return len(said) <= _LONGEST_POINTER and any(said.startswith(f"{plain(name)} ") for name in self.elsewhere)

    def begins_aim(self, words: str) -> bool:
        """Whether the words are the heading of an aim or a finding (`Finding 3: ...`)."""
        names = "|".join(re.escape(name) for name in self.headings)
        return bool(names) and re.match(rf"(?:{names})\s+\d+\b", words, re.IGNORECASE) is not None

    def says_overdue(self, words: str) -> bool:
        """Whether the words announce a list of what is overdue."""
        said = f" {plain(words)} "
        return any(f" {plain(name)} " in said for name in self.overdue)


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Small letters and single spaces, without punctuation."""
    return " ".join(re.findall(r"[\w/&]+", words.casefold().replace("_", " ")))


def _bare(words: str) -> str:
    return words.casefold().strip().rstrip(".")
